/** The list *Doubtful tags*: whether a tag of a story is right. */

import { element } from "../../ui/page/element.ts";
import { entityShape } from "../../ui/page/entity_tag.ts";
import type { DeskClient } from "../client/desk_client.ts";
import type { DeskKind, DoubtfulTag, TagAnswer } from "../client/desk_data.ts";
import { askFor } from "../frame/ask_dialog.ts";
import { storyAddress } from "../frame/desk_address.ts";
import type { DeskFrame } from "../frame/desk_frame.ts";
import { endView } from "../frame/end_view.ts";
import type { KeyMap } from "../keys/key_map.ts";
import { aKind } from "../passages/kind_words.ts";
import { passageList } from "../passages/passage_list.ts";
import { QuestionQueue } from "../queue/question_queue.ts";

export class TagList {
  readonly #client: DeskClient;
  readonly #frame: DeskFrame;
  readonly #keys: KeyMap;
  readonly #queue: QuestionQueue<DoubtfulTag>;

  constructor(client: DeskClient, frame: DeskFrame, keys: KeyMap) {
    this.#client = client;
    this.#frame = frame;
    this.#keys = keys;
    this.#queue = new QuestionQueue({
      fetch: (known) => client.tags(known),
      key: (tag) => tag.key,
      show: (tag) => this.#show(tag),
      attempt: (step) => frame.attempt(step),
    });
  }

  open(): Promise<void> {
    return this.#queue.open();
  }

  #show(tag: DoubtfulTag | undefined): void {
    if (!this.#frame.isShown("tags")) return;
    this.#frame.show(
      tag
        ? this.#view(tag)
        : endView("No tag is in doubt", "What the tagger is not sure of appears here when stories come in."),
    );
  }

  #view(tag: DoubtfulTag): HTMLElement {
    const answer = (key: string, label: string, said: TagAnswer) =>
      this.#keys.button(key, label, () => this.#answer(tag, said));
    const actions = [
      answer("r", "Right", "right"),
      answer("w", "Wrong", "wrong"),
      this.#keys.button("e", "Something else", () => this.#askOther(tag)),
      this.#keys.button("n", "Later", () => this.#queue.putOff(tag)),
      this.#keys.button("o", "Open the story", () => {
        location.hash = storyAddress(tag.file);
      }),
    ];
    return element(
      "article",
      { class: "proof", "aria-labelledby": "proof-heading" },
      element("p", { class: "proof-kind" }, entityShape(tag.kind, undefined), ` ${tag.reason}`),
      element(
        "h1",
        { class: "proof-heading", id: "proof-heading", tabindex: -1 },
        "Is ",
        element("bdi", { class: "proof-name" }, tag.heading),
        ` ${aKind(tag.kind).toLowerCase()} in this story?`,
      ),
      element("div", { class: "desk-actions", role: "group", "aria-label": "Answers" }, ...actions),
      passageList(tag.passage ? [tag.passage] : []),
    );
  }

  async #askOther(tag: DoubtfulTag): Promise<void> {
    const said = await askFor(`What is “${tag.heading}” here?`, [
      { name: "kind", label: "Its kind", value: tag.other_kind, choices: ["person", "country", "organization"] },
      { name: "heading", label: "Its name", value: tag.heading },
    ]);
    if (said) await this.#answer(tag, "other", said["kind"] as DeskKind, said["heading"]);
  }

  async #answer(tag: DoubtfulTag, said: TagAnswer, kind = tag.kind, heading = tag.heading): Promise<void> {
    const decided = await this.#frame.decide(() => this.#client.answerTag(tag.key, said, kind, heading));
    if (decided) this.#queue.goOn((other) => other.key === tag.key);
    else void this.open().catch(() => undefined); // the notice says why, and shall stay
  }
}
