// The portal's service worker: it keeps the vouchers of whoever is signed in, so that they can be shown with no
// network. It keeps nothing else, and forgets them when somebody signs in or out.
"use strict";

importScripts("/push-worker.js"); // notices

const VOUCHERS = "vouchers";
/** Milliseconds that somebody at a counter waits for the network before we show what we have. */
const PATIENCE = 4000;
const ASSETS = /(?:href|src)="(\/[^"]+\.(?:css|js)(?:\?[^"]*)?)"/g;
const KEPT = /^\/(?:my-loop|orders\/[\w-]+)$/;

addEventListener("install", () => skipWaiting());
addEventListener("activate", event => event.waitUntil(clients.claim()));

/** When a page was last shown from here; its styles and scripts follow at once. */
let shownAt = 0;
const isShowingKept = () => !navigator.onLine || Date.now() - shownAt < 10_000;

/** The page names what is to be kept; whatever was kept before and is not named goes. */
addEventListener("message", event => {
  if (Array.isArray(event.data?.keep)) event.waitUntil(keep(event.data.keep.filter(path => KEPT.test(path))));
  if (event.data?.alsoKeep) event.waitUntil(fetchInto(event.data.alsoKeep));
});

addEventListener("fetch", event => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.method === "POST" && url.pathname.startsWith("/sign-")) event.waitUntil(caches.delete(VOUCHERS));
  if (request.method !== "GET") return;
  if (request.mode === "navigate" && KEPT.test(url.pathname)) event.respondWith(page(request, url.pathname));
  else if (isShowingKept() && /\.(?:css|js)$/.test(url.pathname)) event.respondWith(asset(request));
});

async function keep(paths) {
  await Promise.all(paths.map(fetchInto));
  const cache = await caches.open(VOUCHERS);
  for (const { url } of await cache.keys()) {
    const path = new URL(url).pathname;
    if (KEPT.test(path) && !paths.includes(path)) await cache.delete(url);
  }
}

/** A page is kept if it holds a voucher or leads to them. */
async function fetchInto(path) {
  const answer = await fetch(path, { credentials: "same-origin", redirect: "error" }).catch(() => undefined);
  if (answer?.ok) await store(path, answer);
}

async function store(path, answer) {
  const html = await answer.text();
  if (path !== "/my-loop" && !html.includes("class=\"qr\"")) return;
  const cache = await caches.open(VOUCHERS);
  const assets = [...html.matchAll(ASSETS)].map(found => found[1]);
  await Promise.all(assets.map(async file => await cache.match(file) ?? cache.add(file)));
  await cache.put(path, new Response(html.replace("<html ", `<html data-kept="${new Date().toISOString()}" `),
    { headers: { "Content-Type": "text/html;charset=UTF-8", "Content-Security-Policy": answer.headers.get("Content-Security-Policy") ?? "" } }));
}

/** Without a network, or with one that is no use, what is kept. Being sent to the sign-in means the session is over. */
async function page(request, path) {
  const cache = await caches.open(VOUCHERS);
  const kept = await cache.match(path) ?? await cache.match("/my-loop");
  if (!kept) return fetch(request);
  try {
    const answer = await Promise.race([fetch(request), new Promise((_, no) => setTimeout(no, PATIENCE))]);
    if (answer.type === "opaqueredirect") await caches.delete(VOUCHERS);
    return answer;
  } catch {
    shownAt = Date.now();
    return kept;
  }
}

async function asset(request) {
  return await (await caches.open(VOUCHERS)).match(request) ?? fetch(request);
}
