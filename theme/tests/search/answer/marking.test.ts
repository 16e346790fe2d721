import assert from "node:assert/strict";
import { test } from "node:test";

import { makeSnippet, markText } from "../../../src/search/answer/marking.ts";
import type { Segment } from "../../../src/search/types.ts";
import { ANALYSIS } from "../words/analysis_fixture.ts";

function shown(segments: readonly Segment[]): string {
  return segments.map(({ text, marked }) => (marked ? `[${text}]` : text)).join("");
}

test("matches are marked as they are written", () => {
  assert.equal(shown(markText("Biden’s U.S. visit", ["biden", "us"], ANALYSIS)), "[Biden’s] [U.S.] visit");
});

test("a text without matches stays whole", () => {
  assert.deepEqual(markText("No match", ["oil"], ANALYSIS), [{ text: "No match", marked: false }]);
  assert.deepEqual(markText("", ["oil"], ANALYSIS), []);
});

test("a snippet shows the place with the most different terms", () => {
  const text = `oil oil ${"word ".repeat(100)}the oil price rose ${"word ".repeat(100)}`;
  const snippet = shown(makeSnippet(text, ["oil", "price"], ANALYSIS));
  assert.match(snippet, /^…word .*the \[oil\] \[price\] rose word.*…$/);
  assert.ok(snippet.length < 240);
});

test("without a match a snippet is the beginning", () => {
  const snippet = makeSnippet("word ".repeat(100), ["oil"], ANALYSIS);
  assert.equal(snippet.length, 1);
  assert.match(shown(snippet), /^word .*word…$/);
});

test("white space at its end is nothing that is left out", () => {
  assert.equal(shown(makeSnippet(`${"word ".repeat(43)}end${" ".repeat(90)}`, [], ANALYSIS)).includes("…"), false);
});

test("a match behind the end of a snippet is none of it", () => {
  const text = `oil ${"word ".repeat(60)}oil ${"word ".repeat(60)}`;
  const snippet = shown(makeSnippet(text, ["oil"], ANALYSIS));
  assert.match(snippet, /^\[oil\] word .*word…$/);
  assert.equal(snippet.split("oil").length, 2);
});

test("a short text is shown whole, blocks run together", () => {
  assert.equal(shown(makeSnippet("One.\n\nTwo oil.", ["oil"], ANALYSIS)), "One. Two [oil].");
});

test("no pair of surrogates is cut", () => {
  const snippet = shown(makeSnippet("😀".repeat(300), [], ANALYSIS));
  assert.doesNotMatch(snippet, /\p{Surrogate}/u);
});

test("markup in a text is text", () => {
  assert.equal(shown(markText("<b>oil</b>", ["oil"], ANALYSIS)), "<b>[oil]</b>");
});

test("of places with the same terms the one where they stand side by side is shown", () => {
  const text = `japan has a tall bank ${"word ".repeat(100)}the bank of japan said ${"word ".repeat(100)}`;
  assert.match(shown(makeSnippet(text, ["bank", "japan"], ANALYSIS)), /^…word .*the \[bank\] of \[japan\] said/);
});

test("overlapping pairs of letters are one mark", () => {
  assert.equal(shown(markText("在東京都內", ["東京", "京都"], ANALYSIS)), "在[東京都]內");
});

test("of places far apart with as many terms the first is shown", () => {
  const text = `oil rose ${"word ".repeat(100)}the bank said ${"word ".repeat(100)}the price fell ${"word ".repeat(100)}`;
  assert.match(shown(makeSnippet(text, ["bank", "oil", "price"], ANALYSIS)), /^\[oil\] rose word/);
});

test("different terms count for more than one term again and again", () => {
  const text = `${"oil ".repeat(4)}${"word ".repeat(100)}the oil price rose ${"word ".repeat(100)}`;
  assert.match(shown(makeSnippet(text, ["oil", "price"], ANALYSIS)), /^…word .*the \[oil\] \[price\] rose/);
});

test("a match within another one is a part of its mark", () => {
  assert.equal(shown(markText("在東京都內", ["東京", "京"], ANALYSIS)), "在[東京]都內");
});

test("a snippet begins with a word, and not with a match that is longer than it", () => {
  const long = `${"x".repeat(300)}`;
  const text = `${"word ".repeat(100)}${long} ${"word ".repeat(50)}the oil price ${"word ".repeat(100)}`;
  assert.match(shown(makeSnippet(text, [long, "oil"], ANALYSIS)), /^…word .*the \[oil\] price/);
  const unbroken = `${"a".repeat(100)}-oil ${"word ".repeat(100)}`;
  assert.match(shown(makeSnippet(unbroken, ["oil"], ANALYSIS)), /^…\[oil\] word/);
});
