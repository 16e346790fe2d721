import assert from "node:assert/strict";
import { test } from "node:test";

import { tokensOf } from "../../../src/search/words/tokens.ts";
import { isAscii, WordPattern } from "../../../src/search/words/word_pattern.ts";

const ASCII = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)).join("");

test("both forms of an expression give the same on text of ASCII", () => {
  const kinds = ["letter", "mark", "number", "apostrophe"] as const;
  for (const kind of kinds) {
    const pattern = new WordPattern((classes) => `[${classes[kind]}]`, "g");
    assert.deepEqual(ASCII.match(pattern.for(ASCII)), ASCII.match(pattern.for("é")), kind);
  }
});

test("a text of ASCII has the same tokens beside a word of other letters", () => {
  const texts = ["U.S.-led AT&T's 2,500 1,2 26.02.1987 O'Neill 3.5% 'quoted' R&D. x.y.z a&b&c", ASCII];
  for (const text of texts) {
    assert.equal(isAscii(text), true);
    const beside = tokensOf(`${text} é`).slice(0, -1);
    assert.deepEqual(tokensOf(text), beside);
  }
});
