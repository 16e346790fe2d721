/** The completions of several sites as those of one index. */

import { best, type Completion, type CompletionKind } from "../index/completion_files.ts";

/** The completions of one site, and the way to its root. */
export interface SiteCompletions {
  readonly way: string;
  readonly completions: readonly Completion[];
}

/** Completions of one meaning are one, with the stories of all; a name leads to the first site that has it. */
export function joinedCompletions(sites: readonly SiteCompletions[], only?: CompletionKind): readonly Completion[] {
  const joined = new Map<string, Completion>();
  for (const { way, completions } of sites) {
    for (const completion of completions) {
      const { kind, value, label, count, path } = completion;
      const meaning = `${kind} ${value || label}`;
      const known = joined.get(meaning);
      joined.set(meaning, known === undefined
        ? { ...completion, path: path === "" ? "" : way + path }
        : { ...known, count: known.count + count });
    }
  }
  return best([...joined.values()], only);
}
