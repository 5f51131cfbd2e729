// The counter's comforts: a sound for each verdict, a field that is always ready. It works without them.
"use strict";
(() => {
  // Frequencies in hertz and beginnings in seconds: rising is yes, level is wait, falling and low is no.
  const tunes = {
    good: [[660, 0], [880, .11]],
    wait: [[440, 0], [440, .18]],
    bad: [[220, 0], [165, .2]],
  };
  let audio;

  // A browser lets a page be heard once somebody has used it: the first key or touch opens the way.
  const open = () => {
    audio ??= new (window.AudioContext || window.webkitAudioContext)();
    if (audio.state === "suspended") audio.resume();
  };

  const play = verdict => {
    try {
      open();
      for (const [hertz, begin] of tunes[verdict] || []) {
        const tone = audio.createOscillator();
        const volume = audio.createGain();
        const at = audio.currentTime + begin;
        tone.frequency.value = hertz;
        tone.type = verdict === "bad" ? "square" : "sine";
        volume.gain.setValueAtTime(verdict === "bad" ? .08 : .2, at);
        volume.gain.exponentialRampToValueAtTime(.001, at + .16);
        tone.connect(volume).connect(audio.destination);
        tone.start(at);
        tone.stop(at + .17);
      }
    } catch {
      // no sound here: the colour and the sentence say it too
    }
  };

  const token = () => document.getElementById("token");
  const byTouch = matchMedia("(pointer: coarse)").matches;

  const shown = () => {
    const verdict = document.querySelector("[data-verdict]");
    if (!verdict) return;
    play(verdict.dataset.verdict);
    // On a phone the field would bring up its keyboard, over the verdict.
    if (byTouch) token().blur();
    else token().focus({ preventScroll: true });
  };

  addEventListener("pointerdown", open);
  addEventListener("keydown", event => {
    open();
    // A hand scanner types wherever the focus is: what it types belongs into the field.
    const typing = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    const elsewhere = !document.activeElement || !document.activeElement.matches("input, textarea, select");
    if (typing && elsewhere && event.key !== " " && token()) token().focus();
  });

  document.addEventListener("htmx:afterSettle", shown);
  // What is wrong with a code is said on the page too.
  document.addEventListener("htmx:beforeSwap", event => {
    if (event.detail.xhr.status === 422) event.detail.shouldSwap = true;
  });
  // The same form is sent again, with its nonce: it counts once.
  const again = () => {
    document.getElementById("no-network").hidden = false;
    for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
    play("wait");
  };
  document.addEventListener("htmx:sendError", again);
  document.addEventListener("htmx:responseError", event => {
    if (event.detail.xhr.status >= 500) again();
  });
  shown();
})();
