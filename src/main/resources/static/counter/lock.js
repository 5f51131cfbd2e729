// The counter is locked while nobody has said who stands at it. Where no member of staff has a number, it stays open.

import { h, icon } from "./dom.js";
import { check, wait } from "./pin.js";
import { plain, say } from "./words.js";

/** Without a touch for so long, the next one has to say who it is. */
const IDLE = 5 * 60_000;

let touched = Date.now();
for (const touch of ["pointerdown", "keydown"]) addEventListener(touch, () => { touched = Date.now(); }, true);

export const isIdle = () => Date.now() - touched > IDLE;

/** @param {import("./pin.js").Staff[]} staff */
export const isNeeded = staff => staff.some(each => each.pin);

/**
 * Covers everything until somebody has come in.
 * @param {HTMLElement} where
 * @param {{place: string, staff: import("./pin.js").Staff[]}} shop
 * @returns {Promise<import("./pin.js").Staff>}
 */
export async function letIn(where, { place, staff }) {
  const view = h("section.lock", { "aria-labelledby": "lock" });
  where.append(view);
  try {
    for (;;) {
      const chosen = staff.length === 1 ? staff[0] : await choose(view, place, staff);
      if (!chosen.pin || await proves(view, chosen, staff.length > 1)) return chosen;
    }
  } finally {
    view.remove();
  }
}

const choose = (view, place, staff) => new Promise(resolve => {
  view.replaceChildren(icon("lock"), h("h1", { id: "lock" }, say("counter.app.who")), h("p.soft", {}, place),
    h("ul.people", {}, staff.map(each => h("li", {},
      h("button.btn.person", { type: "button", onclick: () => resolve(each) }, h("span", {}, plain(each.name)), icon("person"))))));
});

const proves = (view, who, canGoBack) => new Promise(resolve => {
  const wrong = h("p.wrong", { role: "alert" });
  const field = h("input.token", { id: "pin", type: "password", inputmode: "numeric", autocomplete: "off", maxlength: "12",
    required: true });
  const form = h("form.panel.stack", { onsubmit: attempt },
    h("div.field", {}, h("label", { for: "pin" }, say("counter.app.pin")), field, wrong),
    h("button.btn.primary.big", {}, say("counter.app.unlock")),
    canGoBack && h("button.btn", { type: "button", onclick: () => resolve(false) }, icon("back"), say("counter.app.who-else")));
  view.replaceChildren(icon("lock"), h("h1", { id: "lock" }, plain(who.name)), form);
  field.focus();

  async function attempt(event) {
    event.preventDefault();
    wrong.textContent = "";
    if (await check(who, field.value)) return resolve(true);
    const left = await wait(who);
    wrong.textContent = left > 0
      ? say("counter.app.pin.wait", { seconds: Math.ceil(left / 1000) })
      : say("counter.app.pin.wrong");
    field.value = "";
    field.focus();
  }
});
