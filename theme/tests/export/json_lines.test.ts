import assert from "node:assert/strict";
import { test } from "node:test";

import { JSON_LINES } from "../../src/export/json_lines.ts";
import { BARE, CITATION } from "./citation_fixture.ts";

test("a story is one object with the archive's own names", () => {
  assert.deepEqual(JSON.parse(JSON_LINES.entry(CITATION)), {
    path: "articles/harvest-prices-rise.html",
    page: "https://archive.example/repo/articles/harvest-prices-rise.html",
    title: "Harvest prices rise",
    date: "2024-04-05",
    dated: "exact",
    source: "Harbour Post",
    authors: ["Jane Doe", "John Roe"],
    url: "https://harbour.example/harvest",
    people: [{ name: "Amara Okafor" }],
    about: [{ name: "Kenya", code: "KE" }],
    mentioned: [{ name: "Chile", code: "CL" }],
    organizations: [],
    excerpt: "Prices of barley rise…",
    why: [{ name: "Kenya", sentence: "Kenya sells barley." }],
    search: { query: "barley", filters: ["Kenya"], stories: 8, day: "2026-11-30", index: "1a2b" },
  });
  assert.equal((JSON.parse(JSON_LINES.entry(BARE)) as { date: unknown }).date, null);
});

test("whatever a headline holds, it is one line of ASCII that reads back", () => {
  for (const title of ["a\nb\u2028c\u2029d\u0085e", 'quote " and \\', "日本 🗞 é", "\ud800"]) {
    const line = JSON_LINES.entry({ ...CITATION, title });
    assert.match(line, /^[\x20-\x7e]+\n$/);
    assert.equal((JSON.parse(line) as { title: string }).title, title);
  }
});
