/** Completions: what a reader who has typed the first letters may mean. */

import { type Completion, type CompletionKind, ofKind } from "../index/completion_files.ts";
import type { IndexFiles } from "../index/index_files.ts";
import type { Analysis } from "../words/analysis.ts";

/**
 * The completions of the beginning of a name or word, best first.
 *
 * @param only the kind that is looked for, if only one is.
 */
export async function completionsOf(
  text: string,
  files: IndexFiles,
  analysis: Analysis,
  only?: CompletionKind,
): Promise<readonly Completion[]> {
  const prefix = analysis.nameWords(text).join(" ");
  if (prefix === "") return [];
  const table = await files.completionTable();
  const short = table.short(prefix);
  if (short !== undefined) return only === undefined ? short : ofKind(short, only);
  const path = table.fileOf(prefix);
  return path === undefined ? [] : (await files.completionFile(path)).complete(prefix, only);
}
