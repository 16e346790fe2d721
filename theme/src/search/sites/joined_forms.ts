/** The other forms of the headings of several sites. */

import type { FormsPayload } from "../index/heading_names.ts";
import { FACET_KINDS } from "../query/facet_kind.ts";

/** All forms that a heading has in any site, each once. */
export function joinedForms(sites: readonly FormsPayload[]): FormsPayload {
  return Object.fromEntries(
    FACET_KINDS.map((kind) => {
      const forms = new Map<string, Set<string>>();
      for (const [slug, ...written] of sites.flatMap((payload) => payload[kind] ?? [])) {
        forms.set(slug, new Set([...(forms.get(slug) ?? []), ...written]));
      }
      return [kind, [...forms].map(([slug, written]) => [slug, ...written] as const)];
    }),
  );
}
