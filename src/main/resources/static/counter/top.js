// The bar above everything: whose counter this is, whether there is a network, and how many scans wait to be sent.

import { h, icon } from "./dom.js";
import { isMuted, mute } from "./sound.js";
import { OPEN } from "./store.js";
import { moment } from "./times.js";
import { choose, inWords, other, plain, say } from "./words.js";

/**
 * @param {object} here
 * @param {import("./device.js").Device} here.device
 * @param {import("./scans.js").Scan[]} here.scans
 * @param {{reached: boolean, busy: boolean}} here.net
 * @param {() => void} here.send
 * @param {() => void} here.changed
 * @param {(() => void) | undefined} here.lock
 */
export function topView({ device, scans, net, send, changed, lock }) {
  const waiting = scans.filter(scan => OPEN.includes(scan.state));
  const online = net.reached && navigator.onLine;
  return [
    h("span.place", {}, h("b", {}, inWords(device.place.name)), h("span.soft", {}, " " + say("counter.counter"))),
    h("details.status." + (online ? "on" : "off") + (waiting.length ? ".waiting" : ""), { "data-waiting": String(waiting.length) },
      h("summary.mark", {}, status(online, net.busy, waiting.length)),
      h("div.panel.lifted", {}, queueView(waiting, device, send))),
    h("span.tools", {},
      h("button.round", { type: "button", "aria-label": say(isMuted() ? "counter.app.unmute" : "counter.app.mute"),
        "aria-pressed": String(isMuted()), onclick: () => { mute(!isMuted()); changed(); } },
      icon(isMuted() ? "mute" : "sound")),
      lock && h("button.round", { type: "button", "aria-label": say("counter.app.lock"), onclick: lock }, icon("lock")),
      h("button.round", { type: "button", lang: other(), onclick: () => { choose(other()); changed(); } },
        say("counter.app.other-language"))),
  ];
}

function status(online, busy, count) {
  const words = [say(online ? "counter.app.online" : "counter.app.offline")];
  if (count) words.push(say(busy && online ? "counter.app.sending" : "counter.app.waiting", { count }));
  return words.join(" · ");
}

const left = scans => scans.filter(scan => scan.state === "left").length;

const queueView = (waiting, device, send) => waiting.length
  ? [
    h("p", {}, say(device.revoked ? "counter.app.queue.revoked" : "counter.app.queue", { count: waiting.length - left(waiting) })),
    left(waiting) > 0 && h("p", {}, say("counter.app.queue.left", { count: left(waiting) })),
    h("ol.queue", {}, waiting.slice(0, 100).map(scan => h("li", {},
      h("span.num", {}, "#" + scan.sequence), " ",
      [plain(scan.who), inWords(scan.what)].filter(Boolean).join(" · ")
        || say(device.revoked ? "counter.app.kept-apart" : "counter.app.unknown-voucher"),
      h("span.soft.small", {}, " " + moment(Date.parse(scan.scannedAt)))))),
    !device.revoked && h("button.btn", { type: "button", onclick: send }, say("counter.app.send-now")),
  ]
  : [h("p", {}, say("counter.app.queue.empty"))];
