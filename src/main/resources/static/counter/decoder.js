// Reads QR codes from pictures: with the browser's own reader, else with zxing, which is loaded when first needed.

/** @typedef {(picture: ImageData) => Promise<string | undefined>} Decoder */

/** @type {Promise<Decoder> | undefined} */
let ready;

/** @returns {Promise<Decoder>} */
export const decoder = () => {
  ready ??= native().then(own => own ?? zxing());
  ready.catch(() => { ready = undefined; });
  return ready;
};

async function native() {
  const formats = await globalThis.BarcodeDetector?.getSupportedFormats?.().catch(() => []) ?? [];
  if (!formats.includes("qr_code")) return undefined;
  const detector = new BarcodeDetector({ formats: ["qr_code"] });
  return async picture => (await detector.detect(picture))[0]?.rawValue;
}

async function zxing() {
  const { prepareZXingModule, readBarcodes } = await import("./zxing/reader/index.js");
  await prepareZXingModule({
    overrides: { locateFile: () => "/counter/zxing/zxing_reader.wasm" },
    fireImmediately: true,
  });
  const options = { formats: ["QRCode"], maxNumberOfSymbols: 1, tryHarder: true };
  return async picture => (await readBarcodes(picture, options)).find(found => found.isValid)?.text;
}
