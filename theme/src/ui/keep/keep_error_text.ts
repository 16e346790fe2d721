/** What stands in the way of keeping the archive, in a sentence and with what to do. */

import type { KeepObstacle } from "../../offline/device_support.ts";
import type { KeepError, KeepErrorKind } from "../../offline/keep_error.ts";

const ERRORS: Readonly<Record<KeepErrorKind, string>> = {
  offline: "The connection broke; what has arrived is kept, so continue when there is a network again.",
  missing: "The server does not give a file of its own list; try again in a few minutes.",
  full: "The browser gives this site no more room: free some space on the device and try again.",
  busy: "Another tab is downloading the archive already; go on there.",
  stopped: "You stopped it; what has arrived is kept.",
  damaged: "The server's list of files cannot be read; reload this page and try again.",
  failed: "The browser could not store the files; reload this page and try again.",
};

const OBSTACLES: Readonly<Record<KeepObstacle, string>> = {
  disk: "You are reading this archive from a folder, so all of it is on this device already: every page and every search works without a network. Only installing it as an app and updating it in place need a web address; browsers refuse them to pages from a folder.",
  insecure: "Browsers keep only sites with a secure address: ask for this one under https://.",
  browser: "This browser cannot keep sites, or not in a private window: try another window or another browser.",
};

export function keepErrorText(error: KeepError): string {
  return ERRORS[error.kind];
}

export function obstacleText(obstacle: KeepObstacle): string {
  return OBSTACLES[obstacle];
}
