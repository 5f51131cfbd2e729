// The counter: opens with or without a network, takes codes, shows verdicts, and keeps itself in step with the town.

import * as bundles from "./bundle.js";
import * as clock from "./clock.js";
import { device as enrolled, forget, isAble, remind, revoked, wasForgotten } from "./device.js";
import { h, icon } from "./dom.js";
import { install } from "./install.js";
import { isIdle, isNeeded, letIn } from "./lock.js";
import { look, redeem } from "./redeem.js";
import { scanBox } from "./scan-box.js";
import { all } from "./scans.js";
import { Refused } from "./server.js";
import { isSafe } from "./store.js";
import { keepInSync } from "./sync.js";
import * as times from "./times.js";
import { isCard } from "./token.js";
import { todayView } from "./today.js";
import { topView } from "./top.js";
import { troublesView } from "./troubles.js";
import { askFirst, isEarly } from "./units.js";
import { inSentences } from "./verdict.js";
import { verdictView } from "./verdict-view.js";
import { warnings } from "./warnings.js";
import * as words from "./words.js";

const MINUTE = 60_000;
const { say, inWords } = words;

const root = document.getElementById("app");
const top_ = h("header.top.counter-top");
const said = h("div.said", { "aria-live": "polite" });
const heard = h("div.warnings");
const today = h("section.today", { "aria-labelledby": "today" });
const foot = h("p.soft.small.known");
const walkIn = h("a.btn.big.walk-in");
const overlay = h("div.overlay");

/** What is on the screen. */
const here = {
  /** @type {import("./device.js").Device} */ device: undefined,
  /** @type {import("./bundle.js").Bundle | undefined} */ bundle: undefined,
  /** @type {import("./scans.js").Scan[]} */ scans: [],
  /** @type {import("./pin.js").Staff | undefined} */ staff: undefined,
  net: { reached: navigator.onLine, busy: navigator.onLine },
  safe: true,
  update: undefined,
};
let box;
let sync;
let byCamera = false;
let renewing;
let again;

await start();

async function start() {
  await Promise.all([words.load(), clock.load()]);
  if (isAble()) await install(take => { here.update = take; draw(); }).catch(() => {});
  here.device = await enrolled();
  if (!here.device) return drawStranger();
  remind(here.device.id);
  here.safe = await isSafe();
  box = scanBox(overlay, take);
  root.replaceChildren(top_, h("main.counter", { id: "content" }, said,
    h("div.wrap", {}, heard), h("div.wrap.halves", {}, h("section.scan", {}, box.view, walkIn, foot), today)), overlay);
  box.view.addEventListener("typing", () => said.replaceChildren());
  await renew();
  // A counter that is locked sends what waits too, and hears that it was revoked.
  sync = keepInSync({ changed: net => { here.net = net; renew(); } });
  setInterval(minute, MINUTE / 2);
  await admit();
  box.ready();
}

/** Reads again what is kept, which another window may have changed, and shows it; calls that come meanwhile share one. */
function renew() {
  if (renewing) {
    again ??= renewing.finally(() => { again = undefined; }).then(renew);
    return again;
  }
  renewing = readAgain().finally(() => { renewing = undefined; });
  return renewing;
}

async function readAgain() {
  const [device, bundleId, scans] = await Promise.all([enrolled(), bundles.keptId(), all()]);
  if (!device) return location.reload();
  here.device = device;
  here.scans = scans.filter(scan => scan.device === device.id);
  if (bundleId !== here.bundle?.id) here.bundle = await bundles.load();
  if (device.revoked) clear();
  draw();
}

/** Nothing about guests and staff stays on the screen of a device that was revoked. */
function clear() {
  here.staff = undefined;
  today.replaceChildren();
  delete foot.dataset.bundle;
  overlay.querySelectorAll(".lock, .units").forEach(cover => cover.remove());
  if (!said.querySelector("[data-revoked]")) said.replaceChildren();
}

