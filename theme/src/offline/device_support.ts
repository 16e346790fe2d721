/** Whether the browser can keep the site on the device, and why not. */

/**
 * - `disk`: the site is read from a folder, where browsers do not allow service workers;
 * - `insecure`: the address is neither https nor this machine;
 * - `browser`: the browser has no service workers, or refuses them in a private window.
 */
export type KeepObstacle = "disk" | "insecure" | "browser";

/** Why the site cannot be kept; undefined if it can. */
export function keepObstacle(): KeepObstacle | undefined {
  if (location.protocol === "file:") return "disk";
  if (!isSecureContext) return "insecure";
  return "serviceWorker" in navigator && "locks" in navigator ? undefined : "browser";
}
