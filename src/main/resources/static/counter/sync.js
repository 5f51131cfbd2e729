// Sends what waits, in the order of its numbers, and fetches what is new. One window at a time does it: the one that
// holds the lock; the others are told.

import { acknowledge, fetchBundle } from "./bundle.js";
import { device as enrolled, revoked } from "./device.js";
import { listenAgain } from "./redeem.js";
import { answer, hold, item, waiting } from "./scans.js";
import { Refused, ask } from "./server.js";

const LOCK = "townloop-counter-sync";
const MOST = 100;
/** How old a bundle may grow while there is a network, in milliseconds. */
const FRESH = 10 * 60_000;
const PAUSES = [5, 10, 20, 40, 80, 160, 300].map(seconds => seconds * 1000);

/** @typedef {{reached: boolean, busy: boolean}} State */

/**
 * @param {{changed: (state: State) => void}} listener
 */
export function keepInSync({ changed }) {
  const news = new BroadcastChannel("townloop-counter");
  let failures = 0;
  let timer = 0;
  let fetchedAt = 0;

  const tell = state => { changed(state); news.postMessage("changed"); };
  news.onmessage = () => changed({ reached: failures === 0, busy: false });

  const later = () => {
    clearTimeout(timer);
    const pause = failures ? PAUSES[Math.min(failures, PAUSES.length) - 1] : FRESH / 4;
    timer = setTimeout(run, pause * (0.8 + 0.4 * Math.random()));
  };

  /** @param {boolean} [wantsBundle] even if the one here is fresh */
  async function run(wantsBundle = false) {
    clearTimeout(timer);
    await navigator.locks.request(LOCK, { ifAvailable: true }, async lock => {
      if (!lock) return;
      try {
        if (await pass(wantsBundle)) tell({ reached: true, busy: false });
        failures = 0;
        listenAgain();
      } catch (problem) {
        failures++;
        if (problem instanceof Refused && problem.isForDevice) await revoked();
        tell({ reached: problem instanceof Refused, busy: false });
      }
    });
    later();
  }

  async function pass(wantsBundle) {
    const device = await enrolled();
    if (!device) return false;
    changed({ reached: failures === 0, busy: true });
    const sent = await sendAll(device, () => tell({ reached: true, busy: true }));
    if (device.revoked) return sent;
    if (sent || wantsBundle === true || Date.now() - fetchedAt > FRESH) {
      const bundle = await fetchBundle(await enrolled());
      fetchedAt = Date.now();
      await acknowledge(device, bundle);
    }
    return true;
  }

  addEventListener("online", () => run());
  addEventListener("offline", () => changed({ reached: false, busy: false }));
  document.addEventListener("visibilitychange", () => { if (!document.hidden) run(); });
  run(true);
  return run;
}

/** @returns {Promise<boolean>} whether there was anything to send */
async function sendAll(device, progress) {
  let sent = false;
  for (;;) {
    const next = await waiting(MOST);
    const batch = next.filter(scan => scan.device === next[0].device);
    if (!batch.length) return sent;
    if (await send(device, batch) === 0) throw new Error("the answers were not to what was sent");
    sent = true;
    progress();
  }
}

/** @returns {Promise<number>} how many need not be sent again */
async function send(device, batch) {
  const sender = batch[0].device;
  try {
    const said = await ask("/api/redemptions", {
      token: device.token,
      body: { device: sender, sentAt: new Date().toISOString(), items: batch.map(item) },
    });
    return await answer(said.results);
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem;
    if (problem.type === "device-revoked") await hold(batch.map(scan => scan.nonce));
    // What this browser signed before it was set up again is kept apart, and what it signs now goes on.
    if (problem.type === "device-revoked" && sender !== device.id) return batch.length;
    if (problem.isForDevice || ![400, 413, 422].includes(problem.status)) throw problem;
    return sendSingly(device, batch);
  }
}

/** One scan that the town cannot read must not keep back the others. */
async function sendSingly(device, batch) {
  if (batch.length === 1) return answer([{ nonce: batch[0].nonce, outcome: "NOT_TAKEN" }]);
  let answered = 0;
  for (const scan of batch) answered += await send(device, [scan]);
  return answered;
}