function draw() {
  if (!box) return;
  const { device, bundle, scans } = here;
  times.at(bundle?.place ?? device.place);
  document.title = inWords(device.place.name) + " " + say("counter.counter");
  const lock = bundle && isNeeded(bundle.staff) ? lockNow : undefined;
  const open = top_.querySelector("details")?.open;
  top_.replaceChildren(...topView({ device, scans, net: here.net, lock, changed: draw, send: () => sync(true) }));
  top_.querySelector("details").open = !!open;
  heard.replaceChildren(...[...warnings(here),
    troublesView(scans, renew)].filter(Boolean));
  if (bundle) today.replaceChildren(...todayView(bundle, scans));
  if (bundle) foot.dataset.bundle = bundle.id;
  foot.replaceChildren(bundle ? say("counter.app.known", { count: bundle.open, when: times.moment(bundle.issuedAt),
    until: times.moment(bundle.goodUntil) }) : "", " ", h("a", { href: "/counter?plain" }, say("counter.app.to-page")));
  box.view.hidden = !!device.revoked;
  // Whoever walks in is sold something first, and that needs the town.
  walkIn.hidden = !(here.net.reached && navigator.onLine) || !!device.revoked;
  walkIn.href = "/counter/walk-in?place=" + device.place.id;
  walkIn.textContent = say("counter.to-walk-in");
  box.write();
}

/** @param {string} token */
async function take(token) {
  byCamera = !box.view.contains(document.activeElement) || document.activeElement.matches(".scan-now");
  if (here.device.revoked) return show({ judgement: { kind: "revoked-device" } }, token);
  if (isCard(token)) return takeCard(token);
  const judgement = await look(token, here.bundle);
  const isAsked = judgement.kind === "good" && (judgement.left > 1 || isEarly(judgement.known));
  const units = isAsked ? await askFirst(overlay, judgement) : 1;
  if (units > 0) await decide({ token, units, staffId: here.staff?.id });
}

/** What is left on a card is known to the town alone: without a network nothing of it is taken. */
function takeCard(code) {
  if (!navigator.onLine || !here.net.reached) return show({ judgement: { kind: "card" } }, code);
  location.href = "/counter/cards?place=" + here.device.place.id + "&code=" + encodeURIComponent(code);
}

async function decide(wanted) {
  said.replaceChildren(h("p.busy", { role: "status" }, say("counter.app.checking")));
  try {
    const verdict = await redeem(wanted, { device: here.device, bundle: () => here.bundle, renew });
    show(verdict, wanted.token);
    if (!verdict.judgement.known && verdict.answer) sync?.(true);
  } catch (problem) {
    if (problem instanceof Refused && problem.isForDevice) {
      await revoked();
      sync?.();
      show({ judgement: { kind: "revoked-device" } }, wanted.token);
    } else {
      console.error(problem);
      said.replaceChildren(verdictView(failed(), { next }));
    }
  }
  await renew();
}

/** Nothing was written down, so nothing may be shown as good. */
const failed = () => ({ light: "bad", title: say("counter.app.failed"), facts: [], advice: say("counter.app.failed.do") });

function show(verdict, token) {
  const sentences = inSentences(verdict, here.bundle);
  const more = sentences.light === "good" && sentences.left > 0 ? () => { said.replaceChildren(); take(token); } : undefined;
  said.replaceChildren(verdictView(sentences, { next, more }));
  said.firstChild.toggleAttribute("data-revoked", verdict.judgement.kind === "revoked-device");
  scrollTo(0, 0);
  said.querySelector("[data-next]").focus({ preventScroll: true });
}

function next() {
  said.replaceChildren();
  if (byCamera) box.look();
  else box.ready();
}

async function admit() {
  const staff = here.bundle?.staff ?? [];
  here.staff = isNeeded(staff) ? await letIn(overlay, { place: inWords(here.device.place.name), staff }) : undefined;
}

async function lockNow() {
  said.replaceChildren();
  await admit();
  box.ready();
}

function minute() {
  clock.remember();
  if (here.staff && isIdle() && !overlay.querySelector(".lock")) lockNow();
  draw();
}

/** This browser is no counter: it never was, or it was made to forget. */
function drawStranger() {
  const forgotten = wasForgotten();
  const key = forgotten ? "counter.app.forgotten" : isAble() ? "counter.app.stranger" : "counter.app.unable";
  root.replaceChildren(h("main.wrap.narrow", { id: "content" }, h("div.empty", {},
    icon(forgotten ? "warn" : "qr"),
    h("h1", {}, say(key)),
    forgotten
      ? h("ol.steps", {}, [1, 2, 3].map(step => h("li", {}, say("counter.app.forgotten." + step))))
      : h("p", {}, say(key + ".do")),
    h("p.row.centre", {}, h("a.btn.primary", { href: "/counter?plain", onclick: forget }, say("counter.app.set-up"))))));
}
