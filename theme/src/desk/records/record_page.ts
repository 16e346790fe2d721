/** A name by itself: what a person may change about it, a key for each. */

import type { DeskClient } from "../client/desk_client.ts";
import type { DeskKind, NameEdit, NameRecord } from "../client/desk_data.ts";
import { askFor, type Field } from "../frame/ask_dialog.ts";
import { nameAddress } from "../frame/desk_address.ts";
import type { DeskFrame } from "../frame/desk_frame.ts";
import type { Action, KeyMap } from "../keys/key_map.ts";
import { recordView } from "./record_view.ts";

export class RecordPage {
  readonly #client: DeskClient;
  readonly #frame: DeskFrame;
  readonly #keys: KeyMap;

  constructor(client: DeskClient, frame: DeskFrame, keys: KeyMap) {
    this.#client = client;
    this.#frame = frame;
    this.#keys = keys;
  }

  /** Shows a name. */
  async open(kind: DeskKind, heading: string): Promise<void> {
    const record = await this.#client.name(kind, heading);
    this.#frame.show(recordView(record, this.#actions(record)));
  }

  #actions(record: NameRecord): readonly HTMLElement[] {
    const others = ["person", "country", "organization"].filter((kind) => kind !== record.kind);
    const button = (key: string, label: string, action: Action) => this.#keys.button(key, label, action);
    const asking = (key: string, label: string, action: NameEdit, field: Omit<Field, "name">) =>
      button(key, label, () => this.#ask(record, label, action, [{ ...field, name: "value" }]));
    return [
      asking("r", "Rename", "rename", { label: "Its name", value: record.heading }),
      asking("m", "Merge", "merge", { label: "The name that it is another form of" }),
      button("h", record.hidden ? "Show on the site" : "Hide", () => this.#edit(record, "hide", record.hidden ? "" : "yes")),
      asking("k", "Change the kind", "kind", { label: "What it is", choices: others }),
      button("t", "Split by a word", () => this.#split(record)),
      asking("i", "Wikidata id", "same-as", { label: "Its Wikidata id, as in Q42", value: record.same_as }),
      asking("o", "Note", "note", { label: "A line for readers", value: record.note }),
      button("b", "Back", () => history.back()),
    ];
  }

  async #split(record: NameRecord): Promise<void> {
    await this.#ask(record, "Split by a word", "split", [
      { name: "value", label: "The name of one of the two", value: `${record.heading} ()` },
      { name: "words", label: "Words of its stories alone, with ; between" },
    ]);
  }

  async #ask(record: NameRecord, title: string, action: NameEdit, fields: readonly Field[]): Promise<void> {
    const said = await askFor(`${title}: ${record.heading}`, fields);
    if (said) await this.#edit(record, action, said["value"] ?? "", said["words"]);
  }

  async #edit(record: NameRecord, action: NameEdit, value: string, words = ""): Promise<void> {
    const { kind, heading } = record;
    const decided = await this.#frame.decide(() => this.#client.editName(kind, heading, action, value, words));
    if (!decided) return;
    const address = nameAddress(decided.kind, decided.heading);
    if (location.hash === address) await this.#frame.attempt(() => this.open(decided.kind, decided.heading));
    else location.replace(address);
  }
}
