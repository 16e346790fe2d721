import assert from "node:assert/strict";
import { test } from "node:test";

import { listed } from "../../../src/ui/results/sentence.ts";

test("parts are enumerated with a conjunction before the last", () => {
  assert.deepEqual(listed([]), []);
  assert.equal(listed(["a"]).join(""), "a");
  assert.equal(listed(["a", "b"]).join(""), "a or b");
  assert.equal(listed(["a", "b", "c"]).join(""), "a, b or c");
  assert.equal(listed(["a", "b", "c", "d"], "and").join(""), "a, b, c and d");
});
