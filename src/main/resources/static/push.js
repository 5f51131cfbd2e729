// Asks the browser for notices. Without scripts, or where the browser has none to give, the offer does not show.
"use strict";

for (const offer of document.querySelectorAll("form[data-push]")) {
  if (!("serviceWorker" in navigator) || !("PushManager" in window) || !("Notification" in window)) continue;
  begin(offer).catch(() => { offer.hidden = true; });
}

async function begin(offer) {
  const worker = await navigator.serviceWorker.register("/sw.js", { scope: "/" });
  const known = await worker.pushManager.getSubscription();
  if (known && !sameKey(known, offer.dataset.push)) await known.unsubscribe();
  else if (known && offer.dataset.quiet) return;
  offer.hidden = false;
  offer.addEventListener("submit", event => {
    if (offer.elements.endpoint.value) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    subscribe(worker, offer).catch(() => { offer.querySelector("[data-denied]").hidden = false; });
  });
}

async function subscribe(worker, offer) {
  await navigator.serviceWorker.ready;
  const made = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(offer.dataset.push) });
  const { endpoint, keys } = made.toJSON();
  offer.elements.endpoint.value = endpoint;
  offer.elements.p256dh.value = keys.p256dh;
  offer.elements.auth.value = keys.auth;
  offer.submit();
}

function sameKey(subscription, wanted) {
  const key = subscription.options.applicationServerKey;
  return key !== null && btoa(String.fromCharCode(...new Uint8Array(key))) === btoa(String.fromCharCode(...bytes(wanted)));
}

function bytes(base64url) {
  return Uint8Array.from(atob(base64url.replaceAll("-", "+").replaceAll("_", "/")), each => each.charCodeAt(0));
}
