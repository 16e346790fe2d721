/** The panel "Keep on this device": what is there, how much room it takes, and buttons to change it. */

import type { ArchiveKeeper, Progress } from "../../offline/archive_keeper.ts";
import { KeepError } from "../../offline/keep_error.ts";
import type { SiteStore } from "../../offline/site_store.ts";
import { Announcer } from "../page/announcer.ts";
import { element } from "../page/element.ts";
import { sizeLabel } from "../page/labels.ts";
import { keepErrorText } from "./keep_error_text.ts";
import { isUpToDate, type Standing, standingText } from "./standing.ts";

export class KeepPanel {
  readonly #panel: HTMLElement;
  readonly #keeper: ArchiveKeeper;
  readonly #store: SiteStore;
  readonly #onKept: (version: string | undefined) => void;
  readonly #announcer: Announcer;
  readonly #body = element("div", {});

  /**
   * @param panel an empty element of the page.
   * @param onKept called with the build that is completely on the device.
   */
  constructor(
    panel: HTMLElement,
    keeper: ArchiveKeeper,
    store: SiteStore,
    onKept: (version: string | undefined) => void,
  ) {
    this.#keeper = keeper;
    this.#store = store;
    this.#onKept = onKept;
    const status = element("p", { class: "visually-hidden", role: "status" });
    this.#announcer = new Announcer(status);
    this.#panel = panel;
    panel.replaceChildren(this.#body, status);
  }

  /** Shows what is on the device. @param update whether to download a newer version at once. */
  async start(update: boolean): Promise<void> {
    const standing = await this.#standing();
    if (update && standing.plan && !isUpToDate(standing)) await this.#bringUpToDate();
    else this.#show(standing);
  }

  async #standing(): Promise<Standing> {
    const [held, kept, newest, isPersistent] = await Promise.all([
      this.#store.holdings(),
      this.#store.keptVersion(),
      this.#keeper.newestVersion().catch(() => undefined),
      navigator.storage.persisted(),
    ]);
    const hasOlder = kept !== undefined && newest !== undefined && kept !== newest.list;
    const plan = hasOlder ? await this.#keeper.planFor(newest).catch(() => undefined) : undefined;
    const bytesHeld = [...held.values()].reduce((sum, mark) => sum + mark.size, 0);
    this.#onKept(kept);
    return { bytesHeld, kept, newest, plan, isPersistent };
  }

  #show(standing: Standing, error?: KeepError): void {
    const text = standingText(standing);
    const nodes: HTMLElement[] = [element("p", { class: "keep-text" }, text)];
    if (error) nodes.push(element("p", { class: "keep-error" }, keepErrorText(error)));
    this.#replace(nodes, this.#actions(standing));
    this.#announcer.say(error ? `${keepErrorText(error)} ${text}` : text);
  }

  #actions(standing: Standing): HTMLButtonElement[] {
    const buttons: HTMLButtonElement[] = [];
    const { newest, kept, bytesHeld } = standing;
    if (newest === undefined) {
      if (kept === undefined) buttons.push(button("Try again", () => void this.#refresh()));
    } else if (!isUpToDate(standing)) {
      const label = kept !== undefined ? "Update" : bytesHeld > 0 ? "Continue" : "Keep on this device";
      buttons.push(button(label, () => void this.#bringUpToDate(), "button keep-main"));
    }
    if (bytesHeld > 0) {
      const label = `Remove from this device (frees ${sizeLabel(bytesHeld)})`;
      buttons.push(button(label, () => void this.#remove()));
    }
    return buttons;
  }

  async #refresh(error?: KeepError): Promise<void> {
    this.#show(await this.#standing(), error);
  }

  async #bringUpToDate(): Promise<void> {
    const stopping = new AbortController();
    const bar = element("progress", { class: "progress", max: 1, value: 0, "aria-label": "On this device" });
    const text = element("p", { class: "keep-text" }, "Asking the server for its list of files…");
    this.#replace([text, bar], [button("Stop", () => stopping.abort())]);
    this.#announcer.say("Downloading");
    const onProgress = ({ bytesHeld, bytes }: Progress): void => {
      bar.value = bytes === 0 ? 1 : bytesHeld / bytes;
      text.textContent = `${sizeLabel(bytesHeld)} of ${sizeLabel(bytes)} are on this device. Stay on this page until it is done. What has arrived is kept.`;
    };
    try {
      await navigator.storage.persist();
      await this.#keeper.bringUpToDate(onProgress, stopping.signal);
      await this.#refresh();
    } catch (error) {
      if (!(error instanceof KeepError)) console.warn("keeping failed:", error);
      const reason = error instanceof KeepError ? error : new KeepError("failed");
      await this.#refresh(reason.kind === "stopped" ? undefined : reason);
    }
  }

  async #remove(): Promise<void> {
    await this.#store.clearKept();
    await this.#refresh();
  }

  /** Shows other content; if the focus was in the panel it stays there. */
  #replace(nodes: readonly HTMLElement[], buttons: readonly HTMLButtonElement[]): void {
    const hadFocus = this.#body.contains(document.activeElement);
    this.#body.replaceChildren(...nodes, element("div", { class: "keep-actions" }, ...buttons));
    this.#panel.hidden = false;
    if (hadFocus) buttons[0]?.focus();
  }
}

function button(label: string, act: () => void, name = "button"): HTMLButtonElement {
  const node = element("button", { class: name, type: "button" }, label);
  node.addEventListener("click", act);
  return node;
}
