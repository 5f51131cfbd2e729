// Looks through the camera until a code is seen or somebody closes it.

import { decoder } from "./decoder.js";
import { h, icon } from "./dom.js";
import { say } from "./words.js";

/** Milliseconds between two looks, so that a slow telephone stays cool. */
const PAUSE = 120;
/** Pixels of the longer side that are looked at. */
const ENOUGH = 960;

/**
 * Fills the screen with what the camera sees.
 * @param {HTMLElement} where
 * @returns {Promise<string | undefined>} what the code says; undefined if it was closed
 */
export async function scan(where) {
  const video = h("video", { playsinline: true, muted: true, "aria-label": say("counter.app.camera") });
  const closing = new AbortController();
  const view = h("section.camera", { "aria-label": say("counter.app.camera") },
    video,
    h("div.frame", { "aria-hidden": "true" }),
    h("p", { role: "status" }, say("counter.app.camera.hint")),
    h("button.btn.big", { type: "button", onclick: () => closing.abort() },
      icon("cross"), say("counter.app.camera.close")));
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: false,
    video: { facingMode: "environment", width: { ideal: 1280 }, height: { ideal: 720 } },
  });
  where.append(view);
  try {
    video.srcObject = stream;
    await video.play();
    return await watch(video, await decoder(), closing.signal);
  } finally {
    stream.getTracks().forEach(track => track.stop());
    view.remove();
  }
}

async function watch(video, decode, closed) {
  const canvas = document.createElement("canvas");
  const brush = canvas.getContext("2d", { willReadFrequently: true });
  while (!closed.aborted) {
    const scale = Math.min(1, ENOUGH / Math.max(video.videoWidth, video.videoHeight, 1));
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    if (canvas.width) {
      brush.drawImage(video, 0, 0, canvas.width, canvas.height);
      const text = await decode(brush.getImageData(0, 0, canvas.width, canvas.height));
      if (text) return text;
    }
    await new Promise(resolve => setTimeout(resolve, PAUSE));
  }
  return undefined;
}
