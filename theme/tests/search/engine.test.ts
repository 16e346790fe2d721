import assert from "node:assert/strict";
import { test } from "node:test";

import { SearchEngine, SearchError } from "../../src/search/engine.ts";
import { NO_FILTERS, type SearchRequest, type SearchResponse } from "../../src/search/types.ts";
import { BANK, indexFiles, MANIFEST, MemoryLoader, STORY } from "./index_fixture.ts";

async function open(): Promise<{ engine: SearchEngine; loader: MemoryLoader }> {
  const loader = new MemoryLoader(indexFiles());
  return { engine: await SearchEngine.open("", loader), loader };
}

function request(query: string, more: Partial<SearchRequest> = {}): SearchRequest {
  return { query, filters: NO_FILTERS, sort: "relevance", ...more };
}

async function found(engine: SearchEngine, query: string, more: Partial<SearchRequest> = {}): Promise<number[]> {
  return (await engine.search(request(query, more))).hits.map((hit) => hit.document);
}

function numbers({ hits }: SearchResponse): number[] {
  return hits.map((hit) => hit.document).sort();
}

function isOfKind(kind: string): (error: unknown) => boolean {
  return (error) => error instanceof SearchError && error.kind === kind;
}

test("only the partitions of a query are loaded, each once", async () => {
  const { engine, loader } = await open();
  assert.deepEqual((await found(engine, "oil")).sort(), [0, 1, 2]);
  await found(engine, "oils OR title:oil");
  assert.deepEqual(loader.asked.filter((path) => path.includes("partition")), ["search/partition-bbbbbbbbbb.js"]);
  assert.equal(loader.asked.includes("search/vocabulary-vvvvvvvvvv.js"), false);
});

test("fields, presence, wildcards and edits are understood", async () => {
  const { engine } = await open();
  assert.deepEqual(await found(engine, "title:bank"), [0]);
  assert.deepEqual((await found(engine, "+oil +bank")).sort(), [0, 1]);
  assert.deepEqual(await found(engine, "oil -bank"), [2]);
  assert.deepEqual(await found(engine, "-bank"), [2]);
  assert.deepEqual((await found(engine, "ban*")).sort(), [0, 1]);
  assert.deepEqual((await found(engine, "*nk")).sort(), [0, 1]);
  assert.deepEqual((await found(engine, "bakn~1")).sort(), [0, 1]);
});

test("the terms that were matched are told", async () => {
  const { engine } = await open();
  assert.deepEqual((await engine.search(request("ba* -oil"))).terms, ["bank"]);
});

test("an unfinished word finds longer ones, and so does a finished one that finds nothing", async () => {
  const { engine } = await open();
  const unfinished = await engine.search(request("oil ban", { unfinished: true }));
  assert.deepEqual([unfinished.match, numbers(unfinished)], ["all", [0, 1]]);
  const finished = await engine.search(request("oil ban"));
  assert.deepEqual([finished.match, numbers(finished)], ["beginnings", [0, 1]]);
});

test("without a story that has all words those with some are found", async () => {
  const { engine } = await open();
  const response = await engine.search(request("bank zinc"));
  assert.deepEqual([response.match, numbers(response)], ["some", [0, 1]]);
  assert.deepEqual(numbers(await engine.search(request("bank zinc country:usa"))), [1]);
  assert.deepEqual(numbers(await engine.search(request("bank zinc -oil"))), []);
});

test("a phrase is one; if there is none, its words are found", async () => {
  const { engine, loader } = await open();
  assert.deepEqual(await found(engine, "bank oil"), [0, 1]);
  assert.equal(loader.asked.some((path) => path.includes("positions")), false);
  assert.deepEqual(await found(engine, '"bank oil"'), [0]);
  assert.deepEqual(await found(engine, '"oil oil"'), [0]);
  assert.deepEqual(await found(engine, 'oil -"bank bank"'), [2, 1].sort());
  assert.deepEqual(await found(engine, 'title:oil OR "bank oil"', { sort: "date" }), [0, 1, 2]);
  const apart = await engine.search(request('"bank oil bank"'));
  assert.deepEqual([apart.match, numbers(apart)], ["words", [0, 1]]);
});

test("tags are asked for by any of their names, alone, excluded and with OR", async () => {
  const { engine } = await open();
  assert.deepEqual(await found(engine, "country:usa"), [1]);
  assert.deepEqual(await found(engine, "oil country:America"), [1]);
  assert.deepEqual(await found(engine, "-country:china"), [2]);
  assert.deepEqual(await found(engine, "country:usa OR country:china"), [0, 1]);
  assert.deepEqual((await found(engine, "title:bank OR country:usa")).sort(), [0, 1]);
  assert.deepEqual((await found(engine, "oil OR -bank")).sort(), [0, 1, 2]);
  assert.deepEqual(await found(engine, "year:undated"), [2]);
});

test("stories are found by their dates", async () => {
  const { engine } = await open();
  assert.deepEqual(await found(engine, "after:2024-02"), [0]);
  assert.deepEqual(await found(engine, "before:2024-02"), [1]);
  assert.deepEqual(await found(engine, "-after:2024-02"), [1, 2]);
});

test("a name that is unknown is told, with the nearest", async () => {
  const { engine } = await open();
  const { hits, notes } = await engine.search(request("oil -country:Chyna"));
  assert.equal(hits.length, 3);
  assert.deepEqual(notes, [
    { kind: "unknown-name", facet: "country", name: "Chyna", nearest: [{ label: "China", query: 'oil -country:"China"' }] },
  ]);
  assert.deepEqual((await engine.search(request("country:narnia"))).hits, []);
});

