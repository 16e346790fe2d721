import assert from "node:assert/strict";
import { test } from "node:test";

import { SearchEngine } from "../../src/search/engine.ts";
import { NO_FILTERS } from "../../src/search/query/facet_kind.ts";
import { indexFiles, MemoryLoader } from "./index_fixture.ts";

const PIECES = ["oil", "bank", "title", "US", "é", "😀", "\ud800", "\u2028", "the", "2,5", ".", "'", "&", "/", "9999999999", "country", "china", "after", "2024", "東京", "OR", "constructor"];
const OPERATORS = [":", "~", "^", "+", "-", "*", "\\", " ", "  ", "\n", "1", "2", '"', " OR ", "-country:", "person:", "before:", " NOT ", "(", " (", ") ", " NEAR ", " NEAR/2 ", " title:(", " date:", " March 1987 "];

/** The same numbers each time (Park and Miller). */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state * 48_271) % 2_147_483_647;
    yield state;
  }
}

test("no text is an error", async () => {
  const engine = await SearchEngine.open("", new MemoryLoader(indexFiles()));
  const chance = numbers(20_261_124);
  const choose = (choices: readonly string[]): string => choices[chance.next().value % choices.length] ?? "";
  for (let round = 0; round < 5_000; round += 1) {
    const length = (chance.next().value % 9) + 1;
    const query = Array.from({ length }, (_, place) => choose(place % 2 === 0 ? PIECES : OPERATORS)).join("");
    const { hits, terms } = await engine.search({ query, filters: NO_FILTERS, sort: "relevance", unfinished: round % 2 === 0 });
    assert.ok(hits.length <= engine.size, query);
    assert.ok(terms.every((term) => term === "oil" || term === "bank"), query);
    if (hits.length === 0) await engine.corrections(query);
  }
});
