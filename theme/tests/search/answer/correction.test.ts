import assert from "node:assert/strict";
import { test } from "node:test";

import { open } from "../engine_fixture.ts";

test("a word that no story has is corrected where it stands", async () => {
  const { engine } = await open();
  assert.deepEqual(await engine.corrections("bank title:Banks~1 title:bakn^2"), [
    { written: "bakn", nearest: [{ label: "bank", query: "bank title:Banks~1 title:bank^2", count: 2 }] },
  ]);
  assert.deepEqual(await engine.corrections("oik -zinc"), [
    { written: "oik", nearest: [{ label: "oils", query: "oils -zinc", count: 3 }] },
  ]);
  assert.deepEqual(await engine.corrections("bank 2500 country:chyna"), []);
});

test("a corrected word keeps what follows it", async () => {
  const { engine } = await open();
  const [correction] = await engine.corrections("bakn^2 oil");
  assert.equal(correction?.nearest[0]?.query, "bank^2 oil");
});
