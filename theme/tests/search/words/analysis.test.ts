import assert from "node:assert/strict";
import { test } from "node:test";

import { tokensOf } from "../../../src/search/words/tokens.ts";
import { ANALYSIS } from "./analysis_fixture.ts";

function terms(text: string): string[] {
  return ANALYSIS.terms(text).filter((term) => term !== "");
}

function tokens(text: string): string[] {
  return tokensOf(text).map((token) => token.text);
}

test("words are split at hyphens, slashes and other marks", () => {
  assert.deepEqual(tokens("well-known 1986/87 __proto__ C++"), ["well", "known", "1986", "87", "proto", "C"]);
});

test("possessives and elisions go, both kinds of apostrophe", () => {
  assert.deepEqual(terms("Biden's Biden’s workers' O'Neill l’Elysée"), ["biden", "biden", "worker", "oneil", "elyse"]);
});

test("accents are folded, composed or not", () => {
  assert.deepEqual(terms("Mélenchon Me\u0301lenchon Łódź Straße"), ["melenchon", "melenchon", "lodz", "strass"]);
});

test("commas in numbers go, decimal points stay, dates are split", () => {
  assert.deepEqual(terms("2,500 2500 2.5 1,000.25 1,2 26.02.1987"), [
    ..."2500 2500 2.5 1000.25 1 2 26 02 1987".split(" "),
  ]);
});

test("acronyms keep together, with points or not", () => {
  assert.deepEqual(terms("U.S. US AT&T R&D U.N.-led"), ["us", "us", "att", "rd", "un", "led"]);
});

test("stop words go unless they are written as acronyms", () => {
  assert.deepEqual(terms("It told us: the WHO is in IT"), ["told", "who", "it"]);
});

test("in a headline in capitals only US is an acronym", () => {
  assert.deepEqual(terms("US TELLS IT TO THE WHO"), ["us", "tell"]);
});

test("a reader's small us is the country", () => {
  assert.deepEqual(ANALYSIS.queryTerms("us"), ["us"]);
  assert.deepEqual(ANALYSIS.queryTerms("u.s."), ["us"]);
  assert.deepEqual(ANALYSIS.queryTerms("the"), [""]);
});

test("places are those of the original text", () => {
  const text = "«Biden’s» U.S.-led";
  const places = ANALYSIS.places(text, new Set(["biden", "us", "led"]));
  const found = places.map(({ start, end }) => text.slice(start, end));
  assert.deepEqual(found, ["Biden’s", "U.S.", "led"]);
});

test("patterns are folded but not stemmed", () => {
  assert.equal(ANALYSIS.pattern("Mélenc*"), "melenc*");
  assert.equal(ANALYSIS.pattern("U.S*"), "us*");
  assert.equal(ANALYSIS.pattern("2,5*"), "25*");
  assert.equal(ANALYSIS.pattern("*.5"), "*.5");
  assert.equal(ANALYSIS.pattern("a**b"), "a*b");
  assert.equal(ANALYSIS.pattern("**"), "");
});

test("what is no word because of its length is left out", () => {
  assert.deepEqual(terms("x".repeat(65)), []);
  assert.equal(terms("x".repeat(64)).length, 1);
});

test("where a script has no spaces, each two letters are a token and the last one by itself", () => {
  assert.deepEqual(tokens("東京都と中国"), ["東京", "京都", "都と", "と中", "中国", "国"]);
  assert.deepEqual(tokens("第3回 ไทย"), ["第", "3", "回", "ไท", "ทย", "ย"]);
  assert.deepEqual(tokens("한국 정부"), ["한국", "정부"]);
  assert.deepEqual(ANALYSIS.queryTerms("東京都"), ["東京", "京都"]);
  assert.deepEqual(ANALYSIS.queryTerms("京"), ["京"]);
});

test("vowel signs and points are optional", () => {
  assert.deepEqual(terms("الْبَرْلَمَان البرلمان"), ["البرلمان", "البرلمان"]);
  assert.deepEqual(terms("Đặng Đang Ελλάδα Ελλαδα Ёлка Елка"), ["dang", "dang", "ελλαδα", "ελλαδα", "елка", "елка"]);
});

test("a name's words are neither stemmed nor left out", () => {
  assert.deepEqual(ANALYSIS.nameWords("The Who’s U.S. ministers"), ["the", "who", "us", "ministers"]);
});

test("terms in their order tell where stop words stand", () => {
  assert.deepEqual(ANALYSIS.terms("The bank of Japan"), ["", "bank", "", "japan"]);
});

test("only the wanted terms are found, however they are written", () => {
  const text = "Yields yielded; l'elysee, O'Neill's U.S. 2,500 «Élysée» the YEAR's yen";
  for (const wanted of new Set(terms(text))) {
    const found = ANALYSIS.places(text, new Set([wanted])).map(({ term }) => term);
    assert.deepEqual(found, terms(text).filter((term) => term === wanted));
  }
});
