// What is asked before a voucher is redeemed: how many units of it are had now, and whether today is the day at all.

import { now } from "./clock.js";
import { h, icon, notice } from "./dom.js";
import { isToday } from "./times.js";
import { startOf } from "./verdict.js";
import { inWords, plain, say } from "./words.js";

/** Booked for a later day. It may be had before, as the town has it too. @param {import("./bundle.js").Known} [known] */
export const isEarly = known => !!known?.start && known.start > now() && !isToday(known.start);

/**
 * @param {HTMLElement} where
 * @param {{left: number, known: import("./bundle.js").Known}} voucher
 * @returns {Promise<number>} 0 if somebody thought better of it
 */
export const askFirst = (where, { left, known }) => new Promise(resolve => {
  let units = 1;
  const count = h("output.count.num", { "aria-live": "polite" }, "1");
  const go = h("button.btn.primary.big", { type: "button", onclick: () => done(units) });
  const fewer = h("button.round.step", { type: "button", "aria-label": say("counter.app.fewer"), onclick: () => step(-1) },
    icon("minus"));
  const more = h("button.round.step", { type: "button", "aria-label": say("counter.app.more"), onclick: () => step(1) },
    icon("plus"));
  const view = h("dialog.units", { "aria-labelledby": "units" },
    h("h2", { id: "units" }, left > 1 ? say("counter.app.how-many") : say("counter.early")),
    h("p", {}, say("counter.who-what", { name: plain(known.who), what: inWords(known.offer.title) })),
    known.choices && h("p.soft", {}, inWords(known.choices)),
    isEarly(known) && notice("wait", say("counter.early.when", { when: startOf(known) })),
    left > 1 && h("p.soft", {}, say("counter.app.units-left", { left, units: known.units })),
    left > 1 && h("div.stepper", {}, fewer, count, more),
    go,
    h("button.btn.big", { type: "button", onclick: () => done(0) }, say("counter.app.not-now")));

  function step(by) {
    units = Math.min(left, Math.max(1, units + by));
    count.textContent = String(units);
    fewer.disabled = units === 1;
    more.disabled = units === left;
    go.textContent = left > 1 ? say("counter.app.redeem-units", { count: units }) : say("counter.early.go");
  }

  function done(chosen) {
    view.remove();
    resolve(chosen);
  }

  view.addEventListener("cancel", () => done(0));
  where.append(view);
  step(0);
  view.showModal();
  go.focus();
});
