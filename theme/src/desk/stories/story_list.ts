/** The list *Stories*: unreviewed ones, newest first; a person sets their tags and says so. */

import type { DeskClient } from "../client/desk_client.ts";
import type { DeskKind, DeskStory, StoryEdit, StoryTag } from "../client/desk_data.ts";
import { askFor } from "../frame/ask_dialog.ts";
import { nameAddress } from "../frame/desk_address.ts";
import type { DeskFrame } from "../frame/desk_frame.ts";
import { endView } from "../frame/end_view.ts";
import type { KeyMap } from "../keys/key_map.ts";
import { aKind } from "../passages/kind_words.ts";
import { QuestionQueue } from "../queue/question_queue.ts";
import { storyView, TEXT } from "./story_view.ts";

export class StoryList {
  readonly #client: DeskClient;
  readonly #frame: DeskFrame;
  readonly #keys: KeyMap;
  readonly #queue: QuestionQueue<DeskStory>;
  /** The number of the tag that keys change; -1 for none. */
  #chosen = -1;

  constructor(client: DeskClient, frame: DeskFrame, keys: KeyMap) {
    this.#client = client;
    this.#frame = frame;
    this.#keys = keys;
    this.#queue = new QuestionQueue({
      fetch: (known) => client.stories(known),
      key: (story) => story.file,
      show: (story) => this.#showFirst(story),
      attempt: (step) => frame.attempt(step),
    });
  }

  open(): Promise<void> {
    return this.#queue.open();
  }

  /** Shows one story, whether it was reviewed or not. */
  async openStory(file: string): Promise<void> {
    this.#chosen = -1;
    this.#render(await this.#client.story(file));
  }

  #showFirst(story: DeskStory | undefined): void {
    if (!this.#frame.isShown("stories")) return;
    this.#chosen = -1;
    if (story) this.#render(story);
    else this.#frame.show(endView("All stories are reviewed", "New ones appear here when they come in."));
  }

  #render(story: DeskStory): void {
    const choose = (tag: number): void => {
      this.#chosen = tag;
      this.#render(story);
    };
    const step = (by: number) => () => choose(Math.min(Math.max(this.#chosen + by, 0), story.tags.length - 1));
    const chosen = story.tags[this.#chosen];
    const add = (key: string, kind: DeskKind) => this.#keys.button(key, `Add ${kind}`, () => this.#add(story, kind));
    const actions = [
      this.#keys.button("r", "Reviewed", () => this.#review(story)),
      this.#keys.button("n", "Later", () => this.#later(story)),
      add("p", "person"),
      add("c", "country"),
      add("o", "organization"),
      this.#keys.button("j", "Next tag", step(1)),
      this.#keys.button("k", "Tag before", step(-1)),
      ...(chosen ? this.#tagActions(story, chosen) : []),
    ];
    this.#frame.show(storyView(story, this.#chosen, actions, choose));
  }

  #tagActions(story: DeskStory, tag: StoryTag): readonly HTMLElement[] {
    const label = tag.role === "about" ? "Only mentioned" : "About it";
    return [
      this.#keys.button("x", `Remove ${tag.heading}`, () => this.#edit(story, "remove", tag.kind, tag.heading)),
      ...(tag.kind === "country"
        ? [this.#keys.button("a", label, () => this.#edit(story, "role", tag.kind, tag.heading))]
        : []),
      this.#keys.button("e", "Edit the name", () => {
        location.hash = nameAddress(tag.kind, tag.heading);
      }),
    ];
  }

  /** Adds the selected words as a tag, or asks for its name. */
  async #add(story: DeskStory, kind: DeskKind): Promise<void> {
    const words = selectedWords();
    const said = words ? { heading: words } : await askFor(`Add ${aKind(kind).toLowerCase()}`, [{ name: "heading", label: "Its name" }]);
    if (said?.["heading"]) await this.#edit(story, "add", kind, said["heading"]);
  }

  async #review(story: DeskStory): Promise<void> {
    const decided = await this.#frame.decide(() => this.#client.editStory(story, "reviewed"));
    if (!decided) this.#showAgain(story);
    else if (this.#frame.isShown("stories")) this.#queue.goOn((other) => other.file === story.file);
    else location.hash = "stories";
  }

  #later(story: DeskStory): void {
    if (this.#frame.isShown("stories")) this.#queue.putOff(story);
    else location.hash = "stories";
  }

  async #edit(story: DeskStory, action: StoryEdit, kind: DeskKind, heading: string): Promise<void> {
    await this.#frame.decide(() => this.#client.editStory(story, action, kind, heading));
    this.#showAgain(story);
  }

  /** Shows the story as its file is now; a refusal of the server stays in the notice. */
  #showAgain(story: DeskStory): void {
    this.#client.story(story.file).then(
      (again) => {
        this.#chosen = Math.min(this.#chosen, again.tags.length - 1);
        this.#render(again);
      },
      () => undefined,
    );
  }
}

/** The words of the story's text that the person has selected, or "". */
function selectedWords(): string {
  const selection = getSelection();
  const text = document.querySelector(TEXT);
  if (!selection?.anchorNode || !text?.contains(selection.anchorNode)) return "";
  return selection.toString().replace(/\s+/g, " ").trim();
}
