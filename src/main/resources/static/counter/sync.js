// Sends what waits, in the order of its numbers, fetches what is new, and hears at least once a minute whether this device
// is still a counter. One window at a time does it: the one that holds the lock; the others are told.

import { acknowledge, fetchBundle } from "./bundle.js";
import { device as enrolled, revoked } from "./device.js";
import { listenAgain } from "./redeem.js";
import { answer, item, waiting } from "./scans.js";
import { Refused, ask } from "./server.js";

const LOCK = "townloop-counter-sync";
/** How many scans one request takes, and how many are in memory at a time. */
const MOST = 100;
const MOST_READ = 2_000;
/** How old a bundle may grow while there is a network, how often the town is asked at least, in milliseconds. */
const FRESH = 10 * 60_000;
const PULSE = 45_000;
const PAUSES = [5, 10, 20, 40].map(seconds => seconds * 1000);
/** To draw what was sent takes time from sending. */
const GLIMPSE = 400;

/** @typedef {{reached: boolean, busy: boolean}} State */

/**
 * @param {{changed: (state: State) => void}} listener
 */
export function keepInSync({ changed }) {
  const news = new BroadcastChannel("townloop-counter");
  let failures = 0;
  let timer = 0;
  let fetchedAt = 0;
  let toldAt = 0;

  const tell = state => { toldAt = Date.now(); changed(state); news.postMessage("changed"); };
  news.onmessage = () => changed({ reached: failures === 0, busy: false });

  const later = () => {
    clearTimeout(timer);
    const pause = failures ? PAUSES[Math.min(failures, PAUSES.length) - 1] : PULSE;
    timer = setTimeout(run, pause * (0.8 + 0.4 * Math.random()));
  };

  /** @param {boolean} [wantsBundle] even if the one here is fresh */
  async function run(wantsBundle = false) {
    clearTimeout(timer);
    await navigator.locks.request(LOCK, { ifAvailable: true }, async lock => {
      if (!lock) return;
      try {
        if (await pass(wantsBundle) || failures) tell({ reached: true, busy: false });
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

  /** @returns {Promise<boolean>} whether there is anything new to see */
  async function pass(wantsBundle) {
    const device = await enrolled();
    if (!device) return false;
    const sent = await sendAll(device, progress);
    const { revoked: isRevoked } = await enrolled();
    if (isRevoked) return sent || !device.revoked;
    if (!sent && wantsBundle !== true && Date.now() - fetchedAt < FRESH) {
      await ask("/api/me", { token: device.token });
      return false;
    }
    changed({ reached: failures === 0, busy: true });
    const bundle = await fetchBundle(await enrolled());
    fetchedAt = Date.now();
    await acknowledge(device, bundle);
    return true;
  }

  const progress = () => { if (Date.now() - toldAt > GLIMPSE) tell({ reached: failures === 0, busy: true }); };

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
    const queue = await waiting(MOST_READ);
    if (!queue.length) return sent;
    await sendQueue(device, queue, progress);
    sent = true;
  }
}

/**
 * While the town judges a batch, its answers to the one before are written down. If that fails, or is cut off, those are
 * still waiting; sent again they get the same answers.
 */
async function sendQueue(device, queue, progress) {
  let written = Promise.resolve();
  for (const batch of batches(queue)) {
    progress();
    const results = await send(device, batch);
    await written;
    written = writeDown(results);
    written.catch(() => {}); // it is waited for after the next batch
  }
  await written;
}

/** By the device that signed them: this one, or what this browser was before it was set up again. */
function* batches(queue) {
  while (queue.length) {
    const batch = queue.slice(0, MOST).filter(scan => scan.device === queue[0].device);
    yield batch;
    queue = queue.filter(scan => !batch.includes(scan));
  }
}

async function writeDown(results) {
  if (await answer(results) === 0) throw new Error("the answers were not to what was sent");
}

/** @returns {Promise<object[]>} what the town said to each */
async function send(device, batch) {
  const sender = batch[0].device;
  try {
    const said = await ask("/api/redemptions", {
      token: device.token,
      body: { device: sender, sentAt: new Date().toISOString(), items: batch.map(item) },
    });
    return said.results;
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem;
    if (problem.type === "device-revoked") {
      // What this browser signed before it was set up again is kept apart, and what it signs now goes on.
      if (sender === device.id) await revoked();
      const held = new Set(problem.held);
      return batch.map(({ nonce }) => held.has(nonce) ? { nonce, held: true } : { nonce, left: true });
    }
    if (problem.isForDevice || ![400, 413, 422].includes(problem.status)) throw problem;
    return sendSingly(device, batch);
  }
}

/** One scan that the town cannot read must not keep back the others. */
async function sendSingly(device, batch) {
  if (batch.length === 1) return [{ nonce: batch[0].nonce, outcome: "NOT_TAKEN" }];
  const results = [];
  for (const scan of batch) results.push(...await send(device, [scan]));
  return results;
}
