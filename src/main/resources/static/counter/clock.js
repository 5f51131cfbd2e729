// The device's clock may be wrong by a day. What counts is the town's: ours, mended by the difference last measured.

import { keep, kept } from "./store.js";

/** From here on somebody should set the device's clock. */
export const NOTABLE = 5 * 60_000;

let skew = 0;
let latest = 0;

export async function load() {
  const known = await kept("clock");
  skew = known?.skew ?? 0;
  latest = known?.latest ?? 0;
}

/**
 * Measures from one question to the town; half of the time it took is taken for the way back.
 * @param {string} serverTime
 * @param {number} asked by our clock
 * @param {number} answered by our clock
 */
export function measure(serverTime, asked, answered) {
  const server = Date.parse(serverTime);
  if (Number.isNaN(server)) return;
  const measured = Math.round(server - (asked + answered) / 2);
  // A slow answer says little: only a difference that it cannot explain is taken over.
  if (Math.abs(measured - skew) > (answered - asked) / 2 + 1000) skew = measured;
  latest = server;
  keep("clock", { skew, latest }).catch(() => {});
}

/** Remembers that time went on, in case that somebody sets the clock back while there is no network. */
export function remember() {
  latest = now();
  keep("clock", { skew, latest }).catch(() => {});
}

/** What the town's clock shows, in milliseconds; it never runs back behind what was seen of it. */
export const now = () => Math.max(Date.now() + skew, latest);

/** How far the town's clock is ahead of ours, in milliseconds. */
export const ahead = () => skew;
