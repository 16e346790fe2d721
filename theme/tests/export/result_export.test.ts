import assert from "node:assert/strict";
import { test } from "node:test";

import { citationOf } from "../../src/export/citation.ts";
import { JSON_LINES } from "../../src/export/json_lines.ts";
import { exportResult } from "../../src/export/result_export.ts";
import { SearchError } from "../../src/search/index/search_error.ts";
import type { StoredDocument } from "../../src/search/types.ts";

const BASE = "https://archive.example/repo/";

function story(number: number): StoredDocument {
  return {
    path: `articles/story-${number}.html`,
    title: `Story ${number}`,
    date: "",
    dated: "unknown",
    source: "",
    author: "",
    url: "",
    people: [],
    countries: [],
    organizations: [],
    text: "",
  };
}

const hits = Array.from({ length: 120 }, (_, place) => ({ document: 119 - place, score: 1 }));

test("every story of the result is written, in its order, and progress is told", async () => {
  const told: number[] = [];
  const source = { document: (number: number) => Promise.resolve(story(number)) };
  const request = { source, hits, format: JSON_LINES, base: BASE };
  const parts = await exportResult(request, (written) => told.push(written), new AbortController().signal);
  const titles = parts.slice(1).map((line) => (JSON.parse(line) as { title: string }).title);
  assert.deepEqual(titles, hits.map((hit) => `Story ${hit.document}`));
  assert.deepEqual(told, [50, 100, 120]);
});

test("it ends when it is given up, and loads no more", async () => {
  const loaded: number[] = [];
  const giving = new AbortController();
  const source = {
    document: (number: number) => {
      loaded.push(number);
      return Promise.resolve(story(number));
    },
  };
  const request = { source, hits, format: JSON_LINES, base: BASE };
  await assert.rejects(exportResult(request, () => giving.abort(), giving.signal), { name: "AbortError" });
  assert.equal(loaded.length, 50);
});

test("a story that does not load leaves no list with a gap", async () => {
  const source = {
    document: (number: number) =>
      number === 60 ? Promise.reject(new SearchError("missing", "x")) : Promise.resolve(story(number)),
  };
  const request = { source, hits, format: JSON_LINES, base: BASE };
  await assert.rejects(exportResult(request, () => undefined, new AbortController().signal), SearchError);
});

test("a byline is cut into names", () => {
  const authors = (author: string): readonly string[] => citationOf({ ...story(1), author }, BASE).authors;
  assert.deepEqual(authors(""), []);
  assert.deepEqual(authors("Jane Doe"), ["Jane Doe"]);
  assert.deepEqual(authors("Jane Doe, John Roe"), ["Jane Doe", "John Roe"]);
  assert.deepEqual(authors("Jane Doe; John Roe and Ann Poe"), ["Jane Doe", "John Roe", "Ann Poe"]);
  assert.deepEqual(authors("Holt, Karin; Bell, Nora"), ["Holt, Karin", "Bell, Nora"]);
  assert.deepEqual(authors("John Roe, Jr., Sandy Anders"), ["John Roe, Jr.", "Sandy Anders"]);
});

test("a page is named where the archive has an address", () => {
  assert.equal(citationOf(story(1), BASE).page, "https://archive.example/repo/articles/story-1.html");
  assert.equal(citationOf(story(1), "").page, "");
  assert.equal(citationOf(story(1), "").key, "story-1");
});
