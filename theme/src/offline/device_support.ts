/** Whether the browser can keep the site on the device, and if not, why. */

/**
 * - `disk`: the site is read from a folder, where browsers allow no service worker;
 * - `insecure`: the address is neither https nor this machine;
 * - `browser`: the browser has no service workers, or refuses them in a private window.
 */
export type KeepObstacle = "disk" | "insecure" | "browser";

/** What stands in the way of keeping; undefined if nothing does. */
export function keepObstacle(): KeepObstacle | undefined {
  if (location.protocol === "file:") return "disk";
  if (!isSecureContext) return "insecure";
  return "serviceWorker" in navigator && "locks" in navigator ? undefined : "browser";
}
