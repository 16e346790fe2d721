/** An engine over the index of three documents, and the ways to ask it. */

import { SearchEngine } from "../../src/search/engine.ts";
import { NO_FILTERS } from "../../src/search/query/facet_kind.ts";
import type { SearchRequest, SearchResponse } from "../../src/search/types.ts";
import { indexFiles, MemoryLoader } from "./index_fixture.ts";

export async function open(): Promise<{ engine: SearchEngine; loader: MemoryLoader }> {
  const loader = new MemoryLoader(indexFiles());
  return { engine: await SearchEngine.open("", loader), loader };
}

export function request(query: string, more: Partial<SearchRequest> = {}): SearchRequest {
  return { query, filters: NO_FILTERS, sort: "relevance", ...more };
}

/** The documents that are found, in order. */
export async function found(
  engine: SearchEngine,
  query: string,
  more: Partial<SearchRequest> = {},
): Promise<number[]> {
  return (await engine.search(request(query, more))).hits.map((hit) => hit.document);
}

/** The documents of a response, ascending. */
export function numbers({ hits }: SearchResponse): number[] {
  return hits.map((hit) => hit.document).sort();
}
