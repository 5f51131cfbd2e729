// Passkeys: only a script can ask a device for one. Without them, or without scripts, a code does the same.
"use strict";

const bytes = text => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), c => c.charCodeAt(0));
const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

const post = (address, form, body) => fetch(address, {
  method: "POST",
  headers: { "Content-Type": "application/json", "Accept": "application/json, application/problem+json", "X-XSRF-TOKEN": form.elements._csrf.value },
  body,
});

// The options of the WebAuthn standard carry bytes as base64url.
const readable = options => ({
  ...options,
  challenge: bytes(options.challenge),
  ...(options.user && { user: { ...options.user, id: bytes(options.user.id) } }),
  excludeCredentials: (options.excludeCredentials || []).map(one => ({ ...one, id: bytes(one.id) })),
  allowCredentials: (options.allowCredentials || []).map(one => ({ ...one, id: bytes(one.id) })),
});

const answered = credential => {
  const response = { clientDataJSON: text(credential.response.clientDataJSON) };
  if (credential.response.attestationObject) {
    response.attestationObject = text(credential.response.attestationObject);
    response.transports = credential.response.getTransports ? credential.response.getTransports() : [];
  } else {
    response.authenticatorData = text(credential.response.authenticatorData);
    response.signature = text(credential.response.signature);
    if (credential.response.userHandle) response.userHandle = text(credential.response.userHandle);
  }
  return JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
    response,
  });
};

const sentence = async answer => (await answer.json().catch(() => ({}))).detail;

const ask = async form => {
  const asked = await post(form.dataset.options, form, "{}");
  if (!asked.ok) throw new Error(await sentence(asked));
  const publicKey = readable(await asked.json());
  const credential = form.dataset.passkey === "create"
    ? await navigator.credentials.create({ publicKey })
    : await navigator.credentials.get({ publicKey });
  const label = form.elements.label ? "?label=" + encodeURIComponent(form.elements.label.value) : "";
  const done = await post(form.dataset.answer + label, form, answered(credential));
  if (!done.ok) throw new Error(await sentence(done));
  location.assign((await done.json()).next);
};

if (window.PublicKeyCredential) {
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", event => {
      event.preventDefault();
      event.stopPropagation();
      const say = form.querySelector("[role=status]");
      say.hidden = true;
      ask(form).catch(failure => {
        // whoever closed the device's question knows why
        say.querySelector("span").textContent = failure instanceof DOMException ? form.dataset.no : failure.message || form.dataset.no;
        say.hidden = false;
      });
    });
  }
}
