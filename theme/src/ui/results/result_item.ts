/** One story of a result. */

import type { SearchEngine } from "../../search/engine.ts";
import type { Filters } from "../../search/query/facet_kind.ts";
import type { StoredDocument, StoredTag } from "../../search/types.ts";
import { element } from "../page/element.ts";
import { entityTag, type EntityKind } from "../page/entity_tag.ts";
import { dateLabel } from "../page/labels.ts";
import { markedText } from "../page/marked_text.ts";
import { foundFragment } from "../search_box/found_words.ts";
import { type ActionContext, storyActions } from "./story_actions.ts";

/** Most tags of a story; chosen by eye: they fit two lines. */
const TAGS_SHOWN = 6;

/** What a story's item needs besides the story. */
export interface ResultContext {
  readonly engine: SearchEngine;
  /** Relative way to the site's root. */
  readonly root: string;
  readonly terms: readonly string[];
  readonly filters: Filters;
  readonly actions: ActionContext;
}

/**
 * The item of a story: date and source, headline, snippet, tags, those that match first.
 *
 * @param number its document number.
 * @param heading the headline's element: one level lower for a version below another story.
 */
export function resultItem(
  number: number,
  story: StoredDocument,
  context: ResultContext,
  heading: "h2" | "h3" = "h2",
): HTMLLIElement {
  const { engine, root, terms } = context;
  const title = element("a", { href: root + story.path + foundFragment(terms), dir: "auto" });
  title.append(...markedText(engine.mark(story.title, terms)));
  const snippet = markedText(engine.snippet(story, terms));
  const item = element(
    "li",
    { class: "result" },
    resultMeta(story),
    element(heading, { class: "result-title" }, title),
    element("p", { class: "result-snippet", dir: "auto" }, ...snippet),
  );
  const tags = resultTags(story, context);
  if (tags.length > 0) item.append(element("ul", { class: "result-tags" }, ...tags));
  item.append(storyActions(number, story, context.actions));
  return item;
}

/** The line "26 April 2024 · CNN". */
function resultMeta(story: StoredDocument): HTMLElement {
  const meta = element("p", { class: "result-meta" });
  const label = dateLabel(story.date);
  meta.append(story.date ? element("time", { datetime: story.date }, label) : label);
  if (story.dated === "inferred") meta.append(" inferred");
  if (story.source) meta.append(" · ", element("bdi", {}, story.source));
  return meta;
}

function resultTags(story: StoredDocument, context: ResultContext): readonly HTMLElement[] {
  const { engine, root, terms, filters } = context;
  const groups: readonly (readonly [EntityKind, readonly StoredTag[]])[] = [
    ["person", story.people],
    ["country", story.countries],
    ["organization", story.organizations],
  ];
  const tags = groups.flatMap(([kind, entries]) =>
    entries.map((tag) => {
      const name = engine.mark(tag.name, terms);
      const matched =
        filters[kind].includes(tag.slug) || name.some((segment) => segment.marked);
      return { kind, tag, name, matched };
    }),
  );
  const ranked = [...tags.filter((tag) => tag.matched), ...tags.filter((tag) => !tag.matched)];
  return ranked
    .slice(0, TAGS_SHOWN)
    .map(({ kind, tag, name }) =>
      element("li", {}, entityTag(root, kind, tag, markedText(name))),
    );
}
