/** Kinds of entities in words. */

import type { DeskKind } from "../client/desk_data.ts";

/** "A person", "An organization". */
export function aKind(kind: DeskKind): string {
  return kind === "organization" ? `An ${kind}` : `A ${kind}`;
}
