import assert from "node:assert/strict";
import { test } from "node:test";

import { readPreviews } from "../../../src/search/index/preview.ts";

test("each document of a preview has what results show of it", () => {
  // "oil": documents 4 and 2 of five, counted from the oldest; "ban": document 0. Sources, then tags, begin at 0.
  const previews = readPreviews(
    [
      ["Post"],
      ["Ada", "Italy", "NATO"],
      ["", "", "nato-1949"],
      [0, "IT", ""],
      [["oil", "02"], ["ban", "4"]],
      ["Oil rose!", "Oil fell", ""],
      ["4x", "0y", "0z"],
      ["2024-04-26", "2024-01~", ""],
      ["110110", "0000", "10012"],
      ["it rose", "it fell", ""],
      [["Jane Doe", "https://post.example/1"], [], []],
    ],
    5,
  );
  assert.deepEqual([...previews].map(([term, stories]) => [term, [...stories.keys()]]), [["oil", [4, 2]], ["ban", [0]]]);
  assert.deepEqual(previews.get("oil")?.get(4), {
    path: "articles/oil-x.html",
    title: "Oil rose!",
    date: "2024-04-26",
    dated: "exact",
    source: "Post",
    author: "Jane Doe",
    url: "https://post.example/1",
    people: [{ name: "Ada", slug: "ada", path: "search.html?person=ada" }],
    countries: [{ name: "Italy", slug: "italy", path: "countries/italy.html", code: "IT" }],
    organizations: [],
    text: "it rose",
  });
  assert.deepEqual(previews.get("oil")?.get(2), {
    path: "articles/y.html",
    title: "Oil fell",
    date: "2024-01",
    dated: "inferred",
    source: "",
    author: "",
    url: "",
    people: [],
    countries: [],
    organizations: [],
    text: "it fell",
  });
  const undated = previews.get("ban")?.get(0);
  assert.deepEqual([undated?.dated, undated?.date, undated?.source], ["unknown", "", "Post"]);
  assert.deepEqual(undated?.organizations, [{ name: "NATO", slug: "nato-1949", path: "organizations/nato-1949.html" }]);
});
