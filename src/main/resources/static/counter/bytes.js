// Bytes and how they are written in tokens and signatures.

/** @param {string} text */
export const utf8 = text => new TextEncoder().encode(text);

/**
 * Base64url without padding (RFC 4648, section 5).
 * @param {BufferSource} bytes
 */
export function encode(bytes) {
  const all = new Uint8Array(bytes instanceof ArrayBuffer ? bytes : bytes.buffer);
  return btoa(String.fromCharCode(...all)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/**
 * @param {string} text base64, of either alphabet
 * @returns {Uint8Array}
 */
export function decode(text) {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), letter => letter.charCodeAt(0));
}

/** @param {string} text */
export const sha256 = async text => encode(await crypto.subtle.digest("SHA-256", utf8(text)));
