// What the service worker does with notices: shows them, and opens the page they are about.
"use strict";

addEventListener("push", event => {
  const said = event.data ? event.data.json() : { title: "Townloop", body: "", path: "/my-loop", tag: "" };
  event.waitUntil(registration.showNotification(said.title, {
    body: said.body,
    tag: said.tag,
    data: { path: typeof said.path === "string" && said.path.startsWith("/") ? said.path : "/my-loop" }
  }));
});

addEventListener("notificationclick", event => {
  event.notification.close();
  event.waitUntil(show(new URL(event.notification.data.path, location.origin).href));
});

async function show(address) {
  const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const same = open.find(page => page.url === address);
  return same ? same.focus() : clients.openWindow(address);
}
