// Small comforts; every page works without them.
"use strict";

// A hold counts down. The server's clock decides: the page says how many seconds were left when it was made.
for (const clock of document.querySelectorAll("[data-seconds-left]")) {
  const end = performance.now() + Number(clock.dataset.secondsLeft) * 1000;
  const tick = () => {
    const left = Math.max(0, Math.ceil((end - performance.now()) / 1000));
    clock.textContent = Math.floor(left / 60) + ":" + String(left % 60).padStart(2, "0");
    if (left > 0) setTimeout(tick, 250);
    else if (clock.dataset.then) location.replace(clock.dataset.then);
  };
  tick();
}

// A form is sent once, however often its button is pressed; the way back makes it usable again.
addEventListener("submit", event => {
  const form = event.target;
  if (form.method !== "post") return;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = "yes";
});
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

// From what is typed down to what is suggested, and back; Escape puts it away.
addEventListener("keydown", event => {
  const bar = event.target.closest?.(".ask");
  const links = bar ? [...bar.querySelectorAll(".suggestions a")] : [];
  if (!links.length) return;
  const at = links.indexOf(document.activeElement);
  const what = bar.elements.q;
  if (event.key === "Escape") { bar.querySelector(".suggestions").replaceChildren(); what.focus(); return; }
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp" || at < 0 && event.target !== what) return;
  event.preventDefault();
  const next = at + (event.key === "ArrowDown" ? 1 : -1);
  (links[next] || (next < 0 ? what : links[links.length - 1])).focus();
});

// A page that waits for the gateway looks again by itself, ever more patiently.
for (const wait of document.querySelectorAll("[data-look-at]")) {
  const tries = Number(sessionStorage.getItem(wait.dataset.lookAt) || 0);
  sessionStorage.setItem(wait.dataset.lookAt, tries + 1);
  if (tries < 20) setTimeout(() => location.replace(wait.dataset.lookAt), 2000 + 500 * tries);
}

// Whoever lets the browser say where they are need not look for a street; what it says goes into the form's own fields.
for (const button of document.querySelectorAll("[data-locate]")) {
  if (!navigator.geolocation) continue;
  button.hidden = false;
  button.addEventListener("click", () => {
    const form = button.form;
    const say = form.querySelector("[data-located]");
    navigator.geolocation.getCurrentPosition(found => {
      form.elements.lat.value = found.coords.latitude.toFixed(6);
      form.elements.lon.value = found.coords.longitude.toFixed(6);
      form.elements.landmark.value = "";
      say.textContent = say.dataset.found;
    }, () => { say.textContent = say.dataset.failed; }, { enableHighAccuracy: true, timeout: 15000 });
  });
}
