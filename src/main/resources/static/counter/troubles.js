// Scans that were green here and that the town did not count. They stay until somebody has seen them.

import { h, icon } from "./dom.js";
import { markSeen } from "./scans.js";
import { moment } from "./times.js";
import { inWords, plain, say } from "./words.js";

/** More than that nobody reads on a telephone; the desk has them all. */
const MOST = 50;

/** @param {import("./scans.js").Scan[]} scans */
export const troubled = scans => scans.filter(scan => scan.state === "answered" && scan.outcome !== "REDEEMED" && !scan.seen);

/**
 * @param {import("./scans.js").Scan[]} scans
 * @param {() => void} changed
 * @returns {HTMLElement | false}
 */
export function troublesView(scans, changed) {
  const all = troubled(scans);
  if (!all.length) return false;
  const seen = async () => {
    await markSeen(all.map(scan => scan.nonce));
    changed();
  };
  return h("section.troubles.panel", { "aria-labelledby": "troubles" },
    h("h2", { id: "troubles" }, icon("warn"), say("counter.app.troubles", { count: all.length })),
    h("p", {}, say("counter.app.troubles.say")),
    h("ul", {}, all.slice(0, MOST).map(row)),
    all.length > MOST && h("p.soft", {}, say("counter.app.troubles.more", { count: all.length - MOST })),
    h("button.btn", { type: "button", onclick: seen }, say("counter.app.troubles.seen")));
}

const row = scan => h("li", {},
  h("b", {}, [plain(scan.who), inWords(scan.what)].filter(Boolean).join(" · ") || say("counter.app.unknown-voucher")),
  h("span.soft.small", {}, say("counter.app.scan-at", { number: scan.sequence, when: moment(Date.parse(scan.scannedAt)) })),
  h("span.tag.bad", {}, say("counter.app.outcome." + scan.outcome)),
  scan.first?.at && h("span.small", {}, say("counter.already.when",
    { when: moment(Date.parse(scan.first.at)), place: plain(scan.first.name) })));
