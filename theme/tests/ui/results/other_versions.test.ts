import assert from "node:assert/strict";
import { test } from "node:test";

import { otherVersionsLabel } from "../../../src/ui/results/other_versions.ts";

test("one other version, other versions", () => {
  assert.equal(otherVersionsLabel(1), "and 1 other version");
  assert.equal(otherVersionsLabel(1_200), "and 1,200 other versions");
});
