/** What of the archive is on the device, beside what the server has. */

import type { SiteVersion } from "../../offline/file_list.ts";
import type { UpdatePlan } from "../../offline/update_plan.ts";
import { filesLabel, sizeLabel } from "../page/labels.ts";

/** What is on the device and on the server. */
export interface Standing {
  /** Size of what is on the device. */
  readonly bytesHeld: number;
  /** The build that is completely on the device; undefined if none is. */
  readonly kept: string | undefined;
  /** The server's build; undefined if the server does not answer. */
  readonly newest: SiteVersion | undefined;
  /** What the device lacks of it; undefined unless an older build is completely on the device. */
  readonly plan: UpdatePlan | undefined;
  /** Whether the browser has promised not to remove the archive when room is short. */
  readonly isPersistent: boolean;
}

/** Whether the device has the server's newest build. */
export function isUpToDate({ kept, newest }: Standing): boolean {
  return newest !== undefined && kept === newest.list;
}

/** What is on the device, and what can be downloaded, in sentences. */
export function standingText(standing: Standing): string {
  const { bytesHeld, kept, newest, plan, isPersistent } = standing;
  const held = sizeLabel(bytesHeld);
  if (kept === undefined) {
    if (newest === undefined) return "The server does not answer, so nothing can be downloaded now.";
    const whole = sizeLabel(newest.bytes);
    return bytesHeld === 0
      ? `The whole archive takes ${whole} on this device: ${filesLabel(newest.files)} with every page and the search index.`
      : `${held} of ${whole} are on this device. The rest can be downloaded at any time.`;
  }
  if (newest && !isUpToDate(standing)) {
    const change = plan ? ` (${filesLabel(plan.downloads.length)} to download, ${sizeLabel(plan.downloadBytes)})` : "";
    return `A newer version of the archive is available${change}. The one on this device (${held}) still works.`;
  }
  const promise = isPersistent
    ? "The browser has promised to keep it."
    : "The browser may remove it if the device runs out of room.";
  return `The whole archive is on this device (${held}). Every page and every search works without a network. ${promise}`;
}
