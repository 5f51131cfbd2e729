// What somebody at the counter must know besides the verdict.

import { NOTABLE, ahead } from "./clock.js";
import { h, notice } from "./dom.js";
import { moment, span } from "./times.js";
import { say } from "./words.js";

/**
 * @param {object} here
 * @param {import("./device.js").Device} here.device
 * @param {import("./bundle.js").Bundle | undefined} here.bundle
 * @param {import("./scans.js").Scan[]} here.scans
 * @param {boolean} here.safe whether the browser will not clear its storage
 * @param {(() => void) | undefined} here.update takes the newer version
 * @param {{busy: boolean}} here.net
 * @returns {(HTMLElement | false | undefined)[]}
 */
export const warnings = ({ device, bundle, scans, safe, update, net }) => [
  device.revoked && revoked(scans),
  !device.revoked && bundle && ofAge(bundle),
  !bundle && !device.revoked && !net.busy && notice("wait", say("counter.app.no-bundle")),
  Math.abs(ahead()) > NOTABLE && notice("wait",
    say(ahead() > 0 ? "counter.app.clock-slow" : "counter.app.clock-fast", { span: span(ahead()) })),
  !safe && !device.revoked && notice("wait", say("counter.app.unsafe")),
  update && notice("good", say("counter.app.update"), " ",
    h("button.link", { type: "button", onclick: update }, say("counter.app.update.take"))),
];

function revoked(scans) {
  const count = scans.filter(scan => ["waiting", "held"].includes(scan.state)).length;
  const left = scans.filter(scan => scan.state === "left").length;
  return notice("bad", say("counter.app.revoked"), " ", count > 0 && say("counter.app.revoked.queue", { count }), " ",
    left > 0 && say("counter.app.queue.left", { count: left }), " ",
    h("a", { href: "/counter?plain" }, say("counter.app.set-up-again")));
}

function ofAge(bundle) {
  if (bundle.isOver) return notice("bad", say("counter.app.over", { when: moment(bundle.issuedAt) }));
  return bundle.isOld && notice("wait",
    say("counter.app.old", { age: span(bundle.age), when: moment(bundle.goodUntil) }));
}
