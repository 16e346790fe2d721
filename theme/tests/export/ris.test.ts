import assert from "node:assert/strict";
import { test } from "node:test";

import { RIS } from "../../src/export/ris.ts";
import { BARE, CITATION } from "./citation_fixture.ts";

test("a story is a newspaper article", () => {
  assert.equal(
    RIS.entry(CITATION),
    [
      "TY  - NEWS",
      "ID  - harvest-prices-rise",
      "TI  - Harvest prices rise",
      "AU  - Jane Doe",
      "AU  - John Roe",
      "T2  - Harbour Post",
      "PY  - 2024",
      "DA  - 2024/04/05/",
      "UR  - https://harbour.example/harvest",
      "AB  - Prices of barley rise…",
      "N1  - Kenya: Kenya sells barley.",
      "N1  - Found by: barley; Kenya; 8 stories; 2026-11-30; index 1a2b",
      "KW  - Amara Okafor",
      "KW  - Kenya",
      "KW  - Chile",
      "ER  - ",
      "",
      "",
    ].join("\r\n"),
  );
});

test("what is not known is not written", () => {
  assert.equal(
    RIS.entry(BARE),
    "TY  - NEWS\r\nID  - harvest-prices-rise\r\nTI  - Harvest prices rise\r\n" +
      "N1  - Found by: barley; Kenya; 8 stories; 2026-11-30; index 1a2b\r\nER  - \r\n\r\n",
  );
});

test("a date that was inferred says so", () => {
  assert.ok(RIS.entry({ ...CITATION, dated: "inferred" }).includes("\r\nN1  - Date inferred\r\n"));
});

test("no value can begin a line of its own", () => {
  const title = "One\r\nER  - \nTY  - BOOK\u2028two\u0085three\u0000four";
  const entry = RIS.entry({ ...CITATION, title, authors: ["A\nER  - "], source: "S\rTY  - X" });
  const lines = entry.split(/\r\n|[\n\r\u2028\u2029\u0085]/).filter((line) => line !== "");
  assert.deepEqual(
    lines.map((line) => line.slice(0, 2)),
    ["TY", "ID", "TI", "AU", "T2", "PY", "DA", "UR", "AB", "N1", "N1", "KW", "KW", "KW", "ER"],
  );
  assert.ok(entry.includes("TI  - One ER - TY - BOOK two three four\r\n"));
});

test("names and keywords have no asterisk", () => {
  const entry = RIS.entry({ ...CITATION, title: "M*A*S*H", authors: ["A*"] });
  assert.ok(entry.includes("TI  - M*A*S*H\r\n") && entry.includes("AU  - A\r\n"));
});
