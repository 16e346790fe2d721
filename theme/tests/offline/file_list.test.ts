import assert from "node:assert/strict";
import { test } from "node:test";

import { readFileList, readVersion } from "../../src/offline/file_list.ts";
import { KeepError } from "../../src/offline/keep_error.ts";

const LIST = { format: 2, paths: ["a.html", "b/c.js"], sizes: [10, 2000], digests: "aaaaaaaabbbbbbbb" };

test("a list gives each file's mark by its path", () => {
  assert.deepEqual(
    [...readFileList(LIST)],
    [
      ["a.html", { digest: "aaaaaaaa", size: 10 }],
      ["b/c.js", { digest: "bbbbbbbb", size: 2000 }],
    ],
  );
});

test("a list of another format or with gaps is damaged", () => {
  const damaged = (error: unknown): boolean => error instanceof KeepError && error.kind === "damaged";
  for (const payload of [null, "text", {}, { ...LIST, format: 1 }, { ...LIST, sizes: [10] }, { ...LIST, digests: "aaaaaaaab" }]) {
    assert.throws(() => readFileList(payload), damaged);
  }
  assert.throws(() => readVersion({ format: 1 }), damaged);
});

test("a build is what its file says", () => {
  const version = { format: 2, list: "offline/files-a.deflate", files: 2, bytes: 2010, shell: ["index.html"] };
  assert.deepEqual(readVersion(version), version);
});
