import assert from "node:assert/strict";
import { test } from "node:test";

import { VersionList } from "../../../src/search/index/version_list.ts";
import { Pace } from "../../../src/search/pace.ts";

/** Documents 1, 2 and 4 are one story, 3 and 8 another. */
const VERSIONS = VersionList.read("3112225");

async function grouped(versions: VersionList, documents: readonly number[]): Promise<number[][]> {
  const hits = documents.map((document) => ({ document, score: 1 }));
  return (await versions.group(hits, new Pace())).map((group) => group.map((hit) => hit.document));
}

test("versions of one story stand where the best of them stands", async () => {
  assert.deepEqual(await grouped(VERSIONS, [8, 4, 0, 1, 3, 5, 2]), [[8, 3], [4, 1, 2], [0], [5]]);
});

test("a version that was not found is in no group", async () => {
  assert.deepEqual(await grouped(VERSIONS, [2, 3]), [[2], [3]]);
});

test("an archive without versions has only stories of their own", async () => {
  assert.deepEqual(await grouped(VersionList.read(""), [2, 0, 1]), [[2], [0], [1]]);
});
