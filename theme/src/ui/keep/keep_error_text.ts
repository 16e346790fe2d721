/** Why the archive cannot be kept or was not kept, and what to do about it, as sentences. */

import type { KeepObstacle } from "../../offline/device_support.ts";
import type { KeepError, KeepErrorKind } from "../../offline/keep_error.ts";

const ERRORS: Readonly<Record<KeepErrorKind, string>> = {
  offline: "The connection broke. What has arrived is kept: continue when there is a network again.",
  missing: "A file on the server's list is missing from the server. Try again in a few minutes.",
  full: "The browser has no more room for this site. Free some space on the device and try again.",
  busy: "Another tab is downloading the archive already. Continue there.",
  stopped: "You stopped the download. What has arrived is kept.",
  damaged: "The server's list of files cannot be read. Reload this page and try again.",
  failed: "The browser could not store the files. Reload this page and try again.",
};

const OBSTACLES: Readonly<Record<KeepObstacle, string>> = {
  disk: "You are reading this archive from a folder, so all of it is on this device already: every page and every search works without a network. Only installing it as an app and updating it in place need a web address: browsers do not allow them for pages from a folder.",
  insecure: "Browsers keep only sites with a secure address. Open this one under https://.",
  browser: "This browser cannot keep sites, or cannot in a private window. Try another window or another browser.",
};

/** Why keeping ended early, and what to do. */
export function keepErrorText(error: KeepError): string {
  return ERRORS[error.kind];
}

/** Why the archive cannot be kept here, and what to do. */
export function obstacleText(obstacle: KeepObstacle): string {
  return OBSTACLES[obstacle];
}
