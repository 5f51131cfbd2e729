// A voucher's token: a JWS in compact form (RFC 7515), signed by the town with ES256 (RFC 7518, section 3.4).

import { decode, utf8 } from "./bytes.js";

const ALGORITHM = { name: "ECDSA", namedCurve: "P-256" };
const SIGNING = { name: "ECDSA", hash: "SHA-256" };
const LONGEST = 1000;
const CARD = /^C-?[2-9A-HJKMNP-TV-Z]{5}-?[2-9A-HJKMNP-TV-Z]{5}$/i;
const SHAPE = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/**
 * What a genuine token says: voucher, place, end of its validity in seconds since 1970.
 * @typedef {{v: string, p: string, exp: number}} Claims
 */

/** @type {Map<string, Promise<CryptoKey>>} */
const keys = new Map();

/**
 * @param {JsonWebKey & {kid: string}} jwk
 */
function imported({ kid, kty, crv, x, y }) {
  const name = kid + x;
  if (!keys.has(name)) {
    keys.set(name, crypto.subtle.importKey("jwk", { kty, crv, x, y }, ALGORITHM, false, ["verify"]));
  }
  return keys.get(name);
}

/** What was typed, pasted or read, without the blanks and breaks that messages put in. @param {string} typed */
export const tidy = typed => typed.replace(/\s/g, "");

/** Whether it is what owners of cards show, and no voucher. @param {string} token */
export const isCard = token => CARD.test(token);

/**
 * @param {string} token
 * @param {(JsonWebKey & {kid: string})[]} known the town's keys
 * @returns {Promise<{claims?: Claims, unknownKey?: boolean}>} no claims: it is none of ours, or of a key not known here
 */
export async function verify(token, known) {
  if (token.length > LONGEST || !SHAPE.test(token)) return {};
  try {
    const [head, body, signature] = token.split(".");
    const { alg, kid } = JSON.parse(text(head));
    if (alg !== "ES256") return {};
    const jwk = known.find(key => key.kid === kid);
    if (!jwk) return { unknownKey: true };
    const genuine = await crypto.subtle.verify(
      SIGNING, await imported(jwk), decode(signature), utf8(head + "." + body));
    return genuine ? { claims: JSON.parse(text(body)) } : {};
  } catch {
    return {}; // not base64, not JSON: not ours
  }
}

/** @param {string} part */
const text = part => new TextDecoder().decode(decode(part));
