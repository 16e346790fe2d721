/** Sentences on what few queries have to be told: how they were read, and what their names may mean. */

import type { OtherQuery, SearchNote } from "../../search/types.ts";
import { element } from "../page/element.ts";
import { countLabel } from "../page/labels.ts";
import type { SearchState } from "../search_box/url_state.ts";
import { listed, type Part, queryLink, quoted } from "./sentence.ts";

/** Most names listed in a sentence; chosen by eye. */
const NAMES_SHOWN = 8;

/** What an operator asks for that stands between two words. */
const MEANINGS = { OR: "Stories with either", NOT: "Stories without what follows", NEAR: "Stories with both near each other" } as const;

/** The sentence of a note. */
export function sentence(note: Exclude<SearchNote, { readonly kind: "word-itself" }>, state: SearchState): readonly Part[] {
  switch (note.kind) {
    case "common":
      return [
        "Nearly every story has ",
        ...listed(note.words.map(quoted), "and"),
        ", so the index leaves such words out. Add a rarer word, or write an acronym in capitals: IT, WHO.",
      ];
    case "unknown-field":
      return [quoted(`${note.field}:`), " is not a field, so it was searched as a word."];
    case "empty-field":
      return [quoted(`${note.field}:`), " needs a word directly after the colon."];
    case "no-date":
      return [
        quoted(`${note.field}:${note.value}`),
        ` was left out: write a year, a month or a day, as in ${note.field}:2020, ${note.field}:2020-03 or ${note.field}:"28 March 2020".`,
      ];
    case "unknown-sign":
      return [quoted(note.written), " has signs that mean nothing here, so only its words were searched."];
    case "near-what":
      return [quoted(note.written), " was left out: on either side it needs a word, a phrase, or words in brackets with OR between them."];
    case "open-bracket":
      return ["A bracket is not closed, so it was read as closed at the end."];
    case "open-quotation":
      return ["A quotation is not closed, so all that follows was read as quoted."];
    case "or-what":
      return [quoted("OR"), " was left out: it needs something to search for on either side."];
    case "small-operator":
      return [quoted(note.written), ` was read as a word, not as ${note.operator}. ${MEANINGS[note.operator]}: `, queryLink(note.query, { ...state, query: note.query }), "."];
    case "quoted-star":
      return ["In quotation marks * does not stand for letters, so only the words of ", quoted(note.written), " were searched."];
    case "most-edits":
      return [quoted(note.written), " was searched with words that differ from it in two places, which is the most."];
    case "unclear-date":
      return [quoted(note.written), " may be either of two days, so it was searched as words. Write the year first: 1987-03-28."];
    case "written-date":
      return [quoted(note.written), " was read as a date. Stories with these words: ", queryLink(note.words, { ...state, query: note.words }), "."];
    case "too-long":
      return ["Words of more than 64 letters are not in the index."];
    case "no-words":
      return ["The query has no word to search for."];
    case "shortened":
      return ["Only the beginning of this long query was searched."];
    case "missing-sites":
      return ["The stories of ", ...listed(note.names.map((name) => element("bdi", {}, name)), "and"), " could not be loaded, so only the others were searched."];
    case "broad-pattern":
      return [quoted(note.pattern), ` matches ${countLabel(note.words)} words, too many to search for: write more of its letters.`];
    case "heading": {
      const links = note.headings.map(({ label, query }) => queryLink(label, { query }));
      return [quoted(note.name), " is a name of ", ...listed(links, "and"), ": see what is filed there."];
    }
    case "several-names": {
      const shown = note.choices.slice(0, note.choices.length > NAMES_SHOWN + 1 ? NAMES_SHOWN : note.choices.length);
      const more = note.choices.length - shown.length;
      const links: Part[] = shown.map(({ label, count, ...search }) => element("span", {}, queryLink(label, { ...state, ...search }), ` ${countLabel(count)}`));
      const all = note.isAll ? "all of them are shown" : queryLink(`all ${countLabel(note.choices.length)}`, { ...state, ...note.all });
      return [quoted(note.name), " fits several names: ", ...links.flatMap((link, place) => (place === 0 ? [link] : [", ", link])), ...(more > 0 ? [`, ${countLabel(more)} others`] : []), "; ", all, "."];
    }
    case "searched-instead": {
      const instead = element("em", {}, element("bdi", {}, note.label));
      const own = note.query === undefined ? [] : ["; instead: ", queryLink(note.written, { ...state, query: note.query })];
      return ["Searched ", instead, ", because nothing has ", quoted(note.written), ...own, "."];
    }
    case "unknown-name":
      return [`This archive has no ${note.facet === "about" ? "country" : note.facet} called `, quoted(note.name), ".", ...nearest(note.nearest, state)];
  }
}

function nearest(others: readonly OtherQuery[], state: SearchState): readonly Part[] {
  if (others.length === 0) return [];
  return [" Nearest: ", ...listed(others.map(({ label, query }) => queryLink(label, { ...state, query }))), "."];
}
