// Keeps the counter's own files, so that it opens with no network. VERSION, FILES and READER are put before this text by
// the server: a change in any file is a new version. Scans and keys are not here but in the database: a new version
// never touches them.

const CACHE = "counter-" + VERSION;
const APP = "/counter/app";

addEventListener("install", event => event.waitUntil(fill()));

/** All or nothing: a version is there when every file of it is. */
async function fill() {
  const formats = await self.BarcodeDetector?.getSupportedFormats?.().catch(() => []) ?? [];
  const files = formats.includes("qr_code") ? FILES : FILES.concat(READER);
  const cache = await caches.open(CACHE);
  await cache.addAll(files.map(file => new Request(file, { cache: "reload", credentials: "same-origin" })));
}

addEventListener("activate", event => event.waitUntil(takeOver()));

async function takeOver() {
  for (const name of await caches.keys()) {
    if (name.startsWith("counter-") && name !== CACHE) await caches.delete(name);
  }
  await clients.claim();
}

// The page asks for it when somebody has said yes.
addEventListener("message", event => {
  if (event.data === "take over") skipWaiting();
});

addEventListener("fetch", event => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (FILES.includes(url.pathname) || READER.includes(url.pathname)) event.respondWith(own(url.pathname, request));
  else if (request.mode === "navigate") event.respondWith(page(request));
});

async function own(path, request) {
  const cache = await caches.open(CACHE);
  return await cache.match(path) ?? fetch(request);
}

/** A page of the server's, or the app where there is no server. */
async function page(request) {
  try {
    return await fetch(request);
  } catch {
    return own(APP, request);
  }
}
