import assert from "node:assert/strict";
import { test } from "node:test";

import { BIBTEX } from "../../src/export/bibtex.ts";
import { BARE, CITATION } from "./citation_fixture.ts";

function field(text: string, name: string): string | undefined {
  return new RegExp(`^  ${name} = (.*),$`, "m").exec(text)?.[1];
}

test("a story is an article in its source", () => {
  assert.equal(
    BIBTEX.entry(CITATION),
    `@article{harvest-prices-rise,
  title = {{Harvest prices rise}},
  author = {Jane Doe and John Roe},
  journal = {Harbour Post},
  year = {2024},
  month = apr,
  day = {5},
  url = {https://harbour.example/harvest},
  abstract = {Prices of barley rise…},
  annote = {Kenya: Kenya sells barley. | Found by: barley; Kenya; 8 stories; 2026-11-30; index 1a2b},
  keywords = {Amara Okafor, Kenya, Chile},
}

`,
  );
});

test("what is not known is not written", () => {
  assert.equal(BIBTEX.entry(BARE), "@misc{harvest-prices-rise,\n  title = {{Harvest prices rise}},\n" +
    "  annote = {Found by: barley; Kenya; 8 stories; 2026-11-30; index 1a2b},\n}\n\n");
});

test("the archive's page stands in for an unknown original", () => {
  const entry = BIBTEX.entry({ ...CITATION, original: "" });
  assert.equal(field(entry, "url"), `{${CITATION.page}}`);
});

test("every character with a meaning in TeX is escaped", () => {
  const entry = BIBTEX.entry({ ...CITATION, title: "50% of $5 & #1_a ~ ^ \\ {x}" });
  assert.equal(
    field(entry, "title"),
    "{{50\\% of \\$5 \\& \\#1\\_a \\textasciitilde{} \\textasciicircum{} \\textbackslash{} \\textbraceleft{}x\\textbraceright{}}}",
  );
});

test("braces balance whatever a story holds, so that no entry swallows the next", () => {
  for (const text of ["}", "{", "\\{", "a}b{c", "\\", "{{{", "line\n} break"]) {
    const entry = BIBTEX.entry({ ...CITATION, title: text, authors: [text], source: text, original: text });
    let depth = 0;
    for (const character of entry) {
      depth += character === "{" ? 1 : character === "}" ? -1 : 0;
      assert.ok(depth >= 0, text);
    }
    assert.equal(depth, 0, text);
    assert.equal(entry.split("\n").length, BIBTEX.entry(CITATION).split("\n").length, text);
  }
});

test("a name that BibTeX would cut is held together", () => {
  const entry = BIBTEX.entry({ ...CITATION, authors: ["Roe, Jr.", "Sand and Sons", "Andrew Landy"] });
  assert.equal(field(entry, "author"), "{{Roe, Jr.} and {Sand and Sons} and Andrew Landy}");
});

test("addresses keep the characters that are theirs", () => {
  const entry = BIBTEX.entry({ ...CITATION, original: "https://a.example/b_c?d=%20&e={f} g#h~i" });
  assert.equal(field(entry, "url"), "{https://a.example/b_c?d=%20&e=%7Bf%7D%20g#h~i}");
});

test("an inferred date says so", () => {
  assert.equal(field(BIBTEX.entry({ ...CITATION, dated: "inferred" }), "note"), "{Date inferred}");
});

test("a keyword with a comma is one keyword", () => {
  const organizations = [{ name: "Sand, Roe & Co", slug: "sand", path: "organizations/sand.html" }];
  const entry = BIBTEX.entry({ ...CITATION, people: [], mentioned: [], organizations });
  assert.equal(field(entry, "keywords"), "{Kenya, {Sand, Roe \\& Co}}");
});

test("a note says how a story came into the list", () => {
  const { search, ...marked } = { ...CITATION, reasons: [{ name: "Kenya", sentence: "" }] };
  assert.equal(field(BIBTEX.entry(marked), "annote"), "{Marked on its own page}");
  const one = { ...marked, search: { ...CITATION.search, query: "", filters: [], stories: 1, day: "2026-11-30", index: "1a2b" } };
  assert.equal(field(BIBTEX.entry(one), "annote"), "{Found by: 1 story; 2026-11-30; index 1a2b}");
  assert.notEqual(search, undefined);
});
