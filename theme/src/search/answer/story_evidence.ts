/** What a saved list says of a story besides what a result shows: roles, an excerpt, why it passes the filters. */

import type { HeadingNames } from "../index/heading_names.ts";
import type { IndexFiles } from "../index/index_files.ts";
import { type FacetKind, type Filters, isExcluded } from "../query/facet_kind.ts";
import type { Reason, StoredDocument, StoryEvidence } from "../types.ts";
import type { Analysis } from "../words/analysis.ts";
import { makeSnippet } from "./marking.ts";

/** The kinds whose values stand in the text. */
const NAMED: readonly FacetKind[] = ["person", "about", "country", "organization"];

/**
 * The evidence of a story.
 *
 * @param number its document number.
 * @param story the story, whole.
 * @param terms the terms that the query matched.
 * @param filters the filters that it passes.
 */
export async function evidenceOf(
  number: number,
  story: StoredDocument,
  terms: readonly string[],
  filters: Filters,
  files: IndexFiles,
  analysis: Analysis,
): Promise<StoryEvidence> {
  const facets = await files.facets();
  const asksForNames = NAMED.some((kind) => filters[kind].some((value) => !isExcluded(value)));
  const names = asksForNames ? await files.names() : undefined;
  return {
    about: facets.valuesOf("about", number),
    excerpt: makeSnippet(story.text, terms, analysis).map(({ text }) => text).join(""),
    reasons: names === undefined ? [] : reasonsOf(story, filters, names, analysis),
  };
}

/** For each name that the filters ask for, the first sentence that has it. */
function reasonsOf(
  { title, text, people, countries, organizations }: StoredDocument,
  filters: Filters,
  names: HeadingNames,
  analysis: Analysis,
): readonly Reason[] {
  const tags = [...people, ...countries, ...organizations];
  const sentences = `${text}\n\n${title}`.split("\n\n").flatMap(sentencesOf);
  const words = sentences.map((sentence) => analysis.nameWords(sentence));
  return NAMED.flatMap((kind) =>
    filters[kind].flatMap((value) => {
      const tag = tags.find(({ slug }) => slug === value);
      if (tag === undefined) return [];
      const forms = names.formsOf(kind, value);
      const place = words.findIndex((sentence) => forms.some((form) => holds(sentence, form)));
      return [{ name: tag.name, sentence: sentences[place] ?? "" }];
    }),
  );
}

function sentencesOf(block: string): readonly string[] {
  const segments = new Intl.Segmenter(undefined, { granularity: "sentence" }).segment(block);
  return [...segments].map(({ segment }) => segment.trim());
}

function holds(sentence: readonly string[], form: readonly string[]): boolean {
  return sentence.some((_, place) => form.every((word, step) => sentence[place + step] === word));
}
