import assert from "node:assert/strict";
import { test } from "node:test";

import { SearchEngine } from "../../../src/search/engine.ts";
import type { Completion } from "../../../src/search/index/completion_files.ts";
import { suggestedState, suggestionsFor } from "../../../src/ui/search_box/suggestions.ts";
import { EMPTY_STATE, type SearchState } from "../../../src/ui/search_box/url_state.ts";
import { indexFiles, MemoryLoader } from "../../search/index_fixture.ts";

const CHILE: Completion = { kind: "country", label: "Chile", count: 7, value: "chile", form: "", code: "CL", path: "countries/chile.html" };
const WORD: Completion = { kind: "word", label: "harvest", count: 30, value: "", form: "", code: "", path: "" };

async function suggested(query: string, completion: Completion, state: SearchState = EMPTY_STATE): Promise<SearchState> {
  const engine = await SearchEngine.open("", new MemoryLoader(indexFiles()));
  return suggestedState(state, await suggestionsFor(engine, query), completion);
}

test("a name becomes the filter of its kind and what was typed of it goes", async () => {
  const { query, filters } = await suggested("wheat country:chi", CHILE);
  assert.equal(query, "wheat");
  assert.deepEqual(filters.country, ["chile"]);
});

test("after about: a country becomes what stories are about", async () => {
  const { query, filters } = await suggested("about:chi", CHILE);
  assert.equal(query, "");
  assert.deepEqual(filters.about, ["chile"]);
  assert.deepEqual(filters.country, []);
});

test("after a minus a name is left out", async () => {
  const { query, filters } = await suggested("wheat -country:chi", CHILE);
  assert.equal(query, "wheat");
  assert.deepEqual(filters.country, ["-chile"]);
});

test("a name may be quoted, with spaces in it", async () => {
  const { query, filters } = await suggested('wheat country:"chi le', CHILE);
  assert.equal(query, "wheat");
  assert.deepEqual(filters.country, ["chile"]);
});

test("no name is chosen and left out at once, nor chosen twice", async () => {
  const without = { ...EMPTY_STATE, filters: { ...EMPTY_STATE.filters, country: ["-chile", "kenya"] } };
  const chosen = await suggested("country:chi", CHILE, without);
  assert.deepEqual(chosen.filters.country, ["kenya", "chile"]);
  assert.deepEqual((await suggested("country:chi", CHILE, chosen)).filters.country, ["kenya", "chile"]);
});

test("a word ends the query; a phrase is left alone", async () => {
  const state = suggestedState(EMPTY_STATE, { kept: "wheat ", completions: [WORD] }, WORD);
  assert.equal(state.query, "wheat harvest");
  const engine = await SearchEngine.open("", new MemoryLoader(indexFiles()));
  assert.deepEqual(await suggestionsFor(engine, '"oil pri'), { kept: '"oil pri', completions: [] });
});

async function suggestions(query: string): Promise<readonly [kept: string, ...labels: string[]]> {
  const engine = await SearchEngine.open("", new MemoryLoader(indexFiles()));
  const { kept, completions } = await suggestionsFor(engine, query);
  return [kept, ...completions.map(({ label }) => label)];
}

test("the end of a query is completed, and what stands before it is kept", async () => {
  assert.deepEqual(await suggestions("chi"), ["", "China"]);
  assert.deepEqual(await suggestions('"oil price" chi'), ['"oil price" ', "China"]);
  assert.deepEqual(await suggestions("the wheat of ba"), ["the wheat of ", "bank"]);
});

test("a word that is typed in full is not offered", async () => {
  assert.deepEqual(await suggestions("wheat Bank"), ["wheat Bank"]);
  assert.deepEqual(await suggestions("wheat bank "), ["wheat bank "]);
});

test("only a word is completed: nothing is after a sign or an unknown field", async () => {
  assert.deepEqual(await suggestions("wheat -chi"), ["wheat -chi"]);
  assert.deepEqual(await suggestions("title:chi"), ["title:chi"]);
});

test("after a field only names of its kind are offered", async () => {
  assert.deepEqual(await suggestions("wheat country:chi"), ["wheat ", "China"]);
  assert.deepEqual(await suggestions("wheat person:chi"), ["wheat "]);
  assert.deepEqual(await suggestions("wheat country:ba"), ["wheat "]);
});

test("without a sign a name is chosen, by its own kind where the query names no field", async () => {
  assert.deepEqual((await suggested("country:chi", CHILE)).filters.country, ["chile"]);
  assert.deepEqual((await suggested("wheat chi", CHILE)).filters, { ...EMPTY_STATE.filters, country: ["chile"] });
});
