/** A notice for readers who keep the archive that a newer version of it is available. */

import { VERSION_PATH, readVersion } from "../../offline/file_list.ts";
import { element } from "../page/element.ts";
import type { SiteStorage } from "../page/site_storage.ts";

/** The name under which the keeping page stores which build is completely on the device. */
export const KEPT_VERSION = "kept";
const PUT_OFF_VERSION = "put-off";

/** Shows the notice if the server has a newer build than the kept one. @param root way to the site's root. */
export async function announceNewVersion(root: string, storage: SiteStorage): Promise<void> {
  const kept = storage.get(KEPT_VERSION);
  if (kept === undefined) return;
  const newest = await newestList(root);
  if (newest === undefined || newest === kept || newest === storage.get(PUT_OFF_VERSION)) return;
  document.querySelector("body > header")?.after(notice(root, () => storage.set(PUT_OFF_VERSION, newest)));
}

/** The name of the server's newest list; undefined without a network. */
async function newestList(root: string): Promise<string | undefined> {
  try {
    const answered = await fetch(root + VERSION_PATH, { cache: "no-cache" });
    return readVersion(await answered.json()).list;
  } catch {
    return undefined;
  }
}

function notice(root: string, putOff: () => void): HTMLElement {
  const later = element("button", { class: "button", type: "button" }, "Not now");
  const node = element(
    "aside",
    { class: "version-notice", "aria-label": "New version" },
    element("p", {}, "A newer version of this archive is available than the one on this device."),
    element("a", { class: "button", href: `${root}offline.html#update` }, "Update"),
    later,
  );
  later.addEventListener("click", () => {
    putOff();
    node.remove();
  });
  return node;
}
