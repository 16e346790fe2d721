import assert from "node:assert/strict";
import { test } from "node:test";

import { citationOf, type SavedSearch } from "../../src/export/citation.ts";
import { JSON_LINES } from "../../src/export/json_lines.ts";
import { fileNameOf } from "../../src/export/file_name.ts";
import { type CitationList, exportResult } from "../../src/export/result_export.ts";
import { SearchError } from "../../src/search/index/search_error.ts";
import type { StoredDocument } from "../../src/search/types.ts";
import { CITATION } from "./citation_fixture.ts";

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

const EVIDENCE = { about: [], excerpt: "", reasons: [] };
const SEARCH = CITATION.search as SavedSearch;

function list(load = (number: number): Promise<StoredDocument> => Promise.resolve(story(number))): CitationList {
  return {
    size: 120,
    fileName: "stories",
    citations: (start, end) =>
      Promise.all(
        Array.from({ length: end - start }, async (_, place) =>
          citationOf(await load(start + place), EVIDENCE, SEARCH, BASE),
        ),
      ),
  };
}

test("every story of the result is written, in its order, and progress is told", async () => {
  const told: number[] = [];
  const request = { list: list(), format: JSON_LINES };
  const parts = await exportResult(request, (written) => told.push(written), new AbortController().signal);
  const titles = parts.slice(1).map((line) => (JSON.parse(line) as { title: string }).title);
  assert.deepEqual(titles, Array.from({ length: 120 }, (_, place) => `Story ${place}`));
  assert.deepEqual(told, [50, 100, 120]);
});

test("it ends when it is given up, and loads no more", async () => {
  const loaded: number[] = [];
  const giving = new AbortController();
  const load = (number: number): Promise<StoredDocument> => {
    loaded.push(number);
    return Promise.resolve(story(number));
  };
  const request = { list: list(load), format: JSON_LINES };
  await assert.rejects(exportResult(request, () => giving.abort(), giving.signal), { name: "AbortError" });
  assert.equal(loaded.length, 50);
});

test("a story that does not load leaves no list with a gap", async () => {
  const load = (number: number): Promise<StoredDocument> =>
    number === 60 ? Promise.reject(new SearchError("missing", "x")) : Promise.resolve(story(number));
  const request = { list: list(load), format: JSON_LINES };
  await assert.rejects(exportResult(request, () => undefined, new AbortController().signal), SearchError);
});

test("countries that a story is about stand apart from those it mentions", () => {
  const countries = ["kenya", "chile"].map((slug) => ({ name: slug, slug, path: `countries/${slug}.html` }));
  const citation = citationOf({ ...story(1), countries }, { ...EVIDENCE, about: ["chile"] }, SEARCH, BASE);
  assert.deepEqual([citation.about[0]?.slug, citation.mentioned[0]?.slug], ["chile", "kenya"]);
});

test("a file is named by the search", () => {
  assert.equal(fileNameOf(SEARCH), "barley-kenya-2026-11-30");
  assert.equal(fileNameOf({ ...SEARCH, query: 'title:"Öl & Gas" 日本', filters: [] }), "title-öl-gas-日本-2026-11-30");
  assert.equal(fileNameOf({ ...SEARCH, query: "--", filters: [] }), "stories-2026-11-30");
  assert.ok(fileNameOf({ ...SEARCH, query: "word ".repeat(99) }).length < 80);
});

test("a byline is cut into names", () => {
  const authors = (author: string): readonly string[] => citationOf({ ...story(1), author }, EVIDENCE, SEARCH, BASE).authors;
  assert.deepEqual(authors(""), []);
  assert.deepEqual(authors("Jane Doe"), ["Jane Doe"]);
  assert.deepEqual(authors("Jane Doe, John Roe"), ["Jane Doe", "John Roe"]);
  assert.deepEqual(authors("Jane Doe and John Roe & Andy Sand"), ["Jane Doe", "John Roe", "Andy Sand"]);
  assert.deepEqual(authors("Jane Doe; John Roe and Ann Poe"), ["Jane Doe", "John Roe", "Ann Poe"]);
  assert.deepEqual(authors("Holt, Karin; Bell, Nora"), ["Holt, Karin", "Bell, Nora"]);
  assert.deepEqual(authors("John Roe, Jr., Sandy Anders"), ["John Roe, Jr.", "Sandy Anders"]);
});

test("a page is named where the archive has an address", () => {
  assert.equal(citationOf(story(1), EVIDENCE, SEARCH, BASE).page, "https://archive.example/repo/articles/story-1.html");
  assert.equal(citationOf(story(1), EVIDENCE, SEARCH, "").page, "");
  assert.equal(citationOf(story(1), EVIDENCE, SEARCH, "").key, "story-1");
});
