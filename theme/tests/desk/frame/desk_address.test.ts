import assert from "node:assert/strict";
import { test } from "node:test";

import { nameAddress, parseAddress, storyAddress } from "../../../src/desk/frame/desk_address.ts";

test("the address of a name or story leads back to it, whatever it holds", () => {
  for (const heading of ["José Zamora", "A/B & Co #1?", "100 %", "<b>", "x".repeat(300)]) {
    assert.deepEqual(parseAddress(nameAddress("person", heading)), { kind: "person", heading });
  }
  const file = "articles/2020/a story.md";
  assert.deepEqual(parseAddress(storyAddress(file)), { file });
});

test("what names nothing leads to the first list", () => {
  for (const hash of ["", "#", "#nothing", "#name", "#name/thing/x", "#name/person/", "#story", "#name/person/%E0%A4%A", "#toString"]) {
    assert.deepEqual(parseAddress(hash), { list: "names" }, hash);
  }
  assert.deepEqual(parseAddress("#stories"), { list: "stories" });
});
