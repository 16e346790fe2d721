import assert from "node:assert/strict";
import { test } from "node:test";

import { headingNotes, nameNotes } from "../../../src/search/answer/name_notes.ts";
import { HeadingNames } from "../../../src/search/index/heading_names.ts";
import { Pace } from "../../../src/search/pace.ts";
import { parseQuery } from "../../../src/search/query/query_parser.ts";
import { type FacetKind, NO_FILTERS } from "../../../src/search/query/facet_kind.ts";
import type { FacetCount, SearchNote } from "../../../src/search/types.ts";
import { open, request } from "../engine_fixture.ts";
import { ANALYSIS, FIELDS } from "../words/analysis_fixture.ts";

const NOTHING = { person: [], about: [], country: [], organization: [], source: [], author: [], year: [] };

test("a name that is unknown is said to be so, with the nearest", async () => {
  const { engine } = await open();
  const { hits, notes } = await engine.search(request("oil -country:Chyna"));
  assert.equal(hits.length, 3);
  assert.deepEqual(notes, [
    { kind: "unknown-name", facet: "country", name: "Chyna", nearest: [{ label: "China", query: 'oil -country:"China"' }] },
  ]);
  assert.deepEqual((await engine.search(request("country:narnia"))).hits, []);
});

test("a name that several headings have is a choice, the whole name of one is not", async () => {
  const heading = (label: string): FacetCount => ({ value: label.toLowerCase().replace(" ", "-"), label, count: 1 });
  const person = ["Ada Smith", "John Smith", "Jones"].map(heading);
  const headings = { ...NOTHING, person, organization: ["GM", "GM Finance"].map(heading) };
  const names = await HeadingNames.read(headings, {}, ANALYSIS, new Pace());
  const notes = (query: string): Promise<readonly SearchNote[]> =>
    nameNotes(parseQuery(query, FIELDS, ANALYSIS).conditions, { query, filters: NO_FILTERS }, names, new Pace());
  const filtered = (facet: FacetKind, ...values: string[]): unknown => ({ ...NO_FILTERS, [facet]: values });
  assert.deepEqual(await notes("oil -person:smith person:jones"), [
    {
      kind: "several-names",
      name: "smith",
      choices: [
        { label: "Ada Smith", count: 1, query: "oil person:jones", filters: filtered("person", "-ada-smith") },
        { label: "John Smith", count: 1, query: "oil person:jones", filters: filtered("person", "-john-smith") },
      ],
      all: { query: "oil person:jones", filters: filtered("person", "-ada-smith", "-john-smith") },
      isAll: true,
    },
  ]);
  const [organization] = await notes("org:gm OR oil");
  assert.ok(organization?.kind === "several-names");
  assert.deepEqual([organization.isAll, organization.all.query], [false, '(org:"GM" OR org:"GM Finance") OR oil']);
  assert.equal(organization.choices[1]?.query, 'org:"GM Finance" OR oil');
});

test("a query that is a name leads to what is filed under it", async () => {
  const heading = (label: string): FacetCount => ({ value: label.toLowerCase().replace(" ", "-"), label, count: 1 });
  const country = [heading("United States")];
  const headings = { ...NOTHING, country, about: country, organization: [heading("The Who")] };
  const names = await HeadingNames.read(headings, { country: [["united-states", "USA"]], about: [["united-states", "USA"]] }, ANALYSIS, new Pace());
  assert.deepEqual(headingNotes(" the who", names), [
    { kind: "heading", name: "the who", headings: [{ label: "The Who", query: 'org:"The Who"' }] },
  ]);
  assert.deepEqual(headingNotes("usa", names), [
    { kind: "heading", name: "usa", headings: [{ label: "United States", query: 'country:"United States"' }] },
  ]);
  assert.deepEqual(headingNotes("united", names), []);
  assert.deepEqual(headingNotes("…", names), []);
});
