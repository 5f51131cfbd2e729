// Today's bookings, from the bundle, with what this device has redeemed since.

import { whatOf } from "./bundle.js";
import { now } from "./clock.js";
import { h, icon } from "./dom.js";
import { OPEN } from "./store.js";
import { date, isToday, money, time } from "./times.js";
import { plain, say } from "./words.js";

/** States of a booking: tone and word; the end of the list is what needs no more attention. */
const STAGES = {
  HELD: { tone: "wait", key: "held" },
  PAID: { tone: "", key: "paid" },
  PARTLY: { tone: "", key: "partly" },
  REDEEMED: { tone: "good", key: "redeemed", done: true },
  CALLED_OFF: { tone: "bad", key: "called-off", done: true, off: true },
};

/**
 * @param {import("./bundle.js").Bundle} bundle
 * @param {import("./scans.js").Scan[]} scans
 */
export function todayView(bundle, scans) {
  // What is had on a day has no time: it is shown with today's.
  const rows = bundle.bookings.filter(booking => !booking.start || isToday(Date.parse(booking.start)))
    .map(booking => ({ booking, stage: stageOf(booking, bundle, scans),
      choices: bundle.find(booking.voucherIds?.[0])?.choices, due: dueOf(booking, bundle) }));
  const left = rows.filter(row => !row.stage.done).length;
  const all = rows.filter(row => !row.stage.off).length;
  return [
    h("div.spread", {}, h("h2", { id: "today" }, say("counter.today")), h("span.soft.small", {}, date(now()))),
    rows.length
      ? h("p.soft.small", {}, say("counter.today.left", { left, all }))
      : h("div.empty.panel", {}, icon("clock"), h("p", {}, say("counter.today.empty"))),
    h("ul.expected", {}, rows.map(rowView)),
  ];
}

/** What is left to be paid at the place, when the bundle was made. */
const dueOf = (booking, bundle) =>
  (booking.voucherIds ?? []).reduce((sum, id) => sum + (bundle.find(id)?.balance ?? 0), 0);

function rowView({ booking, stage, choices, due }) {
  return h("li" + (stage.done ? ".done" : ""), {},
    h("time.num", { datetime: booking.start }, timeOf(booking)),
    h("span.who", {}, h("b", { dir: "auto" }, plain(booking.who)), " ",
      h("span.soft", {}, whatOf(booking.what, booking, choices)),
      due > 0 && !stage.done ? h("span.balance", {}, " ", say("counter.app.balance", { amount: money(due) })) : ""),
    h("span.tag" + (stage.tone && "." + stage.tone), {}, stage.words));
}

function timeOf(booking) {
  if (booking.onDay) return say("counter.any-time");
  return booking.start ? time(Date.parse(booking.start)) : "";
}

/** What the town said, and what was scanned here since. */
function stageOf(booking, bundle, scans) {
  const vouchers = (booking.voucherIds ?? []).map(id => bundle.find(id)).filter(Boolean);
  const ours = scans.filter(scan => booking.voucherIds?.includes(scan.voucher)
    && (OPEN.includes(scan.state) || scan.outcome === "REDEEMED"));
  const fresh = ours.filter(scan => !scan.inBundle);
  const units = vouchers.reduce((sum, voucher) => sum + voucher.units, 0);
  const redeemed = vouchers.reduce((sum, voucher) => sum + voucher.redeemed, 0)
    + fresh.reduce((sum, scan) => sum + scan.units, 0);
  const state = fresh.length && units ? (redeemed < units ? "PARTLY" : "REDEEMED") : booking.state;
  const stage = STAGES[state] ?? STAGES.PAID;
  const at = booking.redeemedAt ?? ours.at(-1)?.scannedAt;
  const key = stage.key === "redeemed" && !at ? "app.redeemed" : "state." + stage.key;
  return { ...stage, words: say("counter." + key, { time: at ? time(Date.parse(at)) : "", redeemed, units }) };
}
