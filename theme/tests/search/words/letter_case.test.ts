import assert from "node:assert/strict";
import { test } from "node:test";

import { inCase } from "../../../src/search/words/letter_case.ts";

test("a word is written as it is, with a capital, or in capitals", () => {
  assert.deepEqual([0, 1, 2].map((written) => inCase("bis", written)), ["bis", "Bis", "BIS"]);
  assert.deepEqual([0, 1, 2].map((written) => inCase("1990s", written)), ["1990s", "1990s", "1990S"]);
  assert.equal(inCase("", 1), "");
});
