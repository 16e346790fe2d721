import assert from "node:assert/strict";
import { test } from "node:test";

import { inSlices, Pace, sortInSlices } from "../../src/search/pace.ts";

/** A pace whose slices are over at once. */
class ShortSlices extends Pace {
  pauses = 0;
  override get isDue(): boolean {
    return true;
  }
  override async pause(): Promise<void> {
    this.pauses += 1;
    await super.pause();
  }
}

test("every step is taken once, in order, with pauses between", async () => {
  const pace = new ShortSlices();
  const taken: number[] = [];
  await inSlices(5_000, pace, (place) => taken.push(place));
  assert.deepEqual(taken, [...Array(5_000).keys()]);
  assert.equal(pace.pauses, 3);
});

test("nothing to do is done without a pause", async () => {
  const pace = new ShortSlices();
  await inSlices(0, pace, () => assert.fail());
  assert.equal(pace.pauses, 0);
});

test("sorting in slices is stable sorting", async () => {
  const items = Array.from({ length: 9_001 }, (_, place) => ({ key: (place * 7_919) % 1_000, place }));
  const compare = (a: { key: number }, b: { key: number }): number => a.key - b.key;
  assert.deepEqual(await sortInSlices(items, compare, new ShortSlices()), items.toSorted(compare));
  assert.deepEqual(await sortInSlices([], compare, new Pace()), []);
});

test("the page's own tasks run while long work waits", async () => {
  const order: string[] = [];
  setTimeout(() => order.push("key"));
  const pace = new Pace();
  while (!order.includes("key")) {
    if (pace.isDue) await pace.pause();
  }
  order.push("work");
  assert.deepEqual(order, ["key", "work"]);
});
