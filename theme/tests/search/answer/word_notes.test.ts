import assert from "node:assert/strict";
import { test } from "node:test";

import { SearchEngine } from "../../../src/search/engine.ts";
import { found, request } from "../engine_fixture.ts";
import { indexFiles, MANIFEST, MemoryLoader } from "../index_fixture.ts";

/** An engine that takes "oils" for a word of one story, and its capitals for none. */
async function engine(rarer: string): Promise<SearchEngine> {
  const files = indexFiles();
  files.set("search/manifest.js", MANIFEST);
  const oil = files.get("search/partition-aaaaaaaaaa/1.js") as readonly string[];
  files.set("search/partition-aaaaaaaaaa/1.js", oil.with(5, rarer));
  return await SearchEngine.open("", new MemoryLoader(files));
}

async function notes(query: string, rarer = "00s 10"): Promise<readonly unknown[]> {
  return (await (await engine(rarer)).search(request(query))).notes;
}

test("a word that few stories have of those with its stem is offered by itself", async () => {
  assert.deepEqual(await notes("oils"), [{ kind: "word-itself", word: "oils", count: 1, query: '"oils"' }]);
  assert.deepEqual(await notes("oil"), []);
  assert.deepEqual(await notes("oils", "00s 20"), []);
});

test("a word in capitals is offered in capitals", async () => {
  assert.deepEqual(await notes("OILS", "00s 31"), [{ kind: "word-itself", word: "OILS", count: 1, query: '"OILS"' }]);
});

test("beside other words no number is given, and quoted words need no offer", async () => {
  assert.deepEqual(await notes("bank title:oils^2"), [
    { kind: "word-itself", word: "oils", count: undefined, query: 'bank title:"oils"^2' },
  ]);
  assert.deepEqual(await notes('"oil" -oils'), []);
});

test("no plain query asks for the files of words", async () => {
  const loader = new MemoryLoader(indexFiles());
  await found(await SearchEngine.open("", loader), "oil bank");
  assert.equal(loader.asked.some((path) => path.includes("surface")), false);
});
