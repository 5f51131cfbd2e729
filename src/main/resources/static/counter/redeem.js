// From a token to a verdict. The device judges first; what it would accept is written down and then shown to the town,
// which has a second and a half to answer. Without an answer the very same scan goes into the queue: whether the town
// heard the question or not, it knows the scan by its nonce and counts it once.

import { now } from "./clock.js";
import { judge } from "./judge.js";
import { Outdated, all, answer, ask as askAbout, enqueue, item } from "./scans.js";
import { Refused, Unanswered, ask } from "./server.js";
import { given, kept, write } from "./store.js";
import { verify } from "./token.js";

const PATIENCE = 1500;
/** After a question without an answer the next guests are not kept waiting for one. */
const RESPITE = 15_000;

let silentUntil = 0;

/** The network may be there again. */
export const listenAgain = () => { silentUntil = 0; };

/**
 * @param {string} token
 * @param {import("./bundle.js").Bundle | undefined} bundle
 * @returns {Promise<import("./judge.js").Judgement>}
 */
export async function look(token, bundle) {
  return judge({ token: await verify(token, bundle?.keys ?? []), bundle, own: await all(), now: now() });
}

/**
 * A verdict: of the town if `answer` is there, else of this device alone.
 * @typedef {{judgement: import("./judge.js").Judgement, answer?: object, scan?: import("./scans.js").Scan}} Verdict
 */

/**
 * @param {{token: string, units: number, staffId?: string}} wanted
 * @param {{device: import("./device.js").Device, bundle: () => import("./bundle.js").Bundle | undefined}} here
 * @returns {Promise<Verdict>}
 */
export const redeem = (wanted, here) => navigator.locks.request("townloop-counter-scan", () => decide(wanted, here));

/** One window at a time, so that it knows what the other has just redeemed. */
async function decide(wanted, here) {
  const bundle = here.bundle();
  const judgement = await look(wanted.token, bundle);
  if (judgement.final) return { judgement };
  if (judgement.kind === "good" && judgement.left < wanted.units) judgement.kind = "fewer";
  if (judgement.kind !== "good") return { judgement, answer: await askOnly({ ...wanted, judgement }, here.device) };
  try {
    return await redeemGood({ ...wanted, judgement }, here.device, bundle.id);
  } catch (problem) {
    if (!(problem instanceof Outdated)) throw problem;
    await here.renew();
    return decide(wanted, here);
  }
}

async function redeemGood({ token, judgement, units, staffId }, device, bundleId) {
  const { voucher, known } = judgement;
  const draft = {
    token,
    voucher,
    units,
    staffId,
    unknown: !known,
    who: known?.who,
    what: known?.offer.title,
    scannedAt: new Date().toISOString(),
  };
  if (!mayAsk()) return { judgement, scan: await enqueue(draft, bundleId) };
  const scan = await askAbout(draft, bundleId);
  const said = await first(device, item(scan));
  if (!said) return { judgement, scan: await enqueue(scan, bundleId) };
  await answer([said], true);
  return { judgement, scan, answer: said };
}

/**
 * What this device would not accept alone is asked, not queued: it must not be counted later, when the guest is gone.
 * The question keeps its nonce until it is answered, so that asking again about the same voucher counts it once.
 */
async function askOnly({ token, judgement, units, staffId }, device) {
  if (!mayAsk()) return undefined;
  const name = "asked " + (judgement.voucher ?? token);
  const question = await write(async kept => {
    const open = await given(kept.get(name));
    const asked = open ?? { token, nonce: crypto.randomUUID(), scannedAt: new Date().toISOString(), offline: false,
      units, ...(staffId && { staffId }) };
    if (!open) await given(kept.put(asked, name));
    return asked;
  });
  const said = await first(device, question);
  if (said) await write(kept => given(kept.delete(name)));
  return said;
}

const mayAsk = () => navigator.onLine && Date.now() >= silentUntil;

/** @returns {Promise<object | undefined>} the town's answer, undefined if there is none in time */
async function first(device, asked) {
  try {
    const answer = await ask("/api/redemptions", {
      token: device.token,
      body: { device: device.id, sentAt: new Date().toISOString(), items: [asked] },
      within: PATIENCE,
    });
    return answer.results?.find(result => result.nonce === asked.nonce);
  } catch (problem) {
    if (problem instanceof Refused && problem.isForDevice) throw problem;
    if (problem instanceof Unanswered) silentUntil = Date.now() + RESPITE;
    return undefined;
  }
}
