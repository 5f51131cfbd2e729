// Days, times and amounts as people at the place say them.

import { now } from "./clock.js";
import { chosen, say } from "./words.js";

let zone = "UTC";
let currency = "CNY";

/** @param {{zone: string, currency: string}} place */
export function at(place) {
  zone = place.zone;
  currency = place.currency;
}

const format = options => new Intl.DateTimeFormat(chosen() === "en" ? "en-GB" : chosen(), { timeZone: zone, ...options });

/** 15:00. @param {number} millis */
export const time = millis => format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(millis);

/** Friday, 28 November. @param {number} millis */
export const date = millis => format({ weekday: "long", day: "numeric", month: "long" }).format(millis);

const day = millis => format({ year: "numeric", month: "2-digit", day: "2-digit" }).format(millis);

/** @param {number} millis */
export const isToday = millis => day(millis) === day(now());

/** Today 15:00; another day's with its date. @param {number} millis */
export const moment = millis => isToday(millis)
  ? say("counter.app.today-at", { time: time(millis) })
  : format({ weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" })
    .format(millis);

/** 3 hours, 2 days. @param {number} millis */
export function span(millis) {
  const minutes = Math.round(Math.abs(millis) / 60_000);
  if (minutes < 90) return say("counter.app.minutes", { count: minutes });
  const hours = Math.round(minutes / 60);
  return hours < 48 ? say("counter.app.hours", { count: hours })
    : say("counter.app.days", { count: Math.round(hours / 24) });
}

/** As on a price tag: ¥88, ¥88.50. @param {number} minor in minor units of the place's currency */
export function money(minor) {
  const style = { style: "currency", currency, currencyDisplay: "narrowSymbol" };
  const decimals = new Intl.NumberFormat(chosen(), style).resolvedOptions().maximumFractionDigits;
  const whole = minor % 10 ** decimals === 0;
  return new Intl.NumberFormat(chosen(), { ...style, minimumFractionDigits: whole ? 0 : decimals })
    .format(minor / 10 ** decimals);
}
