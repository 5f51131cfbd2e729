// The verdict on a token with no network. Pure: what is known goes in, what to do comes out.

import { OPEN } from "./store.js";

/**
 * @typedef {object} Judgement
 * @property {"good" | "not-a-voucher" | "unknown-key" | "wrong-place" | "expired" | "revoked" | "already" | "here"
 *   | "fewer" | "old" | "cap" | "nothing-known"} kind fewer: not as many are left as were asked for
 * @property {boolean} [final] the town would say the same: it need not be asked
 * @property {string} [voucher]
 * @property {number} [left] units that may be redeemed, if good
 * @property {import("./bundle.js").Known} [known]
 * @property {number} [until] end of validity, in milliseconds
 * @property {object} [first] the own scan that was first
 */

/**
 * @param {object} facts
 * @param {{claims?: import("./token.js").Claims, unknownKey?: boolean}} facts.token as verified
 * @param {import("./bundle.js").Bundle | undefined} facts.bundle
 * @param {import("./scans.js").Scan[]} facts.own scans of this device that the bundle does not know of
 * @param {number} facts.now by the town's clock
 * @returns {Judgement}
 */
export function judge({ token, bundle, own, now }) {
  if (!bundle) return { kind: "nothing-known" };
  if (token.unknownKey) return { kind: "unknown-key" };
  if (!token.claims) return { kind: "not-a-voucher", final: true };
  const { v: voucher, p: place, exp } = token.claims;
  const until = exp * 1000;
  const about = { voucher, known: bundle.find(voucher), until };
  if (place !== bundle.place.id) return { kind: "wrong-place", final: true, ...about };
  if (now > until) return { kind: "expired", ...about };
  if (bundle.revoked.has(voucher)) return { kind: "revoked", ...about };
  const mine = own.filter(scan => scan.voucher === voucher && counts(scan));
  if (bundle.isOver) return { kind: "old", ...about };
  return about.known ? ofKnown(about, mine) : ofUnknown(about, mine, own, bundle);
}

/** Whether a scan has used units, as far as this device knows. @param {import("./scans.js").Scan} scan */
const counts = scan => OPEN.includes(scan.state) || (scan.outcome === "REDEEMED" && !scan.inBundle);

function ofKnown(about, mine) {
  const used = about.known.redeemed + mine.reduce((sum, scan) => sum + scan.units, 0);
  const left = about.known.units - used;
  if (left > 0) return { kind: "good", left, ...about };
  return { kind: mine.length ? "here" : "already", first: mine[0], ...about };
}

/**
 * Genuine, but sold after the bundle was made: nobody here knows its units, value or trade. One unit is accepted, and
 * only as many such scans wait at a time as the tightest cap of any trade allows.
 */
function ofUnknown(about, mine, own, bundle) {
  if (mine.length) return { kind: "here", first: mine[0], ...about };
  const waiting = own.filter(scan => scan.unknown && scan.state === "waiting").length;
  const most = Math.min(...bundle.caps.map(cap => cap.mostUnits ?? Infinity), Infinity);
  return waiting < most ? { kind: "good", left: 1, ...about } : { kind: "cap", ...about };
}
