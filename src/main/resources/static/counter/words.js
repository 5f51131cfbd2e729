// The counter's words, in the language of this device: the same ICU messages as on the town's pages.

const LANGUAGES = ["en", "zh-CN"];

/** @type {Record<string, Record<string, string>>} */
let all = {};
let language = "en";
let plurals = new Intl.PluralRules(language);

export async function load() {
  all = await (await fetch("/counter/words.json")).json();
  choose(localStorage.getItem("language") ?? document.documentElement.lang);
}

/** @param {string} tag as BCP 47 has it */
export function choose(tag) {
  language = tag.startsWith("zh") ? "zh-CN" : "en";
  plurals = new Intl.PluralRules(language);
  localStorage.setItem("language", language);
  document.documentElement.lang = language;
}

export const chosen = () => language;
export const other = () => LANGUAGES.find(tag => tag !== language);

/** Letters that run from right to left, and signs that turn the direction of what comes after them. */
const TURNING = /[\p{Bidi_Control}\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;
const SIGNS = /\p{Bidi_Control}/gu;

/** A name as somebody wrote it, which does not turn the sentence around it. @param {string | undefined} name */
export const plain = name => TURNING.test(name ?? "") ? "\u2068" + name.replace(SIGNS, "") + "\u2069" : name ?? "";

/** A text of the town in this device's language. @param {Record<string, string> | undefined} words */
export const inWords = words => plain(words?.[language] ?? words?.[language.slice(0, 2)] ?? words?.en
  ?? Object.values(words ?? {})[0]);

/**
 * @param {string} key
 * @param {Record<string, string | number>} [facts]
 */
export function say(key, facts = {}) {
  const pattern = all[language]?.[key];
  return pattern === undefined ? key : message(pattern, facts);
}

/**
 * What ICU's MessageFormat makes of the patterns we write: {name}, and {count, plural, =0 {…} one {…} other {# …}}.
 * @param {string} pattern
 * @param {Record<string, string | number>} facts
 * @param {number} [count] that stands for #
 */
export function message(pattern, facts, count) {
  let text = "";
  for (let i = 0; i < pattern.length; i++) {
    if (pattern[i] === "{") {
      const end = closing(pattern, i);
      text += placed(pattern.slice(i + 1, end), facts);
      i = end;
    } else {
      text += pattern[i] === "#" && count !== undefined ? number(count) : pattern[i];
    }
  }
  return text;
}

const number = fact => typeof fact === "number" ? new Intl.NumberFormat(language).format(fact) : fact;

function placed(inner, facts) {
  const [, name, , choices] = /^\s*(\w+)\s*(,\s*plural\s*,\s*(.*))?$/s.exec(inner);
  if (choices === undefined) return number(facts[name] ?? "");
  const count = Number(facts[name]);
  const forms = new Map();
  for (let i = 0; i < choices.length; i++) {
    const open = choices.indexOf("{", i);
    if (open < 0) break;
    const end = closing(choices, open);
    forms.set(choices.slice(i, open).trim(), choices.slice(open + 1, end));
    i = end;
  }
  return message(forms.get("=" + count) ?? forms.get(plurals.select(count)) ?? forms.get("other"), facts, count);
}

/** Where the brace that opens there is closed. */
function closing(text, open) {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if (text[i] === "{") depth++;
    if (text[i] === "}" && --depth === 0) return i;
  }
  throw new Error("no message: " + text);
}
