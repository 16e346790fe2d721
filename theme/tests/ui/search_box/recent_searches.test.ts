import assert from "node:assert/strict";
import { test } from "node:test";

import { RecentSearches } from "../../../src/ui/search_box/recent_searches.ts";

function storage(stored?: string): { get(name: string): string | undefined; set(name: string, value: string | undefined): void } {
  let value = stored;
  return {
    get: () => value,
    set: (_name, next) => {
      value = next;
    },
  };
}

test("the newest search comes first, each once, whatever its capitals", () => {
  const recent = new RecentSearches(storage());
  for (const query of ["treaty", " harvest prices ", "Treaty"]) recent.add(query);
  assert.deepEqual(recent.list(), ["Treaty", "harvest prices"]);
});

test("only the last eight stay", () => {
  const recent = new RecentSearches(storage());
  for (let number = 1; number <= 10; number += 1) recent.add(`search ${number}`);
  assert.deepEqual([recent.list().length, recent.list()[0], recent.list()[7]], [8, "search 10", "search 3"]);
});

test("nothing and whole texts are no searches to come back to", () => {
  const recent = new RecentSearches(storage());
  for (const query of ["", "   ", "x".repeat(201)]) recent.add(query);
  assert.deepEqual(recent.list(), []);
});

test("they can be erased", () => {
  const recent = new RecentSearches(storage());
  recent.add("treaty");
  recent.erase();
  assert.deepEqual(recent.list(), []);
});

test("what something else has stored does no harm", () => {
  for (const stored of ["", "{", "null", '{"a":1}', '["a",1,null]', '"text"']) {
    const recent = new RecentSearches(storage(stored));
    assert.deepEqual(recent.list(), stored === '["a",1,null]' ? ["a"] : []);
    recent.add("treaty");
    assert.equal(recent.list()[0], "treaty");
  }
});
