import assert from "node:assert/strict";
import { test } from "node:test";

import { SearchEngine } from "../../../src/search/engine.ts";
import { indexFiles, MemoryLoader } from "../index_fixture.ts";

test("what is typed is read like a name, and one file is loaded for it", async () => {
  const loader = new MemoryLoader(indexFiles());
  const engine = await SearchEngine.open("", loader);
  assert.deepEqual(await engine.complete("  Améri"), [
    { kind: "country", label: "United States", count: 1, value: "united-states", form: "America", code: "US", path: "countries/united-states.html" },
  ]);
  assert.deepEqual((await engine.complete("ba")).map(({ label }) => label), ["bank"]);
  assert.deepEqual(await engine.complete("…"), []);
  assert.deepEqual(
    loader.asked.filter((path) => path.includes("completion-")),
    ["search/completion-eeeeeeeeee.js"],
  );
});

test("the completions of one kind are asked for alone", async () => {
  const files = indexFiles();
  const short = { o: [["w", "oil", 3], ["c", "Oman", 1, "", "", "OM"]] };
  files.set("search/completions-cccccccccc.js", { firstKeys: "america\noil", files: "eeeeeeeeeeffffffffff", short });
  const loader = new MemoryLoader(files);
  const engine = await SearchEngine.open("", loader);
  const labels = async (text: string, only?: "country" | "word" | "person"): Promise<string[]> =>
    (await engine.complete(text, only)).map(({ label }) => label);
  assert.deepEqual(await labels("o"), ["oil", "Oman"]);
  assert.deepEqual(await labels("o", "country"), ["Oman"]);
  assert.equal(loader.asked.some((path) => path.includes("completion-")), false);
  assert.deepEqual(await labels("ba", "word"), ["bank"]);
  assert.deepEqual(await labels("ba", "person"), []);
  assert.deepEqual(await labels("zz", "person"), []);
});
