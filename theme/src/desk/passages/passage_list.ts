/** Sentences of stories, with the forms in them underlined. */

import { element } from "../../ui/page/element.ts";
import { dateLabel } from "../../ui/page/labels.ts";
import type { Passage, Segment } from "../client/desk_data.ts";

export function passageList(passages: readonly Passage[]): HTMLElement {
  return element("ul", { class: "passages" }, ...passages.map(passageItem));
}

/** Pieces of a text; those that name the entity are marked. */
export function segmentNodes(segments: readonly Segment[]): readonly (Node | string)[] {
  return segments.map((segment) =>
    segment.marked ? element("mark", { class: "form" }, segment.text) : segment.text,
  );
}

function passageItem(passage: Passage): HTMLElement {
  const source = passage.source ? [" · ", element("bdi", {}, passage.source)] : [];
  const sentence =
    passage.sentence.length > 0 ? segmentNodes(passage.sentence) : ["No form in the story refers to it alone."];
  return element(
    "li",
    { class: "passage" },
    element("blockquote", { class: "passage-text", dir: "auto" }, ...sentence),
    element("p", { class: "passage-meta" }, dateLabel(passage.date), ...source, " · ", element("cite", { dir: "auto" }, passage.title)),
  );
}
