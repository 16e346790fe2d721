import assert from "node:assert/strict";
import { test } from "node:test";

import { headingNotes, nameNotes } from "../../../src/search/answer/name_notes.ts";
import { HeadingNames } from "../../../src/search/index/heading_names.ts";
import { Pace } from "../../../src/search/pace.ts";
import { parseQuery } from "../../../src/search/query/query_parser.ts";
import type { FacetCount } from "../../../src/search/types.ts";
import { open, request } from "../engine_fixture.ts";
import { ANALYSIS, FIELDS } from "../words/analysis_fixture.ts";

test("a name that is unknown is told, with the nearest", async () => {
  const { engine } = await open();
  const { hits, notes } = await engine.search(request("oil -country:Chyna"));
  assert.equal(hits.length, 3);
  assert.deepEqual(notes, [
    { kind: "unknown-name", facet: "country", name: "Chyna", nearest: [{ label: "China", query: 'oil -country:"China"' }] },
  ]);
  assert.deepEqual((await engine.search(request("country:narnia"))).hits, []);
});

test("a part of several names is told with all of them, a whole name is not", async () => {
  const heading = (label: string): FacetCount => ({ value: label.toLowerCase(), label, count: 1 });
  const person = ["Ada Smith", "John Smith", "Jones"].map(heading);
  const headings = { person, about: [], country: [], organization: [], source: [], year: [] };
  const names = await HeadingNames.read(headings, {}, ANALYSIS, new Pace());
  const notes = (text: string): Promise<unknown> =>
    nameNotes(parseQuery(text, FIELDS, ANALYSIS).conditions, text, names, new Pace());
  assert.deepEqual(await notes("person:smith OR person:jones"), [
    { kind: "several-names", facet: "person", name: "smith", labels: ["Ada Smith", "John Smith"] },
  ]);
});

test("a query that is a name leads to what is filed under it", async () => {
  const heading = (label: string): FacetCount => ({ value: label.toLowerCase().replace(" ", "-"), label, count: 1 });
  const headings = { person: [], about: [], country: [heading("United States")], organization: [heading("The Who")], source: [], year: [] };
  const names = await HeadingNames.read(headings, { country: [["united-states", "USA"]] }, ANALYSIS, new Pace());
  assert.deepEqual(headingNotes(" the who", names), [
    { kind: "heading", name: "the who", headings: [{ label: "The Who", query: 'org:"The Who"' }] },
  ]);
  assert.deepEqual(headingNotes("usa", names), [
    { kind: "heading", name: "usa", headings: [{ label: "United States", query: 'country:"United States"' }] },
  ]);
  assert.deepEqual(headingNotes("united", names), []);
  assert.deepEqual(headingNotes("…", names), []);
});
