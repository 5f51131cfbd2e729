// The scans of this device: numbered, signed, and on the disk before anybody sees green.

import { sign } from "./device.js";
import { given, read, write } from "./store.js";

/**
 * @typedef {object} Scan
 * @property {string} nonce its own name: sent twice, it counts once
 * @property {string} device
 * @property {number} [sequence] 1, 2, 3 … on this device, without gaps; only what waits or waited has one
 * @property {string} token
 * @property {string} voucher
 * @property {string} scannedAt by the device's own clock
 * @property {number} units
 * @property {string} [staffId] who scanned
 * @property {string} [signature]
 * @property {boolean} unknown the bundle did not know the voucher
 * @property {"asked" | "waiting" | "answered" | "held" | "left"} state asked: the town was asked and nobody has seen an answer;
 *   held: the device was revoked, the town keeps it apart; left: it was revoked, and of its scans the town keeps no more:
 *   only this device has it
 * @property {string} [outcome]
 * @property {string} [redeemedAt]
 * @property {{at: string, name: string}} [first] the scan that counted, and at which counter
 * @property {boolean} seen whether somebody here has seen the answer
 * @property {boolean} [inBundle] the bundle knows of it
 * @property {string} [who]
 * @property {Record<string, string>} [what]
 */

/** The device was given a newer bundle while this scan was judged. */
export class Outdated extends Error {}

/**
 * Writes down what the town is going to be asked. If it was asked about the same before and nobody saw an answer, that
 * question is asked again: whether or not the town heard it the first time, it counts once.
 * @param {Omit<Scan, "nonce" | "device" | "state" | "seen">} draft
 * @param {string} bundleId by which it was judged
 * @returns {Promise<Scan>}
 */
export const ask = (draft, bundleId) => write(async (kept, scans) => {
  if (await given(kept.get("bundleId")) !== bundleId) throw new Outdated();
  const device = await given(kept.get("device"));
  const open = (await given(scans.index("state").getAll("asked")))
    .find(scan => scan.voucher === draft.voucher && scan.units === draft.units && scan.device === device.id);
  const scan = open ?? { ...draft, nonce: crypto.randomUUID(), device: device.id, state: "asked", seen: false };
  await given(scans.put(scan));
  return scan;
});

/**
 * Puts a scan into the queue. Number, signature and scan go in together or not at all: if another window was faster,
 * the next number is signed.
 * @param {Omit<Scan, "nonce" | "device" | "state" | "seen"> | Scan} draft a new one, or one that the town was asked about
 * @param {string} bundleId by which it was judged
 * @returns {Promise<Scan>} as it stands on the disk
 */
export async function enqueue(draft, bundleId) {
  const named = { nonce: crypto.randomUUID(), ...draft };
  for (;;) {
    const device = await read(kept => given(kept.get("device")));
    const sequence = device.sequence + 1;
    const signature = await sign(device, { ...named, sequence });
    const scan = { ...named, sequence, signature, device: device.id, state: "waiting", seen: false };
    if (await wrote(scan, bundleId)) return scan;
  }
}

const wrote = (scan, bundleId) => write(async (kept, scans) => {
  const device = await given(kept.get("device"));
  if (device.sequence + 1 !== scan.sequence || device.id !== scan.device) return false;
  if (await given(kept.get("bundleId")) !== bundleId) throw new Outdated();
  await given(kept.put({ ...device, sequence: scan.sequence }, "device"));
  await given(scans.put(scan));
  return true;
});

/** @returns {Promise<Scan[]>} in the order of their numbers */
export async function all() {
  const scans = await read((kept, store) => given(store.getAll()));
  return scans.sort((a, b) => (a.sequence ?? 0) - (b.sequence ?? 0));
}

/** The first that wait, in the order of their numbers. @param {number} most @returns {Promise<Scan[]>} */
export const waiting = most => read((kept, scans) =>
  given(scans.index("queue").getAll(IDBKeyRange.bound(["waiting", 0], ["waiting", Infinity]), most)));

/**
 * Writes the town's answers to the scans they belong to.
 * @param {{nonce: string, outcome?: string, redeemedAt?: string, first?: object, held?: boolean, left?: boolean}[]} results
 *   `held`: the town keeps the scan of a revoked device apart until somebody looks at it; `left`: it does not keep it
 * @param {boolean} seen whether they are on the screen already
 * @returns {Promise<number>} how many of them were waited for
 */
export const answer = (results, seen = false) => write(async (kept, scans) => {
  const asked = await Promise.all(results.map(result => given(scans.get(result.nonce))));
  const open = asked.map((scan, i) => [scan, results[i]]).filter(([scan]) => scan && scan.state !== "answered");
  for (const [scan, { outcome, redeemedAt, first, held, left }] of open) {
    scans.put(held ? ownPart(scan) : left ? proof(scan)
      : { ...scan, state: "answered", outcome, redeemedAt, first, seen: seen || outcome === "REDEEMED" });
  }
  return open.length;
});

/** What this device may still show of a scan that the town keeps: neither voucher nor guest. @returns {Partial<Scan>} */
const ownPart = ({ nonce, device, sequence, scannedAt, units, what }) =>
  ({ nonce, device, sequence, scannedAt, units, what, state: "held", seen: false });

/** All that the device signed, and nothing of the guest: nobody else has it. @returns {Partial<Scan>} */
const proof = ({ who, ...scan }) => ({ ...scan, state: "left", seen: false });

/** @param {string[]} nonces */
export const markSeen = nonces => write(async (kept, scans) => {
  for (const scan of await Promise.all(nonces.map(nonce => given(scans.get(nonce))))) {
    if (scan) scans.put({ ...scan, seen: true });
  }
});

/**
 * As it goes over the wire. What was asked and what waited are the same scan, by nonce, token, time and units; a number
 * and a signature it gets when it goes into the queue.
 * @param {Scan} scan
 */
export const item = ({ token, nonce, scannedAt, sequence, signature, units, staffId }) => ({
  token,
  nonce,
  scannedAt,
  units,
  offline: sequence !== undefined,
  ...(sequence !== undefined && { sequence, signature }),
  ...(staffId && { staffId }),
});
