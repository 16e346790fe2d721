import assert from "node:assert/strict";
import { test } from "node:test";

import { Pace } from "../../../src/search/pace.ts";
import { nearSpans, type Spans, unitedSpans } from "../../../src/search/ranking/near.ts";

const LEFT: Spans = new Map([[0, [[3, 5]]], [1, [[8, 8]]]]);

async function near(right: Spans, distance: number): Promise<unknown> {
  return [...(await nearSpans(LEFT, right, distance, new Pace()))];
}

test("places are near in any order, and the new place reaches over both", async () => {
  assert.deepEqual(await near(new Map([[0, [[7, 7]]], [1, [[6, 6]]]]), 2), [[0, [[3, 7]]], [1, [[6, 8]]]]);
  assert.deepEqual(await near(new Map([[0, [[7, 7]]], [2, [[6, 6]]]]), 1), []);
});

test("a place is not near itself", async () => {
  assert.deepEqual(await near(LEFT, 10), []);
  assert.deepEqual(await near(new Map([[0, [[4, 9]]]]), 10), []);
});

test("the places of alternatives are united", () => {
  assert.deepEqual([...unitedSpans([LEFT, new Map([[0, [[9, 9]]]])])], [[0, [[3, 5], [9, 9]]], [1, [[8, 8]]]]);
});
