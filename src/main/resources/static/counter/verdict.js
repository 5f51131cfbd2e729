// Puts a verdict into words: a colour, a title, a few facts, and what to do now.

import { whatOf } from "./bundle.js";
import { now } from "./clock.js";
import { plain, say } from "./words.js";
import { date, isToday, moment, money, time } from "./times.js";

/**
 * @typedef {object} Said
 * @property {"good" | "wait" | "bad"} light green, amber, red
 * @property {string} title
 * @property {string[]} facts a line each
 * @property {string} [advice] what to do now
 * @property {number} [left] units that could be redeemed next
 */

/** So many letters stand on one line of a telephone. */
const SHORT = 14;

/** What the town answered, by its outcome. */
const OUTCOMES = {
  REDEEMED: good,
  ALREADY_REDEEMED: about => about.answer?.unitsLeft > 0 ? fewer(about.answer.unitsLeft) : red("already", firstOf(about)),
  EXPIRED: about => amber("expired", untilOf(about)),
  REVOKED: () => red("revoked", say("counter.revoked.fact")),
  WRONG_PLACE: () => amber("wrong-place", say("counter.wrong-place.fact")),
  BAD_SIGNATURE: about => about.judgement.voucher ? amber("app.not-accepted") : red("not-a-voucher",
    say("counter.not-a-voucher.fact")),
  CONFLICT: about => amber("conflict", firstOf(about)),
};

/** What this device knows by itself. */
const KINDS = {
  good,
  "not-a-voucher": OUTCOMES.BAD_SIGNATURE,
  "wrong-place": OUTCOMES.WRONG_PLACE,
  expired: OUTCOMES.EXPIRED,
  revoked: OUTCOMES.REVOKED,
  already: about => red("already", firstOf(about)),
  fewer: ({ judgement }) => fewer(judgement.left),
  here: ({ judgement }) => red("already", say("counter.app.here", { when: moment(Date.parse(judgement.first.scannedAt)) })),
  old: () => amber("app.connect", say("counter.app.connect.old")),
  cap: () => amber("app.connect", say("counter.app.connect.cap")),
  "unknown-key": () => amber("app.connect", say("counter.app.connect.unknown-key")),
  card: () => amber("app.card"),
  "revoked-device": () => red("app.device-revoked"),
  "nothing-known": () => amber("app.connect", say("counter.app.connect.nothing-known")),
};

/**
 * @param {import("./redeem.js").Verdict} verdict
 * @param {import("./bundle.js").Bundle | undefined} bundle
 * @returns {Said}
 */
export function inSentences(verdict, bundle) {
  const about = { ...verdict, bundle, known: verdict.judgement.known };
  const said = verdict.answer ? OUTCOMES[verdict.answer.outcome](about) : KINDS[verdict.judgement.kind](about);
  return said.light === "good" ? said : { ...said, facts: [...whoAndWhat(about), ...said.facts] };
}

const red = (key, ...facts) => sentence("bad", key, facts);
const amber = (key, ...facts) => sentence("wait", key, facts);

/** Part of what was asked for: a voucher is had by all the units asked for or none. */
const fewer = left => ({ ...amber("fewer"), title: say("counter.fewer", { left }) });

const sentence = (light, key, facts) => ({
  light,
  title: say("counter." + key),
  facts: facts.filter(Boolean),
  advice: say("counter." + key + ".do"),
});

function good({ judgement, answer, scan, known, bundle }) {
  const facts = [];
  const left = leftAfter(judgement, answer, scan);
  if (known) {
    facts.push(what(known, bundle));
    const amount = money(partOf(known, scan?.units ?? 1));
    facts.push(answer ? say("counter.paid", { amount }) : say("counter.app.paid", { amount }));
    const due = dueFor(known, scan?.units ?? 1);
    if (due > 0) facts.push(say("counter.app.balance", { amount: money(due) }));
    if (known.units > 1) facts.push(say("counter.app.units-left", { left, units: known.units }));
    if (known.start && !isToday(known.start)) facts.push(say("counter.other-day", { when: startOf(known) }));
  } else if (left > 0) {
    facts.push(say("counter.app.more-left", { left }));
  }
  if (!answer) facts.push(say("counter.app.verified-here", { time: time(now()) }));
  return { light: "good", title: greeting(known), facts, left };
}

function leftAfter(judgement, answer, scan) {
  if (answer?.unitsLeft !== undefined) return answer.unitsLeft;
  return (judgement.left ?? 1) - (scan?.units ?? 1);
}

/**
 * Units share the value so that all parts add up to it: unit i is worth floor(value·i/n) − floor(value·(i−1)/n).
 * @param {import("./bundle.js").Known} known
 * @param {number} units
 */
function partOf({ value, units: all, redeemed }, units) {
  const upTo = count => Math.floor(value * Math.min(count, all) / all);
  return upTo(redeemed + units) - upTo(redeemed);
}

/** What these units still cost at the place: as much for each, as far as this device knows. */
const dueFor = ({ balance, units: all }, units) => Math.floor(balance * Math.min(units, all) / all);

/** What is had on a day has no time. @param {import("./bundle.js").Known} known */
export const startOf = ({ offer, start }) => offer.onDay ? date(start) : moment(start);

/** A name that fits stays on one line. */
function greeting(known) {
  if (!known?.who) return say("counter.redeemed");
  const name = known.who.length > SHORT ? plain(known.who) : plain(known.who).replaceAll(" ", "\u00a0");
  return known.start && isToday(known.start) && !known.offer.onDay
    ? say("counter.redeemed.who", { name, time: time(known.start) })
    : say("counter.redeemed.name", { name });
}

const what = (known, bundle) => whatOf(known.offer.title, bundle?.booking(known.id), known.choices);

const whoAndWhat = ({ known, bundle }) =>
  known ? [say("counter.who-what", { name: plain(known.who), what: what(known, bundle) })] : [];

function firstOf({ answer }) {
  const at = answer?.first?.at ?? answer?.redeemedAt;
  const where = answer?.first?.name;
  if (!at) return undefined;
  const when = moment(Date.parse(at));
  return where ? say("counter.already.when", { when, place: plain(where) }) : say("counter.app.already.when", { when });
}

const untilOf = ({ judgement }) =>
  judgement.until && say("counter.expired.when", { when: moment(judgement.until) });
