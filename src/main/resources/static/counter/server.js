// Questions to the town. Each has its time, and each answer tells what the town's clock shows.

import { measure } from "./clock.js";

/** No answer: no network, too slow, or the server is down. The same question may be asked again. */
export class Unanswered extends Error {}

/** The town said no. */
export class Refused extends Error {
  /**
   * @param {number} status
   * @param {{type?: string, title?: string, detail?: string, held?: string[]}} problem RFC 9457
   */
  constructor(status, problem) {
    super(problem.detail ?? problem.title ?? String(status));
    this.status = status;
    this.type = String(problem.type ?? "").replace(/.*[/:]/, "");
    /** @type {string[]} of a revoked device: the nonces of those scans that the town has */
    this.held = problem.held ?? [];
  }

  /** This device may do nothing here any more. It is the town that says so, not a network that wants a sign-in first. */
  get isForDevice() {
    return this.type === "token-needed" || this.type === "device-revoked";
  }
}

/**
 * @param {string} path
 * @param {{token?: string, body?: object, headers?: Record<string, string>, within?: number}} how `within`: milliseconds
 * @returns {Promise<any>} the answer's JSON
 */
export async function ask(path, { token, body, headers = {}, within = 20_000 } = {}) {
  const asked = Date.now();
  const response = await reach(path, {
    method: body ? "POST" : "GET",
    headers: {
      Accept: "application/json",
      ...(token && { Authorization: "Bearer " + token }),
      ...(body && { "Content-Type": "application/json" }),
      ...headers,
    },
    body: body && JSON.stringify(body),
    credentials: token ? "omit" : "same-origin",
    redirect: "error",
    cache: "no-store",
    signal: AbortSignal.timeout(within),
  });
  const answer = response.status === 204 ? {} : await response.json().catch(() => undefined);
  if (response.status >= 500 || response.status === 429) throw new Unanswered(String(response.status));
  if (!response.ok) throw new Refused(response.status, answer ?? {});
  if (answer === undefined) throw new Unanswered("cut off");
  if (answer.serverTime) measure(answer.serverTime, asked, Date.now());
  return answer;
}

async function reach(path, request) {
  try {
    return await fetch(path, request);
  } catch (problem) {
    throw new Unanswered(String(problem));
  }
}
