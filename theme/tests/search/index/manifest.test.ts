import assert from "node:assert/strict";
import { test } from "node:test";

import { Manifest } from "../../../src/search/index/manifest.ts";
import { SearchError } from "../../../src/search/index/search_error.ts";
import { MANIFEST } from "../index_fixture.ts";

test("files are named by their hashes", () => {
  const manifest = new Manifest(MANIFEST);
  assert.equal(manifest.partitionPath(1), "search/partition-aaaaaaaaaa/1.js");
  assert.equal(manifest.storiesPath(7), "search/stories-ssssssssss/7.js");
  assert.equal(manifest.documentsPath, "search/documents-dddddddddd.js");
  assert.equal(manifest.positionsPath(1), "search/positions-oooooooooo/1.js");
});

test("a term is in the last partition that begins before it", () => {
  const manifest = new Manifest(MANIFEST);
  assert.equal(manifest.partitionOf("a"), undefined);
  assert.equal(manifest.partitionOf("ban"), undefined);
  assert.equal(manifest.partitionOf("bank"), 0);
  assert.equal(manifest.partitionOf("oil"), 1);
  assert.equal(manifest.partitionOf("zinc"), 1);
});

test("a prefix may span partitions", () => {
  const manifest = new Manifest(MANIFEST);
  assert.deepEqual(manifest.partitionsWithPrefix("b"), [0]);
  assert.deepEqual(manifest.partitionsWithPrefix("o"), [0, 1]);
  assert.deepEqual(manifest.partitionsWithPrefix("oi"), [0, 1]);
  assert.deepEqual(manifest.partitionsWithPrefix("oil"), [1]);
  assert.deepEqual(manifest.partitionsWithPrefix("z"), [1]);
});

test("an index of another format is refused", () => {
  for (const payload of [{ ...MANIFEST, format: 1 }, null, "manifest"]) {
    assert.throws(
      () => new Manifest(payload),
      (error) => error instanceof SearchError && error.kind === "changed",
    );
  }
});

test("the identity tells whether anything differs", () => {
  const manifest = new Manifest(MANIFEST);
  assert.equal(new Manifest({ ...MANIFEST }).identity, manifest.identity);
  assert.notEqual(new Manifest({ ...MANIFEST, stories: "tttttttttt" }).identity, manifest.identity);
});
