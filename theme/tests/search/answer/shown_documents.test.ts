import assert from "node:assert/strict";
import { test } from "node:test";

import { shownDocuments } from "../../../src/search/answer/shown_documents.ts";
import { Analysis } from "../../../src/search/words/analysis.ts";
import { open } from "../engine_fixture.ts";
import { indexFiles, MANIFEST, MemoryLoader, previews, siteIndex, STORY } from "../index_fixture.ts";

const DOCUMENTS = 60;
/** The last block of stories, which are filled from the oldest on. */
const NEWEST_STORIES = "search/stories-ssssssssss/14.js";

/** Two terms that all sixty documents hold, each once, with a preview of the first two. */
async function shown(numbers: readonly number[], terms: readonly string[]): Promise<string[]> {
  const files = indexFiles();
  const gaps = "0".repeat(DOCUMENTS);
  for (const [path, term] of [["0", "bank"], ["1", "oil"]]) {
    files.set(`search/partition-aaaaaaaaaa/${path}.js`, [`0${term} `, "1y", gaps, "", "1", ""]);
  }
  const places = "w1"; // 58 and 59, counted from the oldest of sixty
  files.set("search/previews-pppppppppp/0.js", previews([["bank", places], ["oil", places]], ["Second", "First", "Second", "First"]));
  files.set(NEWEST_STORIES, [STORY, STORY, STORY, STORY]);
  const loader = new MemoryLoader(files);
  const index = siteIndex(loader, { ...MANIFEST, documents: DOCUMENTS });
  await shownDocuments(numbers, { terms, phrases: [] }, index, new Analysis([], {}));
  return loader.asked.filter((path) => /stories|previews/.test(path));
}

test("the best of one word are in its preview, however many have it", async () => {
  assert.deepEqual(await shown([0, 1], ["bank"]), ["search/previews-pppppppppp/0.js"]);
});

test("a few of many that have several words are asked for at once", async () => {
  assert.deepEqual(await shown([0, 1], ["bank", "oil"]), [NEWEST_STORIES]);
});

test("a single document needs no preview", async () => {
  assert.deepEqual(await shown([1], ["bank"]), [NEWEST_STORIES]);
});

test("no preview is looked for among more than two dozen terms", async () => {
  const unknown = Array.from({ length: 24 }, (_, number) => `zinc${number}`);
  assert.deepEqual(await shown([0, 1], [...unknown, "bank"]), [NEWEST_STORIES]);
});

test("a damaged preview is reported, a missing one is not", async () => {
  const { engine, loader } = await open();
  const asked = { terms: ["oil"], phrases: [] };
  loader.files.set("search/previews-pppppppppp/0.js", null);
  await assert.rejects(engine.documents([0, 1], asked), { kind: "damaged" });
  loader.files.delete("search/previews-pppppppppp/0.js");
  assert.equal((await engine.documents([0, 1], asked)).length, 2);
});
