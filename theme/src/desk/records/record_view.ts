/** One name: its record and sentences of its stories. */

import { element } from "../../ui/page/element.ts";
import { entityShape } from "../../ui/page/entity_tag.ts";
import { storiesLabel } from "../../ui/page/labels.ts";
import type { NameRecord } from "../client/desk_data.ts";
import { aKind } from "../passages/kind_words.ts";
import { passageList } from "../passages/passage_list.ts";

export function recordView(record: NameRecord, actions: readonly HTMLElement[]): HTMLElement {
  const facts: readonly (readonly [string, string])[] = [
    ["Stories", storiesLabel(record.stories)],
    ["Other forms", record.forms.join("; ")],
    ["Wikidata", record.same_as],
    ["Note", record.note],
    ["On the site", record.hidden ? "hidden" : ""],
  ];
  return element(
    "article",
    { class: "proof", "aria-labelledby": "proof-heading" },
    element("p", { class: "proof-kind" }, entityShape(record.kind, undefined), ` ${aKind(record.kind)}`),
    element(
      "h1",
      { class: "proof-heading", id: "proof-heading", tabindex: -1 },
      element("bdi", { class: "proof-name" }, record.hidden ? element("del", {}, record.heading) : record.heading),
    ),
    element("div", { class: "desk-actions", role: "group", "aria-label": "Changes" }, ...actions),
    element(
      "dl",
      { class: "record-facts" },
      ...facts
        .filter(([, value]) => value)
        .map(([term, value]) => element("div", {}, element("dt", {}, term), element("dd", { dir: "auto" }, value))),
    ),
    passageList(record.passages),
  );
}
