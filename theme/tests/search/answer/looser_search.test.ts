import assert from "node:assert/strict";
import { test } from "node:test";

import { NO_FILTERS } from "../../../src/search/query/facet_kind.ts";
import { open, request } from "../engine_fixture.ts";

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

test("what was left out and what stories had to be about is told as such", async () => {
  const { engine } = await open();
  const filters = { ...NO_FILTERS, country: ["-united-states"], about: ["-united-states", "nowhere"] };
  const { loosened } = await engine.search(request("title:oil", { filters }));
  assert.deepEqual(loosened.map(({ dropped }) => dropped), ["not about United States, about nowhere"]);
});

test("the empty search is no way out", async () => {
  const { engine } = await open();
  assert.deepEqual((await engine.search(request("country:narnia"))).loosened, []);
});

test("nothing is dropped for words that no story has", async () => {
  const { engine } = await open();
  assert.deepEqual((await engine.search(request("zinc country:china"))).loosened, []);
});
