// The verdict fills the screen: colour, sign, word and sound, none of which tells it alone.

import { h, icon } from "./dom.js";
import { play } from "./sound.js";
import { say } from "./words.js";

const SIGNS = { good: "tick", wait: "warn", bad: "cross" };

/** More letters than that do not fit on a telephone in the size that is read from an arm's length. */
const LONG = 40;

/**
 * @param {import("./verdict.js").Said} said
 * @param {{next: () => void, more?: () => void}} acts `more`: redeem another unit of the same voucher
 * @returns {HTMLElement}
 */
export function verdictView(said, { next, more }) {
  play(said.light);
  return h("section.verdict." + said.light, { "data-verdict": said.light, role: "alert", "aria-labelledby": "verdict" },
    h("div.wrap", {},
      h("span.sign", {}, icon(SIGNS[said.light])),
      h(said.title.length > LONG ? "h1.long" : "h1", { id: "verdict" }, said.title),
      said.facts.map(fact => h("p.fact", {}, fact)),
      said.advice && h("p.advice", {}, said.advice),
      h("button.btn.next", { type: "button", "data-next": true, onclick: next }, say("counter.app.next")),
      more && h("button.btn.more", { type: "button", onclick: more }, say("counter.app.redeem-more"))));
}
