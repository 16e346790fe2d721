/** The desk: its lists, single names and stories, and which of them is shown. */

import { required } from "../ui/page/element.ts";
import { SiteStorage } from "../ui/page/site_storage.ts";
import type { DeskClient } from "./client/desk_client.ts";
import { Finder } from "./finder/finder.ts";
import { LISTS, type ListName, parseAddress } from "./frame/desk_address.ts";
import { DeskFrame } from "./frame/desk_frame.ts";
import { KeyMap } from "./keys/key_map.ts";
import { NameList } from "./names/name_list.ts";
import { RecordPage } from "./records/record_page.ts";
import { StoryList } from "./stories/story_list.ts";
import { TagList } from "./tags/tag_list.ts";

interface List {
  /** Shows the list's first open question. */
  open(): Promise<void>;
}

export class Desk {
  readonly #keys = new KeyMap(new SiteStorage("desk"));
  readonly #frame: DeskFrame;
  readonly #finder: Finder;
  readonly #records: RecordPage;
  readonly #stories: StoryList;
  readonly #lists: Readonly<Record<ListName, List>>;

  constructor(client: DeskClient) {
    this.#frame = new DeskFrame(client, this.#keys);
    this.#finder = new Finder(client, required(document, "#desk-finder", HTMLElement));
    this.#records = new RecordPage(client, this.#frame, this.#keys);
    this.#stories = new StoryList(client, this.#frame, this.#keys);
    this.#lists = {
      names: new NameList(client, this.#frame, this.#keys),
      tags: new TagList(client, this.#frame, this.#keys),
      stories: this.#stories,
    };
  }

  /** Shows what the address names, and follows it from then on. */
  async start(): Promise<void> {
    await this.#frame.attempt(async () => {
      await this.#frame.start(() => this.#open());
      Object.keys(LISTS).forEach((name, place) => {
        this.#keys.bind(String(place + 1), () => {
          location.hash = name;
        });
      });
      this.#keys.bind("/", () => this.#finder.focus());
      addEventListener("hashchange", () => void this.#frame.attempt(() => this.#open()));
      await this.#open();
    });
  }

  async #open(): Promise<void> {
    const address = parseAddress(location.hash);
    if ("list" in address) {
      this.#frame.choose(address.list);
      await this.#lists[address.list].open();
      return;
    }
    this.#frame.choose(undefined);
    if ("file" in address) await this.#stories.openStory(address.file);
    else await this.#records.open(address.kind, address.heading);
  }
}
