/** Completions: what a reader who has typed the first letters may mean. */

import type { Completion, CompletionKind } from "../index/completion_files.ts";
import type { SearchIndex } from "../index/search_index.ts";
import type { Analysis } from "../words/analysis.ts";

/**
 * The completions of the beginning of a name or word, best first.
 *
 * @param only the kind that is looked for, if only one is.
 */
export async function completionsOf(
  text: string,
  index: SearchIndex,
  analysis: Analysis,
  only?: CompletionKind,
): Promise<readonly Completion[]> {
  const prefix = analysis.nameWords(text).join(" ");
  return prefix === "" ? [] : await index.completions(prefix, only);
}
