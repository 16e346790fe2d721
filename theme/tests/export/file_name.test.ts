import assert from "node:assert/strict";
import { test } from "node:test";

import { today } from "../../src/export/file_name.ts";

test("the day of a saved list is that of the reader", () => {
  const before = new Date().toLocaleDateString("sv-SE");
  const day = today();
  assert.ok([before, new Date().toLocaleDateString("sv-SE")].includes(day), day);
});
