/** Tells a reader who keeps the archive that a newer version of it is there. */

import { VERSION_PATH, readVersion } from "../../offline/file_list.ts";
import { element } from "../page/element.ts";
import type { SiteStorage } from "../page/site_storage.ts";

/** Under this name the keeping page leaves which build is on the device as a whole. */
export const KEPT_VERSION = "kept";
const PUT_OFF_VERSION = "put-off";

/** Looks for a newer build than the one that is kept, if one is. @param root way to the site's root. */
export async function tellOfNewVersion(root: string, storage: SiteStorage): Promise<void> {
  const kept = storage.get(KEPT_VERSION);
  if (kept === undefined) return;
  const newest = await newestList(root);
  if (newest === undefined || newest === kept || newest === storage.get(PUT_OFF_VERSION)) return;
  document.querySelector(".masthead")?.after(notice(root, () => storage.set(PUT_OFF_VERSION, newest)));
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
    element("p", {}, "A newer version of this archive is there than the one on this device."),
    element("a", { class: "button", href: `${root}offline.html#update` }, "Update"),
    later,
  );
  later.addEventListener("click", () => {
    putOff();
    node.remove();
  });
  return node;
}
