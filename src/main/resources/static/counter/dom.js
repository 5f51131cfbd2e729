// Elements, made in one line each. Texts are texts: nothing here reads HTML.

const SVG = "http://www.w3.org/2000/svg";

/** The drawings of the town's pages, on a square of 24. */
const DRAWINGS = {
  tick: "m4.5 12.5 5 5 10-11",
  cross: "m6 6 12 12M18 6 6 18",
  warn: "M12 3 2.5 20h19L12 3ZM12 10v4.5M12 17v.2",
  qr: "M3.5 3.5h6v6h-6zM14.5 3.5h6v6h-6zM3.5 14.5h6v6h-6zM14.5 14.5h2v2h-2zM18.5 18.5h2v2h-2zM18.5 14.5h2M14.5 18.5v2",
  clock: "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M12 6.5V12l3.5 2.5",
  sound: "M4 9.5v5h3.5l5 4v-13l-5 4H4ZM16 9a4.5 4.5 0 0 1 0 6M18.5 6.5a8 8 0 0 1 0 11",
  mute: "M4 9.5v5h3.5l5 4v-13l-5 4H4ZM16 9.5l5 5M21 9.5l-5 5",
  lock: "M6 10.5h12v10H6zM8.5 10.5V7.5a3.5 3.5 0 0 1 7 0v3",
  person: "M8 8a4 4 0 1 0 8 0a4 4 0 1 0-8 0M4 21c.8-4.2 4-6.5 8-6.5s7.2 2.3 8 6.5",
  back: "M20 12H5M11 6l-6 6 6 6",
  minus: "M5 12h14",
  plus: "M5 12h14M12 5v14",
};

/**
 * @param {string} name of the element, with its classes: "p.soft.small"
 * @param {Record<string, any>} [attributes] `on…` are listeners; true sets, false and undefined leave out
 * @param {...(Node | string | false | null | undefined | Node[])} content
 */
export function h(name, attributes = {}, ...content) {
  const [tag, ...classes] = name.split(".");
  const element = document.createElement(tag);
  if (classes.length) element.className = classes.join(" ");
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value !== undefined) element.setAttribute(key, value);
  }
  element.append(...content.flat().filter(part => part || part === 0));
  return element;
}

/** @param {keyof typeof DRAWINGS} name */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", DRAWINGS[name]);
  svg.append(path);
  return svg;
}

/** A sentence that must be seen. @param {"good" | "wait" | "bad"} tone */
export const notice = (tone, ...content) =>
  h("div.say." + tone, { role: tone === "good" ? "status" : "alert" },
    icon(tone === "good" ? "tick" : "warn"), h("div", {}, ...content));
