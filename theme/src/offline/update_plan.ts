/** The changes after which the device has exactly one build of the site. */

import type { FileList, FileMark } from "./file_list.ts";

export interface UpdatePlan {
  /** Files whose content is on the device under another path: the new path and the old one. */
  readonly copies: readonly (readonly [to: string, from: string])[];
  /**
   * Paths to fetch, in an order in which an interrupted update leaves a working site: new files, then
   * changed pages, which may refer to them, then other changed files, which name the new ones.
   */
  readonly downloads: readonly string[];
  /** Paths that the build does not have. */
  readonly removals: readonly string[];
  /** Size of all files to fetch. */
  readonly downloadBytes: number;
}

/**
 * Plans an update.
 *
 * @param held the files on the device.
 * @param wanted the build's files.
 */
export function planUpdate(held: FileList, wanted: FileList): UpdatePlan {
  const holders = new Map<string, string>();
  for (const [path, mark] of held) holders.set(contentKey(mark), path);
  const copies: (readonly [string, string])[] = [];
  const added: string[] = [];
  const changedPages: string[] = [];
  const changedOthers: string[] = [];
  let downloadBytes = 0;
  for (const [path, mark] of wanted) {
    const present = held.get(path);
    if (present?.digest === mark.digest) continue; // a page's size may differ by its footer
    const holder = holders.get(contentKey(mark));
    // A changed file is fetched even if another path has its content: that path may change as well.
    if (present === undefined && holder !== undefined) {
      copies.push([path, holder]);
      continue;
    }
    downloadBytes += mark.size;
    if (present === undefined) added.push(path);
    else if (path.endsWith(".html")) changedPages.push(path);
    else changedOthers.push(path);
  }
  return {
    copies,
    downloads: [...added, ...changedPages, ...changedOthers],
    removals: [...held.keys()].filter((path) => !wanted.has(path)),
    downloadBytes,
  };
}

function contentKey({ digest, size }: FileMark): string {
  return `${digest} ${size}`;
}
