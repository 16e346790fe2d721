import assert from "node:assert/strict";
import { test } from "node:test";

import { PackedNumbers, unpack } from "../../../src/search/index/packing.ts";

test("a number below 64 is one character", () => {
  assert.deepEqual(unpack("01A_"), [0, 1, 10, 63]);
});

test("leading digits make larger numbers, each ending itself", () => {
  assert.deepEqual(unpack("!0'_!!0''_|#~0"), [64, 1727, 1728, 44991, 1000000]);
});

test("numbers are read from a place on, and 0 past the end", () => {
  const numbers = new PackedNumbers("5!07", 1);
  assert.equal(numbers.next(), 64);
  assert.equal(numbers.position, 3);
  assert.equal(numbers.next(), 7);
  assert.equal(numbers.done, true);
  assert.equal(numbers.next(), 0);
});
