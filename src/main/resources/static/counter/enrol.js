// On the counter's page for any browser: makes this one a counter that needs no network, or leads to it.

import { device, enrol, isAble } from "./device.js";
import { isSafe } from "./store.js";

const panel = document.getElementById("device");
const { place } = panel.dataset;

const show = part => {
  panel.hidden = false;
  for (const each of panel.querySelectorAll("[data-part]")) each.hidden = each.dataset.part !== part;
};

const known = isAble() ? await device() : undefined;
if (!isAble()) {
  show("unable");
} else if (known && !known.revoked) {
  if (known.place.id === place && location.search === "") location.replace("/counter/app");
  else show("open");
} else {
  show("enrol");
}

panel.querySelector("form").addEventListener("submit", async event => {
  event.preventDefault();
  event.stopPropagation();
  const form = event.target;
  const problem = form.querySelector("[role=alert]");
  const button = form.querySelector("button");
  button.disabled = true;
  problem.textContent = "";
  try {
    await enrol({ place, name: form.elements.namedItem("name").value, csrf: form.dataset.csrf });
    await isSafe();
    location.assign("/counter/app");
  } catch (refusal) {
    problem.textContent = form.dataset.failed + " " + (refusal.status ? refusal.message : "");
    button.disabled = false;
  }
});
