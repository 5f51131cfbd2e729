// What the town tells this device so that it can work alone: keys, open vouchers, revocations, who comes today.

import { now } from "./clock.js";
import { ask } from "./server.js";
import { given, kept, read, write } from "./store.js";
import { inWords } from "./words.js";

/** When somebody is told that it grows old; at the end of its time nothing is accepted any more. */
export const OLD = 48 * 3_600_000;

/** A question without an answer, about a guest who never came back. */
const FORGOTTEN = 3_600_000;

/**
 * An open voucher, or one redeemed today.
 * @typedef {object} Known
 * @property {string} id
 * @property {{id: string, title: Record<string, string>, pack: string, onDay?: boolean, unit?: Record<string, string>}} offer
 * @property {number} units
 * @property {number} redeemed units that are used
 * @property {number} value of all units, in minor units of the place's currency
 * @property {number} start in milliseconds, 0 if it has none
 * @property {string} who
 */

export class Bundle {
  /** @param {string} text as it came */
  constructor(text) {
    this.said = JSON.parse(text);
    this.issuedAt = Date.parse(this.said.issuedAt);
    this.goodUntil = Date.parse(this.said.goodUntil);
    this.rows = new Map(this.said.vouchers.map(row => [row[0], row]));
    this.revoked = new Set(this.said.revoked);
  }

  get id() { return this.said.id; }
  get keys() { return this.said.keys; }
  get place() { return this.said.place; }
  get caps() { return Object.values(this.said.caps ?? {}); }
  get staff() { return this.said.staff ?? []; }
  get bookings() { return this.said.bookings ?? []; }
  get open() { return this.said.vouchers.filter(row => row[8] !== "R").length; }
  get age() { return now() - this.issuedAt; }
  get isOld() { return this.age >= OLD; }
  get isOver() { return now() >= this.goodUntil; }

  /** @param {string} id @returns {Known | undefined} */
  find(id) {
    const row = this.rows.get(id);
    return row && {
      id,
      offer: this.said.offers[row[1]],
      units: row[2],
      redeemed: row[8] === "R" ? row[2] : row[3],
      value: row[4],
      start: row[5] * 1000,
      who: row[7],
    };
  }

  /** @param {string} voucher */
  booking(voucher) {
    return this.bookings.find(booking => booking.voucherIds?.includes(voucher));
  }
}

/** What a guest chose and answered, in a few words. @param {{choices?: object, answers?: object} | undefined} booking */
export const answersOf = booking => booking?.choices
  ? inWords(booking.choices)
  : Object.values(booking?.answers ?? {}).filter(answer => typeof answer === "string" && answer).join(", ");

/** @returns {Promise<Bundle | undefined>} */
export async function load() {
  const text = await kept("bundle");
  return text && new Bundle(text);
}

/** @returns {Promise<string | undefined>} */
export const keptId = () => kept("bundleId");

/**
 * Fetches a new one and keeps it, together with the fact that it knows of all scans answered before it was asked for.
 * @param {import("./device.js").Device} device
 */
export async function fetchBundle(device) {
  const answered = await read(async (kept, scans) => [
    ...await given(scans.index("state").getAllKeys("answered")),
    ...await given(scans.index("state").getAllKeys("asked")),
  ]);
  const clock = encodeURIComponent(new Date().toISOString());
  const said = await ask(
    `/api/counters/${device.place.id}/bundle?device=${device.id}&sequence=${device.sequence}&clock=${clock}`,
    { token: device.token, within: 60_000 });
  const text = JSON.stringify(said);
  const bundle = new Bundle(text);
  await write(async (kept, scans) => {
    await given(kept.put(text, "bundle"));
    await given(kept.put(bundle.id, "bundleId"));
    for (const nonce of answered) {
      const scan = await given(scans.get(nonce));
      if (!scan) continue;
      const isForgotten = scan.state === "asked" && Date.now() - Date.parse(scan.scannedAt) > FORGOTTEN;
      if (isForgotten || (scan.seen && scan.inBundle)) await given(scans.delete(nonce));
      else if (scan.state === "answered") await given(scans.put({ ...scan, inBundle: true }));
    }
  });
  return bundle;
}

/**
 * Tells the town that this device knows what the bundle says and has sent all its scans: from now on nobody has to wait
 * for it. Nothing is told while a scan waits.
 * @param {import("./device.js").Device} device
 * @param {Bundle} bundle
 */
export async function acknowledge(device, bundle) {
  const sequence = await write(async (kept, scans) => {
    const open = await given(scans.index("state").count("waiting"));
    const same = await given(kept.get("bundleId")) === bundle.id;
    return same && open === 0 ? (await given(kept.get("device"))).sequence : undefined;
  });
  if (sequence === undefined) return;
  await ask(`/api/counters/${device.place.id}/devices/${device.id}/acknowledgement`,
    { token: device.token, body: { bundle: bundle.id, sequence } });
}
