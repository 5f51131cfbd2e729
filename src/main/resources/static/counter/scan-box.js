// Where a code comes in: through the camera, from a hand scanner, or typed.

import { h, icon, notice } from "./dom.js";
import { scan } from "./camera.js";
import { tidy } from "./token.js";
import { say } from "./words.js";

const byTouch = matchMedia("(pointer: coarse)").matches;

/**
 * @param {HTMLElement} overlay
 * @param {(token: string) => Promise<void>} redeem
 */
export function scanBox(overlay, redeem) {
  const problem = h("div", {});
  const field = h("input.token", { id: "token", autocomplete: "off", autocapitalize: "off", autocorrect: "off",
    spellcheck: "false", enterkeyhint: "done", maxlength: "4000", "aria-describedby": "token-hint" });
  const camera = h("button.btn.primary.scan-now", { type: "button", onclick: look });
  const label = h("label", { for: "token" });
  const hint = h("p.hint", { id: "token-hint" });
  const go = h("button.btn.big", {});
  const view = h("form.panel.lifted.stack", { onsubmit: typed }, camera, problem, h("div.field", {}, label, field, hint), go);

  async function typed(event) {
    event.preventDefault();
    const token = tidy(field.value);
    field.value = "";
    if (token) await redeem(token);
  }

  async function look() {
    problem.replaceChildren();
    try {
      const token = await scan(overlay);
      if (token) await redeem(tidy(token));
    } catch (trouble) {
      const key = trouble.name === "NotAllowedError" ? "denied" : trouble.name === "NotFoundError" ? "none" : "broken";
      problem.replaceChildren(notice("wait", say("counter.app.camera." + key)));
    }
  }

  function write() {
    camera.replaceChildren(icon("qr"), say("counter.app.scan"));
    label.textContent = say("counter.token");
    hint.textContent = say("counter.token-hint");
    go.textContent = say("counter.redeem");
  }

  // A hand scanner types wherever the focus is: what it types belongs into the field.
  addEventListener("keydown", event => {
    const typing = event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (typing && !document.activeElement?.matches("input, textarea, select") && !document.querySelector("dialog, .lock")) {
      view.dispatchEvent(new CustomEvent("typing", { bubbles: true }));
      field.focus();
    }
  });

  return {
    view,
    write,
    look,
    /** On a telephone the field would bring up its keyboard. */
    ready() { if (!byTouch && !overlay.childElementCount) field.focus({ preventScroll: true }); },
  };
}
