/** The script of the page on reading without a network. */

import { ArchiveKeeper } from "./offline/archive_keeper.ts";
import { keepObstacle } from "./offline/device_support.ts";
import { SiteStore } from "./offline/site_store.ts";
import { registerWorker } from "./offline/web_app.ts";
import { obstacleText } from "./ui/keep/keep_error_text.ts";
import { KeepPanel } from "./ui/keep/keep_panel.ts";
import { KEPT_VERSION } from "./ui/keep/version_notice.ts";
import { element, required } from "./ui/page/element.ts";
import { showMissingPage } from "./ui/page/missing_page.ts";
import { SiteStorage } from "./ui/page/site_storage.ts";

const root = new URL("./", location.href); // the page lies at the site's root

showMissingPage(
  required(document, "#missing-page", HTMLElement),
  required(document, ".record", HTMLElement),
  root.href,
);
void offer(required(document, "#keep-panel", HTMLElement));

/** Shows the panel for keeping the archive, or why it cannot be kept. */
async function offer(panel: HTMLElement): Promise<void> {
  const obstacle = keepObstacle();
  const store = obstacle ? undefined : await SiteStore.open(root.pathname).catch(() => undefined);
  if (store === undefined) {
    panel.replaceChildren(element("p", { class: "keep-text" }, obstacleText(obstacle ?? "browser")));
    panel.hidden = false;
    return;
  }
  registerWorker("");
  const storage = new SiteStorage(root.pathname);
  const keeper = new ArchiveKeeper(store, root.href);
  const onKept = (version: string | undefined): void => storage.set(KEPT_VERSION, version);
  await new KeepPanel(panel, keeper, store, onKept).start(location.hash === "#update");
}