test("filters that leave nothing are told, with what is found without each", async () => {
  const { engine } = await open();
  const filters = { ...NO_FILTERS, country: ["united-states"] };
  const { hits, loosened } = await engine.search(request("title:bank after:2024-03", { filters }));
  assert.deepEqual(hits, []);
  assert.deepEqual(loosened, [
    { dropped: "United States", query: "title:bank after:2024-03", filters: NO_FILTERS, count: 1 },
  ]);
  const phrased = await engine.search(request("title:oil after:2024-03 -country:usa"));
  assert.deepEqual(phrased.loosened.map(({ query, count }) => [query, count]), [["title:oil -country:usa", 1]]);
  const both = await engine.search(request("title:bank before:2024 country:usa"));
  assert.deepEqual(both.loosened.map(({ dropped, query, count }) => [dropped, query, count]), [["", "title:bank", 1]]);
});

test("a word that no story has is corrected where it stands", async () => {
  const { engine } = await open();
  assert.deepEqual(await engine.corrections("bank title:Banks~1 title:bakn^2"), [
    { written: "bakn", nearest: [{ label: "bank", query: "bank title:Banks~1 title:bank^2", count: 2 }] },
  ]);
  assert.deepEqual(await engine.corrections("oik -zinc"), [
    { written: "oik", nearest: [{ label: "oils", query: "oils -zinc", count: 3 }] },
  ]);
  assert.deepEqual(await engine.corrections("bank 2500 country:chyna"), []);
});

test("an empty query lists everything that passes the filters", async () => {
  const { engine } = await open();
  assert.deepEqual(await found(engine, " "), [0, 1, 2]);
  const filters = { ...NO_FILTERS, country: ["united-states"] };
  assert.deepEqual(await found(engine, "", { filters }), [1]);
  assert.deepEqual(await found(engine, "the"), []);
});

test("results can be sorted by date", async () => {
  const { engine } = await open();
  assert.deepEqual(await found(engine, "oil OR bank", { sort: "date" }), [0, 1, 2]);
});

test("facets are counted over the result", async () => {
  const { engine } = await open();
  const { facets } = await engine.search(request("title:oil"));
  assert.deepEqual(facets.country.map(({ value, count }) => [value, count]), [["china", 1], ["united-states", 1]]);
  assert.deepEqual(facets.year.map(({ value, count }) => [value, count]), [["2024", 1], ["undated", 1]]);
});

test("a document is read, and its matches are marked", async () => {
  const { engine } = await open();
  const story = await engine.document(0);
  assert.deepEqual(story.countries, [{ name: "China", slug: "china", path: "countries/china.html", code: "CN" }]);
  assert.deepEqual(engine.mark(story.title, ["bank"]), [{ text: "Bank", marked: true }]);
  assert.equal(engine.snippet(story, ["bank"]).filter((segment) => segment.marked).length, 2);
});

test("after an update of the site the new index is asked", async () => {
  const { engine, loader } = await open();
  loader.files.delete("search/partition-aaaaaaaaaa.js");
  loader.files.set("search/partition-cccccccccc.js", BANK);
  loader.files.set("search/manifest.js", { ...MANIFEST, partitions: "ccccccccccbbbbbbbbbb" });
  assert.deepEqual(await found(engine, "title:bank"), [0]);
});

test("a missing file is an error if the index is the same; it is tried again", async () => {
  const { engine, loader } = await open();
  loader.files.delete("search/partition-aaaaaaaaaa.js");
  await assert.rejects(engine.search(request("bank")), isOfKind("missing"));
  loader.files.set("search/partition-aaaaaaaaaa.js", BANK);
  assert.deepEqual(await found(engine, "title:bank"), [0]);
});

test("a document of an older index asks for a new search", async () => {
  const { engine, loader } = await open();
  loader.files.delete("search/stories-ssssssssss/0.js");
  loader.files.set("search/stories-tttttttttt/0.js", [STORY]);
  loader.files.set("search/manifest.js", { ...MANIFEST, stories: "tttttttttt" });
  await assert.rejects(engine.document(0), isOfKind("changed"));
  assert.equal((await engine.document(0)).title, "Bank");
});

test("a damaged file is told from a missing one", async () => {
  const { engine, loader } = await open();
  loader.files.set("search/documents-dddddddddd.js", null);
  await assert.rejects(engine.search(request("oil")), isOfKind("damaged"));
});

test("searches may overlap", async () => {
  const { engine } = await open();
  const [first, second] = await Promise.all([found(engine, "title:bank"), found(engine, "oil -bank")]);
  assert.deepEqual([first, second], [[0], [2]]);
});

test("a page that brings the manifest does not ask for it", async () => {
  const loader = new MemoryLoader(indexFiles());
  const engine = await SearchEngine.open("", loader, MANIFEST);
  assert.deepEqual(await found(engine, "title:bank"), [0]);
  assert.equal(loader.asked.includes("search/manifest.js"), false);
});

test("results come from the preview of the term that holds most of them", async () => {
  const { engine, loader } = await open();
  const { terms } = await engine.search(request("oil bank"));
  const shown = await engine.documents([2, 0, 1], terms);
  assert.deepEqual(shown.map((story) => story.title), ["Third", "First", "Second"]);
  assert.deepEqual(loader.asked.filter((path) => /stories|previews/.test(path)), ["search/previews-pppppppppp/0.js"]);
});

test("without a preview, documents come from their own files", async () => {
  const { engine, loader } = await open();
  await engine.search(request("bank"));
  assert.deepEqual((await engine.documents([0], ["bank"])).map((story) => story.title), ["Bank"]);
  loader.files.delete("search/previews-pppppppppp/0.js");
  assert.deepEqual((await engine.documents([1, 2], ["oil"])).map((story) => story.title), ["Bank", "Bank"]);
});
