// Who stands at the counter: a name and a number that only they know, checked here with no network.

import { decode } from "./bytes.js";
import { keep, kept } from "./store.js";

/** From the third wrong number on one has to wait, each time twice as long, at most five minutes. */
const FREE = 2;
const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 5 * 60_000;

/** @typedef {{id: string, name: string, pin: {salt: string, iterations: number, hash: string} | null}} Staff */

/** PBKDF2 with HMAC-SHA-256 (RFC 8018). @param {Staff} staff @param {string} typed */
async function matches({ pin }, typed) {
  const expected = decode(pin.hash);
  const key = await crypto.subtle.importKey("raw", new TextEncoder().encode(typed), "PBKDF2", false, ["deriveBits"]);
  const bits = new Uint8Array(await crypto.subtle.deriveBits(
    { name: "PBKDF2", hash: "SHA-256", salt: decode(pin.salt), iterations: pin.iterations }, key, expected.length * 8));
  return bits.reduce((difference, byte, i) => difference | (byte ^ expected[i]), 0) === 0;
}

/**
 * Milliseconds that one still has to wait before the next try. Tries are kept: opening the app again helps nobody.
 * @param {Staff} staff
 */
export async function wait(staff) {
  const { until = 0 } = await kept("pin " + staff.id) ?? {};
  return Math.max(0, Math.min(until - Date.now(), LONGEST_WAIT));
}

/**
 * @param {Staff} staff
 * @param {string} typed
 * @returns {Promise<boolean>}
 */
export async function check(staff, typed) {
  if (!staff.pin) return true;
  const { wrong = 0 } = await kept("pin " + staff.id) ?? {};
  if (await wait(staff) > 0) return false;
  if (await matches(staff, typed)) {
    await keep("pin " + staff.id, {});
    return true;
  }
  const pause = wrong + 1 <= FREE ? 0 : Math.min(FIRST_WAIT * 2 ** (wrong - FREE), LONGEST_WAIT);
  await keep("pin " + staff.id, { wrong: wrong + 1, until: Date.now() + pause });
  return false;
}
