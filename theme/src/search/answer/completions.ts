/** Completions: what a reader who has typed the first letters may mean. */

import type { Completion } from "../index/completion_files.ts";
import type { IndexFiles } from "../index/index_files.ts";
import type { Analysis } from "../words/analysis.ts";

/** The completions of the beginning of a name or word, best first. */
export async function completionsOf(
  text: string,
  files: IndexFiles,
  analysis: Analysis,
): Promise<readonly Completion[]> {
  const prefix = analysis.nameWords(text).join(" ");
  if (prefix === "") return [];
  const table = await files.completionTable();
  const short = table.short(prefix);
  if (short !== undefined) return short;
  const path = table.fileOf(prefix);
  return path === undefined ? [] : (await files.completionFile(path)).complete(prefix);
}
