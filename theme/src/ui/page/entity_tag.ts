/** An entity as a tag: its shape, its kind in words for screen readers, its name. */

import type { FacetKind } from "../../search/query/facet_kind.ts";
import type { StoredTag } from "../../search/types.ts";
import { element } from "./element.ts";

export type EntityKind = Extract<FacetKind, "person" | "country" | "organization">;

const WORDS: Readonly<Record<EntityKind, string>> = {
  person: "Person: ",
  country: "Country: ",
  organization: "Organization: ",
};

/** The shape before a value of a facet; sources, bylines and years do not have one. */
export function facetShape(kind: FacetKind, code: string | undefined): readonly HTMLElement[] {
  if (kind === "source" || kind === "author" || kind === "year") return [];
  return [entityShape(kind === "about" ? "country" : kind, code)];
}

/** Circle, square, or a country's code in a box. */
export function entityShape(kind: EntityKind, code: string | undefined): HTMLElement {
  return element(
    "span",
    { class: `shape shape-${kind}`, "aria-hidden": "true" },
    ...(kind === "country" && code ? [code] : []),
  );
}

/** A link to the entity's page. */
export function entityTag(
  root: string,
  kind: EntityKind,
  tag: StoredTag,
  name: readonly (Node | string)[],
): HTMLElement {
  return element(
    "a",
    { class: "tag", href: root + tag.path },
    entityShape(kind, tag.code),
    element("span", { class: "visually-hidden" }, WORDS[kind]),
    element("bdi", { class: "tag-name" }, ...name),
  );
}
