import assert from "node:assert/strict";
import { test } from "node:test";

import { SearchEngine } from "../../../src/search/engine.ts";
import type { Completion } from "../../../src/search/index/completion_files.ts";
import { suggestedState, suggestionsFor } from "../../../src/ui/search_box/suggestions.ts";
import { EMPTY_STATE, type SearchState } from "../../../src/ui/search_box/url_state.ts";
import { indexFiles, MemoryLoader } from "../../search/index_fixture.ts";

const CHILE: Completion = { kind: "country", label: "Chile", count: 7, value: "chile", form: "", code: "CL" };
const WORD: Completion = { kind: "word", label: "harvest", count: 30, value: "", form: "", code: "" };

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
