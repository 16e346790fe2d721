/** What has to be done so that the device holds one build of the site. */

import type { FileList, FileMark } from "./file_list.ts";

export interface UpdatePlan {
  /** Files whose content is on the device under another path: the new path and the old. */
  readonly copies: readonly (readonly [to: string, from: string])[];
  /**
   * Paths to fetch, in an order in which an interrupted update leaves a site that works: files that
   * are new, then pages that may refer to them, then what is no page and names the new files.
   */
  readonly downloads: readonly string[];
  /** Paths that the build does not have. */
  readonly removals: readonly string[];
  /** Size of all that is to be fetched. */
  readonly downloadBytes: number;
}

/**
 * @param held what is on the device.
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
    if (present?.digest === mark.digest) continue; // of a page, the footer may have another length
    const holder = holders.get(contentKey(mark));
    // A changed file is fetched even if its content lies elsewhere: that other place may change, too.
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
