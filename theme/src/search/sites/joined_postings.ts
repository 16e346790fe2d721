/** The posting lists of a term in several sites as those of one index. */

import type { PostingList } from "../index/partition.ts";

/** The lists of one site, if it has the term, and the numbers that its documents have in the whole index. */
export interface NumberedLists {
  readonly lists: readonly PostingList[] | undefined;
  readonly numbers: Uint32Array;
}

/** One list for each field; undefined if no site has the term. */
export function joinedPostings(sites: readonly NumberedLists[]): readonly PostingList[] | undefined {
  const fields = sites.find(({ lists }) => lists !== undefined)?.lists?.length;
  if (fields === undefined) return undefined;
  return Array.from({ length: fields }, (_, field) => joinedList(sites, field));
}

function joinedList(sites: readonly NumberedLists[], field: number): PostingList {
  const postings = sites.flatMap(({ lists, numbers }) => {
    const { documents, frequencies } = lists?.[field] ?? NOTHING;
    return Array.from(documents, (document, place) => [numbers[document] as number, frequencies[place] as number] as const);
  });
  postings.sort(([a], [b]) => a - b);
  return {
    documents: Uint32Array.from(postings, ([document]) => document),
    frequencies: Uint32Array.from(postings, ([, frequency]) => frequency),
  };
}

const NOTHING: PostingList = { documents: [], frequencies: [] };
