/** Opens the search engine when it is first needed, and only once for a page. */

import type { SearchEngine } from "../../search/engine.ts";

export type OpenEngine = () => Promise<SearchEngine>;

/** A function that opens the engine at its first call. After a failure the next call tries again. */
export function lazyEngine(open: OpenEngine): OpenEngine {
  let opening: Promise<SearchEngine> | undefined;
  return () => {
    opening ??= open().catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };
}

/** The manifest of the index, which the search page contains; undefined on other pages. */
export function pageManifest(): unknown {
  const text = document.getElementById("search-manifest")?.textContent ?? "";
  return text === "" ? undefined : JSON.parse(text);
}
