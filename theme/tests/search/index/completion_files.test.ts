import assert from "node:assert/strict";
import { test } from "node:test";

import { type Completion, CompletionFile, CompletionTable } from "../../../src/search/index/completion_files.ts";

const FILE = new CompletionFile([
  "biden\nbiden\nbiden\nbidet\nbig\nbis\nbizets",
  "1230004",
  [
    ["p", "Joe Biden", 5, "", "Joseph Robinette Biden"],
    ["p", "Joe Biden", 5],
    ["P", "Hunter Biden", 2, "hunter-b"],
    ["w", "Bizet's", 3],
  ],
  "012",
  "987",
]);

const TABLE = new CompletionTable({
  firstKeys: "bank\ncarter\ncatalonia",
  files: "aaaaaaaaaabbbbbbbbbbcccccccccc",
  short: { ca: [["c", "Canada", 3, "", "", "CA"]] },
});

function labels(completions: readonly Completion[]): string[] {
  return completions.map(({ label }) => label);
}

test("names with most stories come first, then words", () => {
  assert.deepEqual(labels(FILE.complete("bide")), ["Joe Biden", "Hunter Biden", "bidet"]);
  assert.deepEqual(labels(FILE.complete("bidet")), ["bidet"]);
  assert.deepEqual(FILE.complete("c"), []);
});

test("a word is written as the stories write it", () => {
  assert.deepEqual(
    FILE.complete("bi").map(({ kind, label, count }) => [kind, label, count]),
    [
      ["person", "Joe Biden", 5],
      ["person", "Hunter Biden", 2],
      ["word", "bidet", 9],
      ["word", "Big", 8],
      ["word", "BIS", 7],
      ["word", "Bizet's", 3],
    ],
  );
});

test("a heading is offered once, by itself rather than by another form", () => {
  assert.deepEqual(FILE.complete("biden")[0], {
    kind: "person",
    label: "Joe Biden",
    count: 5,
    value: "joe-biden",
    form: "",
    code: "",
    path: "people/joe-biden.html",
  });
});

test("of as many stories the label decides, then the kind, then the form", () => {
  const file = new CompletionFile([
    "a\na\na\na",
    "1234",
    [
      ["p", "Bergen", 5],
      ["o", "Aarhus", 5, "port", "Port of Aarhus"],
      ["p", "Aarhus", 5],
      ["o", "Aarhus", 5],
    ],
    "",
    "",
  ]);
  assert.deepEqual(
    file.complete("a").map(({ kind, label, form }) => [kind, label, form]),
    [
      ["organization", "Aarhus", ""],
      ["organization", "Aarhus", "Port of Aarhus"],
      ["person", "Aarhus", ""],
      ["person", "Bergen", ""],
    ],
  );
});

test("a name without a page leads to a search for its stories", () => {
  assert.equal(FILE.complete("bide")[1]?.path, "search.html?person=hunter-b");
});

test("one kind alone may be looked for", () => {
  assert.deepEqual(labels(FILE.complete("bide", "word")), ["bidet"]);
  assert.deepEqual(labels(FILE.complete("bide", "person")), ["Joe Biden", "Hunter Biden"]);
  assert.deepEqual(labels(FILE.complete("bide", "country")), []);
});

test("a short prefix is answered by the table", () => {
  assert.deepEqual(labels(TABLE.short("ca") ?? []), ["Canada"]);
  assert.equal(TABLE.short("cat"), undefined);
});

test("every longer prefix is that of one file", () => {
  assert.equal(TABLE.fileOf("bank"), "search/completion-aaaaaaaaaa.js");
  assert.equal(TABLE.fileOf("bank of"), "search/completion-aaaaaaaaaa.js");
  assert.equal(TABLE.fileOf("cart"), "search/completion-bbbbbbbbbb.js");
  assert.equal(TABLE.fileOf("casino"), "search/completion-bbbbbbbbbb.js");
  assert.equal(TABLE.fileOf("cat"), "search/completion-cccccccccc.js");
  assert.equal(TABLE.fileOf("zoo"), "search/completion-cccccccccc.js");
  assert.equal(TABLE.fileOf("abba"), undefined);
});

test("an empty archive has no completions", () => {
  const table = new CompletionTable({ firstKeys: "", files: "", short: {} });
  assert.equal(table.fileOf("a"), undefined);
});
