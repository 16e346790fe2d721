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
