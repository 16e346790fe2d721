/** Makes the site an app: its manifest, and the service worker that answers without a network. */

import { keepObstacle } from "./device_support.ts";

/** Milliseconds after loading before the worker is registered; chosen by eye: the page itself loads first. */
const PAUSE = 3_000;

/** Call this when the page has loaded. @param root relative way to the site's root. */
export function startWebApp(root: string): void {
  if (keepObstacle() !== undefined) return; // from the disk a browser may not read even the manifest
  const link = document.createElement("link");
  link.rel = "manifest";
  link.href = `${root}manifest.webmanifest`;
  document.head.append(link);
  setTimeout(() => registerWorker(root), PAUSE);
}

/** Registers the service worker. If the browser refuses it, the site works as before. */
export function registerWorker(root: string): void {
  navigator.serviceWorker.register(`${root}service-worker.js`).catch((error: unknown) => {
    console.info("no service worker:", error);
  });
}
