import assert from "node:assert/strict";
import { test } from "node:test";

import { SearchEngine, SearchError } from "../../../src/search/engine.ts";
import { NO_FILTERS } from "../../../src/search/query/facet_kind.ts";
import { found, request } from "../engine_fixture.ts";
import { indexFiles, MANIFEST, MemoryLoader } from "../index_fixture.ts";

const OTHER = "../other/";
const MANIFEST_PATH = "search/manifest.js";
/** Days of the dated documents, of each copy of the index. */
const [JANUARY, APRIL] = [738_900, 739_002];

const SUMMARY_PATH = "search/summary.js";

function summary(manifest: string, days: readonly number[]): object {
  return { format: 11, documents: 3, lengths: [3, 6], dated: 2, days, stories: "ssssssssss", manifest };
}

/** The index of three documents, twice: of this site, and of one beside it whose days overlap with its own. */
function overlapping(): MemoryLoader {
  const files = indexFiles();
  for (const [path, value] of [...files]) files.set(OTHER + path, value);
  files.set(MANIFEST_PATH, { ...MANIFEST, sites: [["Other", OTHER]] });
  files.set(SUMMARY_PATH, summary("a", [JANUARY, APRIL]));
  files.set(OTHER + SUMMARY_PATH, summary("b", [JANUARY, APRIL]));
  return new MemoryLoader(files);
}

/** The same, but the other site is said to be a hundred years older. */
function cut(): MemoryLoader {
  const loader = overlapping();
  loader.files.set(OTHER + SUMMARY_PATH, summary("b", [JANUARY - 36_525, APRIL - 36_525]));
  return loader;
}

test("sites whose days overlap are listed by day, undated stories last", async () => {
  const engine = await SearchEngine.open("", overlapping());
  assert.equal(engine.size, 6);
  assert.deepEqual(await found(engine, "title:bank"), [0, 1]);
  assert.deepEqual(await found(engine, "title:oil", { sort: "date" }), [2, 3, 4, 5]);
  assert.deepEqual(await found(engine, "title:oil", { sort: "oldest" }), [3, 2, 4, 5]);
  assert.deepEqual(await found(engine, '"oil bank"'), [0, 1]);
});

test("links lead to the site that has the story, and its files come from there", async () => {
  const files = cut();
  const engine = await SearchEngine.open("", files);
  const response = await engine.search(request("title:bank"));
  assert.deepEqual(response.hits.map(({ document }) => document), [0, 2]);
  const shown = await engine.documents([0, 2], response);
  assert.deepEqual(shown.map(({ path }) => path), ["articles/bank.html", `${OTHER}articles/bank.html`]);
  assert.deepEqual(shown.map(({ countries }) => countries[0]?.path), ["countries/china.html", `${OTHER}countries/china.html`]);
  assert.equal((await engine.document(2)).path, `${OTHER}articles/bank.html`);
});

test("a value of both sites is one", async () => {
  const engine = await SearchEngine.open("", cut());
  const { country } = await (await engine.search(request("bank"))).facets();
  assert.deepEqual(country, [
    { value: "china", label: "China", count: 4, code: "CN" },
    { value: "united-states", label: "United States", count: 2, code: "US" },
  ]);
  const filters = { ...NO_FILTERS, country: ["united-states"] };
  assert.deepEqual(await found(engine, "country:america", { filters }), [1, 3]);
  assert.deepEqual((await engine.complete("china")).map(({ label, count, path }) => [label, count, path]), [
    ["China", 4, "countries/china.html"],
  ]);
  const [correction] = await engine.corrections("bonk");
  assert.deepEqual(correction?.nearest.map(({ label, count }) => [label, count]), [["bank", 4]]);
});

test("a date leaves out the files of sites without a story of that day", async () => {
  const files = cut();
  const engine = await SearchEngine.open("", files);
  assert.deepEqual(await found(engine, "title:oil after:2024"), [1]);
  assert.deepEqual(files.asked.filter((path) => path.startsWith(OTHER)), [OTHER + SUMMARY_PATH]);
  const { hits, loosened } = await engine.search(request("title:oil after:2025"));
  assert.deepEqual([hits, loosened.map(({ dropped, count }) => [dropped, count])], [[], [["after:2025", 4]]]);
});

for (const [reason, payload] of [["missing", undefined], ["of another version", { ...summary("b", []), format: 1 }]] as const) {
  test(`a site that is ${reason} is named, and the others are searched`, async () => {
    const { files } = cut();
    files.delete(OTHER + SUMMARY_PATH);
    if (payload !== undefined) files.set(OTHER + SUMMARY_PATH, payload);
    const engine = await SearchEngine.open("", new MemoryLoader(files));
    const { hits, notes } = await engine.search(request("title:bank"));
    assert.deepEqual(hits.map(({ document }) => document), [0]);
    assert.deepEqual(notes, [{ kind: "missing-sites", names: ["Other"] }]);
  });
}

test("a site that loses a file is left out", async () => {
  const files = cut();
  const engine = await SearchEngine.open("", files);
  files.files.delete(`${OTHER}search/partition-aaaaaaaaaa/0.js`);
  const { hits, notes } = await engine.search(request("title:bank"));
  assert.deepEqual(hits.map(({ document }) => document), [0]);
  assert.deepEqual(notes, [{ kind: "missing-sites", names: ["Other"] }]);
  files.files.delete("search/partition-aaaaaaaaaa/0.js");
  await assert.rejects((await SearchEngine.open("", files)).search(request("title:bank")), SearchError);
});

test("a site that is searched alone asks for nothing more", async () => {
  const files = new MemoryLoader(indexFiles());
  await found(await SearchEngine.open("", files), "title:bank");
  assert.deepEqual(files.asked.filter((path) => path.startsWith("..")), []);
});
