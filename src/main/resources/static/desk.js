// The desk's comforts: a narrow screen begins at the present, and a chosen day is shown at once.
"use strict";
for (const chart of document.querySelectorAll(".chart[data-now]")) {
  const name = chart.querySelector(".name").offsetWidth;
  const track = chart.scrollWidth - name;
  chart.scrollLeft = Math.max(0, track * Number(chart.dataset.now) - (chart.clientWidth - name) / 3);
}
for (const field of document.querySelectorAll("[data-submit]")) {
  field.form.querySelector("button:not([type=button])").hidden = true;
  field.addEventListener("change", () => { if (field.value) field.form.requestSubmit(); });
}
