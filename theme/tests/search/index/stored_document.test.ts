import assert from "node:assert/strict";
import { test } from "node:test";

import { readDocument, readTag } from "../../../src/search/index/stored_document.ts";

test("a tag is a heading, with its slug and code where these are not made of it", () => {
  assert.deepEqual(readTag("person", "Ada Lovelace"), { name: "Ada Lovelace", slug: "ada-lovelace", path: "people/ada-lovelace.html" });
  assert.deepEqual(readTag("country", ["Chad", "", "TD"]), { name: "Chad", slug: "chad", path: "countries/chad.html", code: "TD" });
  assert.deepEqual(readTag("organization", ["U.N.", "un-2"]), { name: "U.N.", slug: "un-2", path: "organizations/un-2.html" });
  assert.deepEqual(readTag("person", ["Bo", "", 0]), { name: "Bo", slug: "bo", path: "search.html?person=bo" });
});

test("each part of a document is read by its place, each tag by its kind", () => {
  const parts = ["articles/a.html", "Title", "2024-04-26", "inferred", "Post", "Jane", "https://post.example/a"] as const;
  assert.deepEqual(readDocument([...parts, ["Ada"], ["Chad"], ["NATO"], "Text"]), {
    path: "articles/a.html",
    title: "Title",
    date: "2024-04-26",
    dated: "inferred",
    source: "Post",
    author: "Jane",
    url: "https://post.example/a",
    people: [readTag("person", "Ada")],
    countries: [readTag("country", "Chad")],
    organizations: [readTag("organization", "NATO")],
    text: "Text",
  });
});
