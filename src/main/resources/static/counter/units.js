// How many units of a voucher are had now.

import { h, icon } from "./dom.js";
import { inWords, say } from "./words.js";

/**
 * @param {HTMLElement} where
 * @param {{left: number, known: import("./bundle.js").Known}} voucher
 * @returns {Promise<number>} 0 if somebody thought better of it
 */
export const chooseUnits = (where, { left, known }) => new Promise(resolve => {
  let units = 1;
  const count = h("output.count.num", { "aria-live": "polite" }, "1");
  const go = h("button.btn.primary.big", { type: "button", onclick: () => done(units) });
  const fewer = h("button.round.step", { type: "button", "aria-label": say("counter.app.fewer"), onclick: () => step(-1) },
    icon("minus"));
  const more = h("button.round.step", { type: "button", "aria-label": say("counter.app.more"), onclick: () => step(1) },
    icon("plus"));
  const view = h("dialog.units", { "aria-labelledby": "units" },
    h("h2", { id: "units" }, say("counter.app.how-many")),
    h("p", {}, say("counter.who-what", { name: known.who, what: inWords(known.offer.title) })),
    h("p.soft", {}, say("counter.app.units-left", { left, units: known.units })),
    h("div.stepper", {}, fewer, count, more),
    go,
    h("button.btn.big", { type: "button", onclick: () => done(0) }, say("counter.app.not-now")));

  function step(by) {
    units = Math.min(left, Math.max(1, units + by));
    count.textContent = String(units);
    fewer.disabled = units === 1;
    more.disabled = units === left;
    go.textContent = say("counter.app.redeem-units", { count: units });
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
