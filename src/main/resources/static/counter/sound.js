// What a verdict sounds and feels like: rising is yes, level is wait, falling and low is no.

/** Frequencies in hertz and beginnings in seconds. */
const TUNES = {
  good: [[660, 0], [880, .11]],
  wait: [[440, 0], [440, .18]],
  bad: [[220, 0], [165, .2]],
};
/** Shakes and pauses in milliseconds. */
const SHAKES = { good: [60], wait: [60, 80, 60], bad: [300] };

/** @type {AudioContext | undefined} */
let audio;

export const isMuted = () => localStorage.getItem("muted") === "yes";

export const mute = yes => localStorage.setItem("muted", yes ? "yes" : "no");

/** A browser lets a page be heard once somebody has used it: the first key or touch opens the way. */
function open() {
  audio ??= new AudioContext();
  if (audio.state === "suspended") audio.resume();
}
addEventListener("pointerdown", open);
addEventListener("keydown", open);

/** @param {"good" | "wait" | "bad"} light */
export function play(light) {
  navigator.vibrate?.(SHAKES[light]);
  if (isMuted()) return;
  try {
    open();
    for (const [hertz, begin] of TUNES[light]) tone(hertz, begin, light === "bad");
  } catch {
    // no sound here: the colour and the sentence say it too
  }
}

function tone(hertz, begin, harsh) {
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  const at = audio.currentTime + begin;
  tone.frequency.value = hertz;
  tone.type = harsh ? "square" : "sine";
  volume.gain.setValueAtTime(harsh ? .08 : .2, at);
  volume.gain.exponentialRampToValueAtTime(.001, at + .16);
  tone.connect(volume).connect(audio.destination);
  tone.start(at);
  tone.stop(at + .17);
}
