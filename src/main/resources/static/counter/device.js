// This device: enrolled at one place, with a key that nobody can take out of the browser.

import { encode, sha256, utf8 } from "./bytes.js";
import { ask } from "./server.js";
import { OPEN, given, isSafe, kept, write } from "./store.js";

/**
 * @typedef {object} Device
 * @property {string} id
 * @property {string} name
 * @property {string} token for the API
 * @property {CryptoKey} key signs scans
 * @property {{id: string, name: Record<string, string>, zone: string, currency: string}} place
 * @property {number} sequence of the last scan
 * @property {boolean} [revoked] the town told us so
 */

const ALGORITHM = { name: "ECDSA", namedCurve: "P-256" };
const SIGNING = { name: "ECDSA", hash: "SHA-256" };

/** Outlives the browser's clearing of its storage, so that we know that something was lost. */
const REMINDER = "townloop-counter";

/** @returns {Promise<Device | undefined>} */
export const device = () => kept("device");

/** What a browser must be able to do; in most the only hindrance is an address without https. */
export const isAble = () => isSecureContext && "serviceWorker" in navigator && !!crypto.subtle && !!indexedDB;

/**
 * Makes this browser a counter of the place.
 * @param {{place: string, name: string, csrf: string}} as `csrf` of the page that somebody is signed in at
 * @returns {Promise<Device>}
 */
export async function enrol({ place, name, csrf }) {
  const pair = await crypto.subtle.generateKey(ALGORITHM, false, ["sign", "verify"]);
  const { kty, crv, x, y } = await crypto.subtle.exportKey("jwk", pair.publicKey);
  const answer = await ask("/counter/devices", {
    body: { place, name, publicKey: { kty, crv, x, y } },
    headers: { "X-XSRF-TOKEN": csrf },
  });
  const enrolled = {
    id: answer.deviceId,
    name,
    token: answer.token,
    key: pair.privateKey,
    place: answer.place,
    sequence: 0,
  };
  await write(async kept => {
    await given(kept.put(enrolled, "device"));
    await given(kept.delete("bundle"));
    await given(kept.delete("bundleId"));
  });
  await isSafe();
  remind(enrolled.id);
  return enrolled;
}

/**
 * The town does not know this device any more: all that it knew of guests and staff goes at once. What waits to be sent
 * stays, without the guest's name, until the town keeps it apart.
 */
export const revoked = () => write(async (kept, scans) => {
  const known = await given(kept.get("device"));
  if (!known) return;
  kept.put({ ...known, revoked: true }, "device");
  for (const name of ["bundle", "bundleId"]) kept.delete(name);
  for (const kind of ["asked ", "pin "]) kept.delete(IDBKeyRange.bound(kind, kind + "\uffff"));
  for (const { who, ...scan } of await given(scans.getAll())) {
    if (OPEN.includes(scan.state)) scans.put(scan);
    else scans.delete(scan.nonce);
  }
});

/**
 * The device's own word for a scan: ES256 over its facts (docs/algorithms/offline-redemption.md).
 * @param {Device} device
 * @param {{sequence: number, nonce: string, scannedAt: string, units: number, staffId?: string, token: string}} scan
 */
export async function sign(device, scan) {
  const said = ["townloop-scan-1", device.id, scan.sequence, scan.nonce, scan.scannedAt, scan.units,
    scan.staffId ?? "", await sha256(scan.token)].join("\n");
  return encode(await crypto.subtle.sign(SIGNING, device.key, utf8(said)));
}

/** @param {string} id */
export function remind(id) {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `${REMINDER}=${id}; Path=/counter; Max-Age=31536000; SameSite=Strict${secure}`;
}

/** Whether this browser was a counter and has forgotten it. */
export const wasForgotten = () => document.cookie.split("; ").some(cookie => cookie.startsWith(REMINDER + "="));

/** Somebody has read what to do about it. */
export const forget = () => { document.cookie = REMINDER + "=; Path=/counter; Max-Age=0; SameSite=Strict"; };
