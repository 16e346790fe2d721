/** A story as the desk shows it: its text with the mentions marked, and its tags beside it. */

import { element } from "../../ui/page/element.ts";
import { entityShape } from "../../ui/page/entity_tag.ts";
import { dateLabel } from "../../ui/page/labels.ts";
import type { DeskKind, DeskStory, Piece, StoryTag } from "../client/desk_data.ts";
import { segmentNodes } from "../passages/passage_list.ts";

const SECTIONS: readonly (readonly [DeskKind, string])[] = [
  ["person", "People"],
  ["country", "Countries"],
  ["organization", "Organizations"],
];

/** Where the text stands in the view; words selected there become a tag. */
export const TEXT = ".article-body";

/**
 * The story as an article.
 *
 * @param chosen the number of the tag that keys change, or -1.
 * @param actions the buttons of the story.
 * @param choose called with the number of a tag that was clicked.
 */
export function storyView(
  story: DeskStory,
  chosen: number,
  actions: readonly HTMLElement[],
  choose: (tag: number) => void,
): HTMLElement {
  const language = story.language || undefined;
  return element(
    "div",
    { class: "desk-story" },
    element("div", { class: "desk-actions desk-story-actions", role: "group", "aria-label": "Changes" }, ...actions),
    element(
      "div",
      { class: "article-layout" },
      element(
        "article",
        { "aria-labelledby": "proof-heading" },
        element("h1", { class: "long", id: "proof-heading", tabindex: -1, dir: "auto", lang: language }, story.title),
        element("ul", {}, ...metadata(story)),
        element(
          "div",
          { class: "article-body", dir: "auto", lang: language },
          ...story.paragraphs.map((pieces) => element("p", {}, ...pieces.map((piece) => pieceNode(piece, chosen)))),
        ),
      ),
      element(
        "aside",
        { class: "index-card", "aria-labelledby": "card-heading" },
        element("h2", { class: "index-card-title", id: "card-heading" }, "Filed under"),
        ...SECTIONS.map(([kind, title]) => section(story, kind, title, chosen, choose)),
      ),
    ),
  );
}

function metadata(story: DeskStory): readonly HTMLElement[] {
  const date = story.date ? `${dateLabel(story.date)} (${story.dated} date)` : "Undated";
  return [story.source, story.author && `By ${story.author}`, story.agency, date, story.reviewed && "reviewed"]
    .filter((part) => part !== "" && part !== false)
    .map((part) => element("li", { dir: "auto" }, part as string));
}

function pieceNode(piece: Piece, chosen: number): Node | string {
  if (piece.tag < 0) return piece.text;
  return element("span", { class: piece.tag === chosen ? "mention is-lit" : "mention" }, piece.text);
}

function section(
  story: DeskStory,
  kind: DeskKind,
  title: string,
  chosen: number,
  choose: (tag: number) => void,
): HTMLElement {
  const entries = story.tags.flatMap((tag, number) =>
    tag.kind === kind ? [entry(tag, number === chosen, () => choose(number))] : [],
  );
  return element(
    "section",
    { class: "card-section" },
    element("h3", { class: "card-heading" }, title, element("span", { class: "card-total" }, String(entries.length))),
    element("ul", {}, ...entries),
  );
}

function entry(tag: StoryTag, isChosen: boolean, choose: () => void): HTMLElement {
  const role = tag.kind === "country" && tag.role === "about" ? [element("span", { class: "card-role" }, "about")] : [];
  const button = element(
    "button",
    { type: "button", class: "desk-tag", "aria-pressed": String(isChosen) },
    entityShape(tag.kind, tag.code),
    element("bdi", { class: "tag-name" }, tag.heading),
    ...role,
    element("span", { class: "tag-count" }, String(tag.count)),
  );
  button.addEventListener("click", choose);
  const sentence =
    tag.sentence.length > 0
      ? [element("blockquote", { class: "desk-tag-sentence", dir: "auto" }, ...segmentNodes(tag.sentence))]
      : [];
  const why = isChosen ? tag.reasons.map((reason) => element("p", { class: "desk-tag-reason" }, reason)) : [];
  return element("li", { class: "card-entry desk-entry" }, button, ...sentence, ...why);
}
