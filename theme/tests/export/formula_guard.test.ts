import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { guarded } from "../../src/export/formula_guard.ts";

/** Values and their cells; the readers of tables are tested with the same. */
const CASES = JSON.parse(
  readFileSync(new URL("../../../tests/cases/formula_guard.json", import.meta.url), "utf8"),
) as readonly (readonly [value: string, cell: string])[];

const SIGNS = "=+-@＝＋－＠﹢﹣﹦﹫⁺⁼₊₌";
const ALPHABET = [...`${SIGNS} \t\r\n\0\u00a0\u200b\ufeff"',;|ab1`];

/** Takes the guard off, written apart from how it is put on: sign by sign, from the end. */
function unguarded(cell: string): string {
  const isBlank = (char: string | undefined) => char !== undefined && /[\s\0\u200b\ufeff]/.test(char);
  const first = [...cell].find((char) => char !== "'");
  const text = cell.startsWith("'") && isBlank(first) ? cell.slice(1) : cell;
  let value = "";
  for (let place = 0; place < text.length; place++) {
    const before = /[\s\0\u200b\ufeff,;'"]*$/.exec(text.slice(0, place))?.[0] ?? "";
    const begins = before.length === place || /[,;\t\r\n]/.test(before);
    if (text[place] === "'" && begins && SIGNS.includes(text[place + 1] ?? " ")) continue;
    value += text[place];
  }
  return value;
}

/** The same values in each run. */
function* values(count: number): Generator<string> {
  let seed = 7;
  const next = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * below);
  };
  for (let number = 0; number < count; number++) {
    yield Array.from({ length: next(12) }, () => ALPHABET[next(ALPHABET.length)]).join("");
  }
}

test("values have the cells that the readers of tables know", () => {
  for (const [value, cell] of CASES) assert.equal(guarded(value), cell);
});

test("each value can be told from its cell", () => {
  for (const value of values(20_000)) assert.equal(unguarded(guarded(value)), value, JSON.stringify(value));
});

test("no part of a cell begins a formula, wherever a spreadsheet cuts it", () => {
  for (const value of values(20_000)) {
    for (const part of guarded(value).split(/[,;\t\r\n]/)) {
      const begin = part.replace(/^[\s\0\u200b\ufeff"]+/, "")[0];
      assert.ok(begin === undefined || !SIGNS.includes(begin), JSON.stringify([value, part]));
    }
  }
});
