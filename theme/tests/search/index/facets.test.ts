import assert from "node:assert/strict";
import { test } from "node:test";

import { Facets, type FacetsPayload } from "../../../src/search/index/facets.ts";
import { Pace } from "../../../src/search/pace.ts";
import { type Filters, NO_FILTERS } from "../../../src/search/query/facet_kind.ts";
import type { FacetCount, FacetCounts } from "../../../src/search/types.ts";

const NOTHING = { values: [], labels: [], counts: "0000", documents: "" };

// Document 0: China, United States; 1: China; 2: United States; 3: none. Years 2024, 2024, 2023, none.
const PAYLOAD: FacetsPayload = {
  person: NOTHING,
  country: { values: ["china", "united-states"], labels: ["China", "United States"], codes: ["CN", "US"], counts: "2110", documents: "0101", about: "1101" },
  organization: NOTHING,
  source: NOTHING,
  year: { values: ["2024", "2023", "undated"], labels: ["2024", "2023", "Undated"], counts: "1111", documents: "0012" },
};
const FACETS = await Facets.read(PAYLOAD, 4, new Pace());

async function filter(
  numbers: readonly number[],
  filters: Filters,
): Promise<{ documents: number[]; counts: FacetCounts }> {
  const hits = numbers.map((document) => ({ document, score: 0 }));
  const passing = await FACETS.filter(hits, filters, new Pace());
  return { documents: passing.map((hit) => hit.document), counts: await FACETS.counts(hits, filters, new Pace()) };
}

function short(counts: readonly FacetCount[]): string[] {
  return counts.map(({ value, count }) => `${value} ${count}`);
}

test("without filters everything passes and is counted", async () => {
  const { documents, counts } = await filter([3, 2, 1, 0], NO_FILTERS);
  assert.deepEqual(documents, [3, 2, 1, 0]);
  assert.deepEqual(short(counts.country), ["china 2", "united-states 2"]);
  assert.deepEqual(short(counts.year), ["2024 2", "2023 1", "undated 1"]);
  assert.deepEqual(counts.country[0], { value: "china", label: "China", count: 2, code: "CN" });
});

test("values of one kind are alternatives and do not restrict their own counts", async () => {
  const { documents, counts } = await filter([0, 1, 2, 3], { ...NO_FILTERS, country: ["china"] });
  assert.deepEqual(documents, [0, 1]);
  assert.deepEqual(short(counts.country), ["china 2", "united-states 2"]);
  assert.deepEqual(short(counts.year), ["2024 2"]);
  const both = await filter([0, 1, 2, 3], { ...NO_FILTERS, country: ["china", "united-states"] });
  assert.deepEqual(both.documents, [0, 1, 2]);
});

test("what a tick adds is counted beside the values that are not chosen", async () => {
  const { counts } = await filter([0, 1, 2, 3], { ...NO_FILTERS, country: ["china"] });
  assert.deepEqual(counts.country.map(({ value, adds }) => [value, adds]), [["china", undefined], ["united-states", 1]]);
});

test("all chosen values of a kind can be asked for", async () => {
  const filters = { ...NO_FILTERS, country: ["china"], all: ["country"] } as const;
  const one = await filter([0, 1, 2, 3], filters);
  assert.deepEqual(one.documents, [0, 1]);
  assert.deepEqual(short(one.counts.country), ["china 2", "united-states 1"]);
  const both = await filter([0, 1, 2, 3], { ...filters, country: ["china", "united-states"] });
  assert.deepEqual(both.documents, [0]);
  assert.deepEqual((await filter([0, 1, 2, 3], { ...filters, country: ["china", "narnia"] })).documents, []);
});

test("kinds restrict each other", async () => {
  const filters = { ...NO_FILTERS, country: ["united-states"], year: ["2024"] };
  const { documents, counts } = await filter([0, 1, 2, 3], filters);
  assert.deepEqual(documents, [0]);
  assert.deepEqual(short(counts.country), ["china 2", "united-states 1"]);
  assert.deepEqual(short(counts.year), ["2024 1", "2023 1"]); // the archive has more of 2024
});

test("an archive without bylines has no authors, and no story passes one", async () => {
  assert.deepEqual((await filter([0, 1], NO_FILTERS)).counts.author, []);
  assert.deepEqual((await filter([0, 1], { ...NO_FILTERS, author: ["jane-doe"] })).documents, []);
});

test("a chosen value is listed even if nothing has it", async () => {
  const { documents, counts } = await filter([0], { ...NO_FILTERS, person: ["nobody"], year: ["undated"] });
  assert.deepEqual(documents, []);
  assert.deepEqual(short(counts.person), ["nobody 0"]);
  assert.deepEqual(short(counts.year), ["undated 0"]);
});

test("no story with an excluded value passes; the value counts those that it keeps away", async () => {
  const { documents, counts } = await filter([0, 1, 2, 3], { ...NO_FILTERS, country: ["-china"] });
  assert.deepEqual(documents, [2, 3]);
  assert.deepEqual(short(counts.country), ["china 2", "united-states 1"]);
  assert.deepEqual(short(counts.year), ["2023 1", "undated 1"]);
  const mixed = await filter([0, 1, 2, 3], { ...NO_FILTERS, country: ["-china", "united-states"] });
  assert.deepEqual(mixed.documents, [2]);
});

test("an excluded value counts only what the other kinds let pass", async () => {
  const { counts } = await filter([0, 1, 2], { ...NO_FILTERS, country: ["-united-states"], year: ["2024"] });
  assert.deepEqual(short(counts.country), ["china 1", "united-states 1"]);
});

test("the countries that a story is about are a kind of their own", async () => {
  const { documents, counts } = await filter([0, 1, 2, 3], { ...NO_FILTERS, about: ["china"] });
  assert.deepEqual(documents, [0]);
  assert.deepEqual(short(counts.about), ["united-states 2", "china 1"]);
  assert.deepEqual(counts.about[0], { value: "united-states", label: "United States", count: 2, adds: 1, code: "US" });
  assert.deepEqual(short(counts.country), ["china 1", "united-states 1"]);
});
