/** The addresses within the desk: a list, a name or a story behind the `#`. */

import type { DeskKind } from "../client/desk_data.ts";

/** The lists in the order of the keys 1, 2, 3. */
export const LISTS = { names: "Names", tags: "Doubtful tags", stories: "Stories" } as const;

export type ListName = keyof typeof LISTS;

export type DeskAddress =
  | { readonly list: ListName }
  | { readonly kind: DeskKind; readonly heading: string }
  | { readonly file: string };

const KINDS: readonly string[] = ["person", "country", "organization"] satisfies readonly DeskKind[];

export function nameAddress(kind: DeskKind, heading: string): string {
  return `#name/${kind}/${encodeURIComponent(heading)}`;
}

export function storyAddress(file: string): string {
  return `#story/${encodeURIComponent(file)}`;
}

/** What an address names; the first list if it names nothing. */
export function parseAddress(hash: string): DeskAddress {
  const [word = "", first = "", second = ""] = hash.replace(/^#/, "").split("/").map(decoded);
  if (word === "name" && KINDS.includes(first) && second) return { kind: first as DeskKind, heading: second };
  if (word === "story" && first) return { file: first };
  return { list: Object.hasOwn(LISTS, word) ? (word as ListName) : "names" };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}
