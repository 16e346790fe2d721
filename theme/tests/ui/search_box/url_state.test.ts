import assert from "node:assert/strict";
import { test } from "node:test";

import { filterCount } from "../../../src/search/query/facet_kind.ts";
import {
  EMPTY_STATE,
  formatState,
  isEmpty,
  parseState,
  toggleAll,
  toggleFilter,
  type SearchState,
} from "../../../src/ui/search_box/url_state.ts";

const FULL: SearchState = {
  query: 'title:ban +"tiktok" -india & 50% é 日本',
  filters: {
    person: ["antony-blinken", "xi-jinping"],
    about: ["chad", "-mali"],
    country: ["china"],
    organization: [],
    source: ["cnn"],
    author: ["jane-doe"],
    year: ["2024", "undated"],
    all: ["person"],
  },
  sort: "oldest",
  eachVersion: true,
};

test("the address has the documented form", () => {
  const state: SearchState = {
    query: "tiktok ban",
    filters: { ...EMPTY_STATE.filters, person: ["antony-blinken"], country: ["china"] },
    sort: "date",
    eachVersion: false,
  };
  assert.equal(formatState(state), "?q=tiktok+ban&person=antony-blinken&country=china&sort=date");
});

test("every state survives the address", () => {
  assert.deepEqual(parseState(formatState(FULL)), FULL);
  assert.deepEqual(parseState(formatState(EMPTY_STATE)), EMPTY_STATE);
  assert.equal(formatState(EMPTY_STATE), "");
});

test("what the address does not know is ignored", () => {
  const state = parseState("?q=a&sort=random&person=&person=x&person=x&colour=red");
  assert.deepEqual(state, {
    query: "a",
    filters: { ...EMPTY_STATE.filters, person: ["x"] },
    sort: "relevance",
    eachVersion: false,
  });
});

test("a filter is chosen and given up", () => {
  const chosen = toggleFilter(EMPTY_STATE, "country", "china");
  assert.deepEqual(chosen.filters.country, ["china"]);
  assert.equal(filterCount(chosen.filters), 1);
  assert.deepEqual(toggleFilter(chosen, "country", "china"), EMPTY_STATE);
  assert.deepEqual(toggleFilter(chosen, "country", "-china").filters.country, ["-china"]);
  assert.deepEqual(toggleFilter(toggleFilter(chosen, "country", "-china"), "country", "china"), chosen);
  assert.equal(filterCount(FULL.filters), 9);
});

test("a search asks for nothing if it has neither words nor filters", () => {
  assert.equal(isEmpty({ ...EMPTY_STATE, query: "  ", sort: "date" }), true);
  assert.equal(isEmpty({ ...EMPTY_STATE, query: "oil" }), false);
  assert.equal(isEmpty({ ...EMPTY_STATE, filters: { ...EMPTY_STATE.filters, year: ["2024"] } }), false);
});

test("a story must have all chosen values of a kind until that is given up", () => {
  const person = toggleAll(EMPTY_STATE, "person");
  assert.deepEqual(person.filters.all, ["person"]);
  const both = toggleAll(person, "country");
  assert.deepEqual(both.filters.all, ["person", "country"]);
  assert.deepEqual(toggleAll(both, "person").filters.all, ["country"]);
  assert.deepEqual(toggleAll(person, "person"), EMPTY_STATE);
});

test("a value that was excluded is chosen instead, and the other way round", () => {
  const excluded = toggleFilter(toggleFilter(EMPTY_STATE, "country", "china"), "country", "-china");
  assert.deepEqual(excluded.filters.country, ["-china"]);
  assert.deepEqual(toggleFilter(excluded, "country", "china").filters.country, ["china"]);
  assert.deepEqual(toggleFilter(excluded, "country", "iran").filters.country, ["-china", "iran"]);
});
