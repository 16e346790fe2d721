import assert from "node:assert/strict";
import { test } from "node:test";

import { readPositions } from "../../../src/search/index/position_list.ts";
import { Pace } from "../../../src/search/pace.ts";

test("positions are read field by field and document by document", async () => {
  const lists = [
    { documents: [4], frequencies: [1] },
    { documents: [2], frequencies: [3] },
    { documents: [0, 4], frequencies: [2, 1] },
  ];
  const [title, names, text] = await readPositions("5102", lists, [true, false, true], new Pace());
  assert.deepEqual([...(title ?? [])], [[4, [5]]]);
  assert.deepEqual([...(names ?? [])], []);
  assert.deepEqual([...(text ?? [])], [[0, [1, 2]], [4, [2]]]);
});
