/** A question about two names, set like a proof: the name large, the sentences of both sides below. */

import { element } from "../../ui/page/element.ts";
import { entityShape } from "../../ui/page/entity_tag.ts";
import { storiesLabel } from "../../ui/page/labels.ts";
import type { NameQuestion, NameSide } from "../client/desk_data.ts";
import { aKind } from "../passages/kind_words.ts";
import { passageList } from "../passages/passage_list.ts";

/**
 * The question as an article; its heading can take the focus.
 *
 * @param keep which of the two headings would stay.
 * @param actions the buttons of its answers.
 */
export function questionView(question: NameQuestion, keep: string, actions: readonly HTMLElement[]): HTMLElement {
  const merge = keep === question.keep ? question.merge : question.keep;
  const sides = [...question.sides].sort((one) => (one.heading === merge ? -1 : 1));
  return element(
    "article",
    { class: "proof", "aria-labelledby": "proof-heading" },
    element("p", { class: "proof-kind" }, entityShape(question.kind, undefined), ` ${aKind(question.kind)}: ${question.why}`),
    element(
      "h1",
      { class: "proof-heading", id: "proof-heading", tabindex: -1 },
      "Is ",
      element("bdi", { class: "proof-name" }, merge),
      " the same as ",
      element("bdi", { class: "proof-name" }, keep),
      "?",
    ),
    element("div", { class: "desk-actions", role: "group", "aria-label": "Answers" }, ...actions),
    element("div", { class: "proof-sides" }, ...sides.map((side) => sideView(side, side.heading === keep))),
  );
}

function sideView(side: NameSide, stays: boolean): HTMLElement {
  const forms = side.forms.length > 0 ? [element("p", { class: "proof-forms" }, `Also ${side.forms.join("; ")}`)] : [];
  return element(
    "section",
    { class: "proof-side", "aria-label": side.heading },
    element(
      "h2",
      { class: "section-heading proof-side-heading" },
      element("bdi", {}, side.heading),
      element("span", { class: "proof-count" }, `${storiesLabel(side.stories)}${stays ? "; this heading stays" : ""}`),
    ),
    ...forms,
    passageList(side.passages),
  );
}
