/**
 * Notes on how a query was read and answered, above its result or instead of one. Those that many queries
 * have are written here; the sentences of all others are loaded when one is needed.
 */

import type { SearchNote, SearchResponse } from "../../search/types.ts";
import { element } from "../page/element.ts";
import { countLabel } from "../page/labels.ts";
import type { SearchState } from "../search_box/url_state.ts";
import { type Part, queryLink } from "./sentence.ts";

/** The notes on a response, one paragraph each. */
export async function queryNotes({ match, hits, notes }: SearchResponse, state: SearchState): Promise<readonly HTMLElement[]> {
  const matched = hits.length > 0 ? MATCHES[match] : "";
  const sentences = await Promise.all(notes.map((note) => sentenceOf(note, state)));
  return [...(matched === "" ? [] : [[matched]]), ...sentences].map((parts) =>
    element("p", { class: "search-note" }, ...parts),
  );
}

const MATCHES: Readonly<Record<SearchResponse["match"], string>> = {
  all: "",
  beginnings: "No story has exactly these words. These stories have longer ones that begin with your last word.",
  forms: "No story has the quoted words as they are written. These stories have other forms of them.",
  words: "No story has these words side by side, or as near as was asked. These stories have all of them, but apart.",
  some: "No story has all of these words. These stories have some of them, those with the most first.",
};

async function sentenceOf(note: SearchNote, state: SearchState): Promise<readonly Part[]> {
  if (note.kind === "word-itself") return wordItself(note, state);
  const { sentence } = await import("./note_sentence.ts");
  return sentence(note, state);
}

function wordItself(
  { word, count, query }: Extract<SearchNote, { readonly kind: "word-itself" }>,
  state: SearchState,
): readonly Part[] {
  const itself = element("em", {}, element("bdi", {}, word));
  const link = (label: string): HTMLElement => queryLink(label, { ...state, query });
  if (count === undefined) return [itself, " was searched with all words of its stem. ", link("Only the word itself"), "."];
  return [`${countLabel(count)} ${count === 1 ? "has" : "have"} `, itself, " itself: ", link("show these"), "."];
}
