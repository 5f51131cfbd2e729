// What the town tells this device so that it can work alone: keys, open vouchers, revocations, who comes today.

import { now } from "./clock.js";
import { ask } from "./server.js";
import { given, kept, read, write } from "./store.js";
import { inWords, plain, say } from "./words.js";

/** When somebody is told that it grows old; at the end of its time nothing is accepted any more. */
export const OLD = 48 * 3_600_000;

/** What does not wait to be sent. */
const DONE = ["answered", "asked"];

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
 * @property {Record<string, string>} [choices] the dishes of a set menu
 * @property {number} balance what is left to be paid at the place for all units, in minor units
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
      choices: row[9] ?? undefined,
      balance: this.said.balances?.[id] ?? 0,
    };
  }

  /** @param {string} voucher */
  booking(voucher) {
    return this.bookings.find(booking => booking.voucherIds?.includes(voucher));
  }
}

/** What a guest chose and answered, in a few words. @param {{choices?: object, answers?: object} | undefined} booking */
const answersOf = booking => booking?.choices
  ? inWords(booking.choices)
  : Object.values(booking?.answers ?? {}).filter(answer => typeof answer === "string" && answer).map(plain).join(", ");

/**
 * "Cut · Mei · shampoo: rose", the name where the title does not say so already.
 * @param {Record<string, string>} title
 * @param {{with?: Record<string, string>, choices?: object, answers?: object} | undefined} booking
 * @param {Record<string, string>} [choices] of a voucher whose booking is not in the bundle
 */
export function whatOf(title, booking, choices) {
  const what = inWords(title);
  const staff = inWords(booking?.with);
  const named = staff && !what.includes(staff) ? say("counter.what-with", { what, staff }) : what;
  const all = [named, answersOf(booking) || inWords(choices)].filter(Boolean).join(" · ");
  return all.replaceAll(/(?<=\d) (?=×)|(?<=×) (?=\d)/g, "\u00a0"); // a number stays with its sign
}

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
  const answered = new Set((await read((kept, scans) => Promise.all(
    DONE.map(state => given(scans.index("state").getAllKeys(state)))))).flat());
  const clock = encodeURIComponent(new Date().toISOString());
  const said = await ask(
    `/api/counters/${device.place.id}/bundle?device=${device.id}&sequence=${device.sequence}&clock=${clock}`,
    { token: device.token, within: 60_000 });
  const text = JSON.stringify(said);
  const bundle = new Bundle(text);
  await write(async (kept, scans) => {
    const { id, revoked } = await given(kept.get("device"));
    if (id !== device.id || revoked) throw new Error("this device was given up meanwhile");
    kept.put(text, "bundle");
    kept.put(bundle.id, "bundleId");
    const known = (await Promise.all(DONE.map(state => given(scans.index("state").getAll(state))))).flat();
    for (const scan of known.filter(({ nonce }) => answered.has(nonce))) {
      const isForgotten = scan.state === "asked" && Date.now() - Date.parse(scan.scannedAt) > FORGOTTEN;
      if (isForgotten || (scan.seen && scan.inBundle)) scans.delete(scan.nonce);
      else if (scan.state === "answered") scans.put({ ...scan, inBundle: true });
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
