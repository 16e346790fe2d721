/** The desk: its lists, and which of them is shown. */

import { SiteStorage } from "../ui/page/site_storage.ts";
import type { DeskClient } from "./client/desk_client.ts";
import { DeskFrame, LISTS, type ListName } from "./frame/desk_frame.ts";
import { KeyMap } from "./keys/key_map.ts";
import { NameList } from "./names/name_list.ts";

interface List {
  /** Shows the list's first open question. */
  open(): Promise<void>;
}

export class Desk {
  readonly #keys = new KeyMap(new SiteStorage("desk"));
  readonly #frame: DeskFrame;
  readonly #lists: Readonly<Record<ListName, List>>;

  constructor(client: DeskClient) {
    this.#frame = new DeskFrame(client, this.#keys);
    this.#lists = { names: new NameList(client, this.#frame, this.#keys) };
  }

  /** Shows the list that the address names, and follows it from then on. */
  async start(): Promise<void> {
    await this.#frame.attempt(async () => {
      await this.#frame.start(() => this.#open());
      Object.keys(LISTS).forEach((name, place) => {
        this.#keys.bind(String(place + 1), () => {
          location.hash = name;
        });
      });
      addEventListener("hashchange", () => void this.#frame.attempt(() => this.#open()));
      await this.#open();
    });
  }

  async #open(): Promise<void> {
    const named = location.hash.slice(1);
    const list: ListName = named in LISTS ? (named as ListName) : "names";
    this.#frame.choose(list);
    await this.#lists[list].open();
  }
}
