import assert from "node:assert/strict";
import { test } from "node:test";

import { CSV } from "../../src/export/csv.ts";
import { guarded } from "../../src/export/formula_guard.ts";
import { BARE, CITATION } from "./citation_fixture.ts";

/** Reads CSV as RFC 4180 says. */
function read(text: string): string[][] {
  const rows: string[][] = [];
  rowEnd = -1;
  for (const match of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    if (rows.length === 0 || match.index === rowEnd) rows.push([]);
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] === "\r\n") rowEnd = match.index + match[0].length;
  }
  return rows;
}
let rowEnd = 0;

function cells(title: string): string[] {
  return read(CSV.entry({ ...CITATION, title }))[0] ?? [];
}

test("the file begins with the mark that Excel needs, and names its columns", () => {
  assert.equal(
    CSV.head,
    "\ufefftitle,date,dated,source,authors,people,about,mentioned,organizations,original,page,excerpt,why," +
      "query,filters,stories,day,index\r\n",
  );
});

test("a story is a row", () => {
  assert.equal(
    CSV.entry(CITATION),
    "Harvest prices rise,2024-04-05,exact,Harbour Post,Jane Doe; John Roe,Amara Okafor,Kenya,Chile,," +
      "https://harbour.example/harvest,https://archive.example/repo/articles/harvest-prices-rise.html," +
      "Prices of barley rise…,Kenya: Kenya sells barley.,barley,Kenya,8,2026-11-30,1a2b\r\n",
  );
  assert.equal(CSV.entry(BARE), "Harvest prices rise,,unknown,,,,,,,,articles/harvest-prices-rise.html,,,barley,Kenya,8,2026-11-30,1a2b\r\n");
});

test("quotes, commas and line ends stay in their cell", () => {
  for (const title of ['He said "no"', "a,b", "a\nb", "a\r\nb", '"', ',"\r\n",', "ünï 日本"]) {
    const row = cells(title);
    assert.deepEqual([row.length, row[0]], [18, title]);
  }
});

test("no cell is run as a formula", () => {
  for (const title of ["=1+1", "+1", "-1", "@A1", "\tx", '=HYPERLINK("a","b")', "＝1", " =1"]) {
    assert.equal(cells(title)[0], guarded(title));
    assert.match(cells(title)[0] ?? "", /^'/);
  }
  assert.equal(cells("a=b")[0], "a=b");
  const names = ["Roe", "=1"].map((name) => ({ name, code: "", slug: "", path: "" }));
  const row = { ...CITATION, authors: ["a", "@b"], people: names, source: "a;-b", original: "+c" };
  assert.deepEqual(read(CSV.entry(row))[0]?.slice(3, 6), ["a;'-b", "a; '@b", "Roe; '=1"]);
  assert.equal(read(CSV.entry(row))[0]?.[9], "'+c");
});

test("several filters are one cell, and a story that was marked on its own page has no search", () => {
  const search = { query: 'a "b"', filters: ["Kenya", "not CNN"], stories: 1, day: "2026-11-30", index: "1a2b" };
  const last = (entry: string): string[] | undefined => read(entry)[0]?.slice(-5);
  assert.deepEqual(last(CSV.entry({ ...CITATION, search })), ['a "b"', "Kenya; not CNN", "1", "2026-11-30", "1a2b"]);
  const { search: _, ...marked } = CITATION;
  assert.deepEqual(last(CSV.entry(marked)), ["", "", "", "", ""]);
});

test("a cell with a line end or a quotation mark is quoted", () => {
  assert.equal(cells("two\nlines")[0], "two\nlines");
  assert.ok(CSV.entry({ ...CITATION, title: 'say "no"' }).startsWith('"say ""no""",'));
  assert.ok(CSV.entry({ ...CITATION, title: "a\rb" }).startsWith('"a\rb",'));
});
