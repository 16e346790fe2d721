import assert from "node:assert/strict";
import { test } from "node:test";

import { type Bin, histogram } from "../../../src/search/answer/histogram.ts";
import { DocumentDates } from "../../../src/search/index/document_dates.ts";
import { Pace } from "../../../src/search/pace.ts";
import { numericPeriod, type Period } from "../../../src/search/query/calendar_day.ts";

/** The digits of `packing.py`. */
const FINAL = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
const LEADING = "!#$%()*+,./:;=>?@[]^`{|}~'";

function pack(number: number): string {
  let digits = FINAL[number % 64] ?? "";
  for (let rest = Math.floor(number / 64); rest > 0; rest = Math.floor((rest - 1) / 26)) {
    digits = (LEADING[(rest - 1) % 26] ?? "") + digits;
  }
  return digits;
}

/** Documents of these days, newest first, and one undated. */
async function bins(...days: string[]): Promise<readonly Bin[]> {
  return await binsWithin(undefined, ...days);
}

async function binsWithin(within: Period | undefined, ...days: string[]): Promise<readonly Bin[]> {
  const numbers = days.map((day) => numericPeriod(day)?.from ?? 0);
  const packed = numbers.map((day, place) => pack(place === 0 ? day : (numbers[place - 1] ?? 0) - day));
  const hits = [...days, ""].map((_, document) => ({ document, score: 0 }));
  return await histogram(hits, DocumentDates.read(packed.join("")), new Pace(), within);
}

test("stories are counted by month, empty months too, undated ones not", async () => {
  assert.deepEqual(await bins("1987-04-30", "1987-02-28", "1987-02-01"), [
    { from: "1987-02", to: "1987-03", count: 2 },
    { from: "1987-03", to: "1987-04", count: 0 },
    { from: "1987-04", to: "1987-05", count: 1 },
  ]);
});

test("longer times have longer bins, which begin with a year", async () => {
  const years = await bins("2024-06-01", "1999-12-31", "1945-05-08");
  assert.equal(years.length, 80);
  assert.deepEqual(years[0], { from: "1945-01", to: "1946-01", count: 1 });
  assert.deepEqual(years.at(-1), { from: "2024-01", to: "2025-01", count: 1 });
  const quarters = await bins("2000-12-31", "1990-02-01");
  assert.deepEqual(quarters[0], { from: "1990-01", to: "1990-04", count: 1 });
  assert.equal(quarters.length, 44);
});

test("a short period is spread over its days", async () => {
  const march = numericPeriod("1987-03");
  const days = await binsWithin(march, "1987-04-01", "1987-03-31", "1987-03-02", "1987-03-02", "1987-02-28");
  assert.equal(days.length, 31);
  assert.deepEqual(days[1], { from: "1987-03-02", to: "1987-03-03", count: 2 });
  assert.deepEqual(days.at(-1), { from: "1987-03-31", to: "1987-04-01", count: 1 });
  assert.equal((await binsWithin(numericPeriod("1987"), "1987-03-31")).length, 1); // too long: by month
});

test("there are 96 bins at most, of days, months and quarters", async () => {
  const from = numericPeriod("1987-03-01")?.from ?? 0;
  assert.equal((await binsWithin({ from, to: from + 96 }, "1987-03-31")).length, 96);
  assert.equal((await binsWithin({ from, to: from + 97 }, "1987-03-31")).length, 1);
  assert.equal((await binsWithin({ from, to: from + 1 }, "1987-03-01")).length, 1);
  assert.equal((await bins("1987-12-01", "1980-01-01")).length, 96);
  assert.equal((await bins("1988-01-01", "1980-01-01")).length, 33);
  assert.equal((await bins("2003-12-01", "1980-01-01")).length, 96);
  assert.equal((await bins("2004-01-01", "1980-01-01")).length, 25);
  assert.equal((await bins("2075-01-01", "1980-01-01")).length, 96);
  assert.equal((await bins("2076-01-01", "1980-01-01")).length, 20);
});

test("a result without dated stories has no bins", async () => {
  assert.deepEqual(await bins(), []);
});
