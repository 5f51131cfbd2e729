// What this device keeps. One database for the counter: a few named things, and the scans.

const NAME = "townloop-counter";
const VERSION = 1;

/** States of scans that have used units of a voucher, and that the town has not judged. */
export const OPEN = ["waiting", "held", "left"];

/** @type {Promise<IDBDatabase> | undefined} */
let opened;

/** @returns {Promise<IDBDatabase>} */
function database() {
  opened ??= new Promise((resolve, reject) => {
    const opening = indexedDB.open(NAME, VERSION);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore("kept");
      const scans = opening.result.createObjectStore("scans", { keyPath: "nonce" });
      scans.createIndex("state", "state");
      scans.createIndex("queue", ["state", "sequence"]);
    };
    opening.onsuccess = () => {
      opening.result.onclose = () => { opened = undefined; };
      resolve(opening.result);
    };
    opening.onerror = () => { opened = undefined; reject(opening.error); };
  });
  return opened;
}

/**
 * What a request of the database gives.
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
export function given(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/**
 * Does something in one transaction and waits until it is on the disk: with `durability: "strict"` the browser answers
 * only after the operating system was told to write it down.
 * @template T
 * @param {(kept: IDBObjectStore, scans: IDBObjectStore) => Promise<T>} act may wait for the database only
 * @returns {Promise<T>}
 */
export async function write(act) {
  const transaction = (await database()).transaction(["kept", "scans"], "readwrite", { durability: "strict" });
  const written = new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error ?? new Error("not written"));
  });
  written.catch(() => {});
  try {
    const result = await act(transaction.objectStore("kept"), transaction.objectStore("scans"));
    await written;
    return result;
  } catch (problem) {
    try { transaction.abort(); } catch { /* it is over already */ }
    throw problem;
  }
}

/**
 * @template T
 * @param {(kept: IDBObjectStore, scans: IDBObjectStore) => Promise<T>} act
 * @returns {Promise<T>}
 */
export async function read(act) {
  const transaction = (await database()).transaction(["kept", "scans"]);
  return act(transaction.objectStore("kept"), transaction.objectStore("scans"));
}

/**
 * @param {string} name
 * @returns {Promise<any>} undefined if nothing is kept under the name
 */
export const kept = name => read(store => given(store.get(name)));

/**
 * @param {string} name
 * @param {any} value
 */
export const keep = (name, value) => write(store => given(store.put(value, name)));

/**
 * Whether the browser promised not to clear all this when its disk is full. It is asked again each time: a browser
 * grants it to what is installed or often used.
 * @returns {Promise<boolean>}
 */
export async function isSafe() {
  if (!navigator.storage?.persist) return false;
  return await navigator.storage.persisted() || navigator.storage.persist();
}
