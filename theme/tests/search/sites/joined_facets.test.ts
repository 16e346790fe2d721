import assert from "node:assert/strict";
import { test } from "node:test";

import { Facet, Facets } from "../../../src/search/index/facets.ts";
import { joinedFacets } from "../../../src/search/sites/joined_facets.ts";
import { Pace } from "../../../src/search/pace.ts";

/** One kind: each document's values, of these slugs, labels and codes. */
function facet(values: readonly (readonly [slug: string, label: string, code: string])[], documents: readonly (readonly number[])[]): Facets {
  const [slugs, labels, codes] = [0, 1, 2].map((part) => values.map((value) => value[part] as string)) as [string[], string[], string[]];
  const starts = [0];
  for (const held of documents) starts.push((starts.at(-1) ?? 0) + held.length);
  return new Facets([["country", new Facet({ values: slugs, labels, codes }, Uint32Array.from(starts), documents.flat())]]);
}

test("values are counted over all sites and go from the most frequent on, then by slug", async () => {
  const first = facet([["chad", "Chad", "TD"], ["peru", "Perú", ""]], [[0], [1], [0]]);
  const second = facet([["peru", "Peru", "PE"], ["mali", "Mali", "ML"], ["cuba", "Cuba", "CU"]], [[0, 1], [0], [2]]);
  const sites = [
    { facets: first, numbers: Uint32Array.from([5, 2, 0]) },
    { facets: second, numbers: Uint32Array.from([1, 3, 6]) },
  ];
  const [joined] = (await joinedFacets(sites, 7, new Pace())).facets;
  assert.ok(joined !== undefined);
  const [kind, { payload, starts, values }] = joined;
  assert.equal(kind, "country");
  assert.deepEqual(payload, {
    values: ["peru", "chad", "cuba", "mali"],
    labels: ["Peru", "Chad", "Cuba", "Mali"], // as the site has it that has more of them
    codes: ["PE", "TD", "CU", "ML"],
  });
  const held = Array.from({ length: 7 }, (_, document) => values.slice(starts[document], starts[document + 1]));
  assert.deepEqual(held, [[1], [0, 3], [0], [0], [], [1], [2]]);
});
