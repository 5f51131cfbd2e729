// The service worker: it makes the counter open with no network, and brings newer versions when somebody wants them.

/**
 * @param {(take: () => void) => void} offered called when a newer version is ready
 */
export async function install(offered) {
  const workers = navigator.serviceWorker;
  // The first one takes this page over without anything changing; a newer one brings newer files with it.
  let isFirst = !workers.controller;
  workers.addEventListener("controllerchange", () => {
    if (!isFirst) location.reload();
    isFirst = false;
  });
  const registration = await workers.register("/counter/sw.js", { scope: "/counter", updateViaCache: "none" });
  const offer = worker => {
    if (worker && workers.controller) offered(() => worker.postMessage("take over"));
  };
  offer(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const coming = registration.installing;
    coming.addEventListener("statechange", () => { if (coming.state === "installed") offer(coming); });
  });
  setInterval(() => registration.update().catch(() => {}), 3_600_000);
}
