import assert from "node:assert/strict";
import { test } from "node:test";

import { HeadingNames } from "../../../src/search/index/heading_names.ts";
import { Pace } from "../../../src/search/pace.ts";
import type { FacetKind } from "../../../src/search/query/facet_kind.ts";
import type { FacetCount } from "../../../src/search/types.ts";
import { ANALYSIS } from "../words/analysis_fixture.ts";

function heading(label: string, count = 1): FacetCount {
  return { value: label.toLowerCase().replaceAll(" ", "-"), label, count };
}

const PACE = new Pace();
const NAMES = await HeadingNames.read(
  {
    person: [heading("Volodymyr Zelensky", 9), heading("Ada Smith"), heading("John Smith", 4), heading("Smith"), heading("Jean-Luc Mélenchon")],
    about: [],
  country: [heading("United States"), heading("United Kingdom"), heading("Chile"), heading("China")],
    organization: [heading("The Who"), heading("General Motors"), heading("GM Finance")],
    source: [heading("Harbour Post")],
    author: [heading("Jane Doe")],
    year: [heading("1987")],
  },
  { person: [["volodymyr-zelensky", "Zelenskiy"]], organization: [["general-motors", "GM"]], country: [["united-states", "USA", "U.S."], ["united-kingdom", "Britain", "British"]] },
  ANALYSIS,
  PACE,
);

function found(kind: FacetKind, name: string): string[] {
  return NAMES.resolve(kind, name).headings.map(({ label }) => label);
}

test("a heading is found by any of its forms, in small letters and without accents", () => {
  assert.deepEqual(found("person", "zelenskiy"), ["Volodymyr Zelensky"]);
  assert.deepEqual(found("country", "usa"), ["United States"]);
  assert.deepEqual(found("country", "us"), ["United States"]);
  assert.deepEqual(found("country", "Britain"), ["United Kingdom"]);
  assert.deepEqual(found("person", "jean-luc melenchon"), ["Jean-Luc Mélenchon"]);
  assert.deepEqual(found("country", "united-states"), ["United States"]);
});

test("stop words count in names", () => {
  assert.deepEqual(found("organization", "the who"), ["The Who"]);
});

test("a surname refers to all who have it, a word of an organization first to that of this name", () => {
  const labels = (kind: FacetKind, name: string): readonly string[][] => {
    const { headings, exact, others } = NAMES.resolve(kind, name);
    return [headings, exact, others].map((named) => named.map(({ label }) => label));
  };
  assert.deepEqual(labels("person", "smith"), [["Ada Smith", "John Smith", "Smith"], ["Smith"], []]);
  assert.deepEqual(labels("person", "john smith"), [["John Smith"], ["John Smith"], []]);
  assert.deepEqual(labels("organization", "gm"), [["General Motors"], ["General Motors"], ["GM Finance"]]);
  assert.deepEqual(labels("country", "chile"), [["Chile"], ["Chile"], []]);
});

test("an exact name comes before those that hold it, and words before their beginnings", () => {
  assert.deepEqual(found("country", "united"), ["United States", "United Kingdom"]);
  assert.deepEqual(NAMES.resolve("country", "united").exact, []);
  assert.deepEqual(found("country", "chi"), ["Chile", "China"]);
});

test("unknown names have none", () => {
  assert.deepEqual(found("country", "narnia"), []);
  assert.deepEqual(found("country", ""), []);
  assert.deepEqual(found("country", "…"), []);
  assert.deepEqual(found("person", "constructor"), []);
});

test("the nearest names differ by few letters, in the whole or in a word", async () => {
  const nearest = async (kind: FacetKind, name: string): Promise<string[]> =>
    (await NAMES.nearest(kind, name, 3, PACE)).map(({ label }) => label);
  assert.deepEqual(await nearest("country", "Chna"), ["China"]);
  assert.deepEqual(await nearest("person", "zelinsky"), ["Volodymyr Zelensky"]);
  assert.deepEqual(await nearest("person", "smyth"), ["John Smith", "Ada Smith", "Smith"]);
  assert.deepEqual(await nearest("country", "narnia"), []);
});
