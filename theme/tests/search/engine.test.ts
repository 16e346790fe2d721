import assert from "node:assert/strict";
import { test } from "node:test";

import type { Matched } from "../../src/search/answer/shown_documents.ts";
import { SearchEngine, SearchError } from "../../src/search/engine.ts";
import { NO_FILTERS } from "../../src/search/query/facet_kind.ts";
import { found, open, request } from "./engine_fixture.ts";
import { BANK, indexFiles, MANIFEST, MemoryLoader, STORY } from "./index_fixture.ts";

function isOfKind(kind: string): (error: unknown) => boolean {
  return (error) => error instanceof SearchError && error.kind === kind;
}

test("only the partitions of a query are loaded, each once", async () => {
  const { engine, loader } = await open();
  assert.deepEqual((await found(engine, "oil")).sort(), [0, 1, 2]);
  await found(engine, "oils OR title:oil");
  assert.deepEqual(loader.asked.filter((path) => path.includes("partition")), ["search/partition-aaaaaaaaaa/1.js"]);
  assert.equal(loader.asked.includes("search/vocabulary-vvvvvvvvvv.js"), false);
});

test("what is prepared is asked for at once and not again", async () => {
  const { engine, loader } = await open();
  engine.prepare("title:oil country:china");
  const asked = [...loader.asked];
  assert.ok(asked.some((path) => path.includes("partition")), asked.join());
  assert.ok(asked.some((path) => path.includes("documents")), asked.join());
  assert.deepEqual(await found(engine, "oil bank"), [0, 1]);
  assert.equal(new Set(loader.asked).size, loader.asked.length, loader.asked.join());
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
  assert.deepEqual(await found(engine, "oil OR bank", { sort: "oldest" }), [1, 0, 2]); // the last is undated
});

test("facets are counted over the result", async () => {
  const { engine } = await open();
  const response = await engine.search(request("title:oil"));
  const facets = await response.facets();
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
  loader.files.delete("search/partition-aaaaaaaaaa/0.js");
  loader.files.set("search/partition-cccccccccc/0.js", BANK);
  loader.files.set("search/manifest.js", { ...MANIFEST, partitions: "cccccccccc" });
  assert.deepEqual(await found(engine, "title:bank"), [0]);
});

test("a missing file is an error if the index is the same; it is tried again", async () => {
  const { engine, loader } = await open();
  loader.files.delete("search/partition-aaaaaaaaaa/0.js");
  await assert.rejects(engine.search(request("bank")), isOfKind("missing"));
  loader.files.set("search/partition-aaaaaaaaaa/0.js", BANK);
  assert.deepEqual(await found(engine, "title:bank"), [0]);
});

test("a document of an older index asks for a new search", async () => {
  const { engine, loader } = await open();
  loader.files.delete("search/stories-ssssssssss/0.js");
  loader.files.set("search/stories-tttttttttt/0.js", [STORY, STORY, STORY]);
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
  const response = await engine.search(request("oil bank"));
  const shown = await engine.documents([2, 0, 1], response);
  assert.deepEqual(shown.map((story) => story.title), ["Third", "First", "Second"]);
  assert.deepEqual(loader.asked.filter((path) => /stories|previews/.test(path)), ["search/previews-pppppppppp/0.js"]);
});

test("without a preview, documents come from their own files", async () => {
  const { engine, loader } = await open();
  await engine.search(request("bank"));
  assert.deepEqual((await engine.documents([0], { terms: ["bank"], phrases: [] })).map((story) => story.title), ["Bank"]);
  loader.files.delete("search/previews-pppppppppp/0.js");
  assert.deepEqual((await engine.documents([1, 2], { terms: ["oil"], phrases: [] })).map((story) => story.title), ["Bank", "Bank"]);
});

test("a document whose preview lacks the query's phrase comes from its own file", async () => {
  const { engine } = await open();
  const phrase = (term: string): Matched => ({ terms: ["oil"], phrases: [[{ term: "bank", offset: 0 }, { term, offset: 1 }]] });
  assert.deepEqual((await engine.documents([1, 2], phrase("oil"))).map((story) => story.title), ["Second", "Third"]);
  assert.deepEqual((await engine.documents([1, 2], phrase("zinc"))).map((story) => story.title), ["Bank", "Bank"]);
});

test("a pattern with a beginning asks for its words alone, another one for those of all texts", async () => {
  const asked = async (query: string): Promise<string[]> => {
    const { engine, loader } = await open();
    await engine.search(request(query));
    return [...new Set(loader.asked.filter((path) => /surface|words/.test(path)))].sort();
  };
  assert.deepEqual(await asked("b*k"), ["search/surface-uuuuuuuuuu/0.js"]);
  const [first, ...others] = await asked("*nk");
  assert.deepEqual([first, others.includes("search/words-wwwwwwwwww.js")], ["search/surface-uuuuuuuuuu/0.js", true]);
});
