import assert from "node:assert/strict";
import { test } from "node:test";

import { siteAddress, sitePath } from "../../src/offline/site_path.ts";

const ROOT = "https://example.org/repo/";

test("an address below the root is a path, without query and fragment", () => {
  assert.equal(sitePath(`${ROOT}search.html?q=a#b`, ROOT), "search.html");
  assert.equal(sitePath(`${ROOT}articles/a.html#why?`, ROOT), "articles/a.html");
});

test("the address of a folder is its page", () => {
  assert.equal(sitePath(ROOT, ROOT), "index.html");
  assert.equal(sitePath(`${ROOT}people/?x`, ROOT), "people/index.html");
});

test("other addresses have no path", () => {
  assert.equal(sitePath("https://example.org/other/a.html", ROOT), undefined);
  assert.equal(sitePath("https://elsewhere.org/repo/a.html", ROOT), undefined);
  assert.equal(sitePath(`${ROOT}%E0%A4%A`, ROOT), undefined);
});

test("a path survives its address", () => {
  for (const path of ["a.html", "articles/naïve café.html", "a/100%?#.html", "日本/語.html"]) {
    assert.equal(sitePath(siteAddress(path, ROOT), ROOT), path);
  }
});
