import assert from "node:assert/strict";
import { test } from "node:test";

import { isClear } from "../../../src/search/answer/correction.ts";
import { open } from "../engine_fixture.ts";

test("a word that no story has is corrected where it stands", async () => {
  const { engine } = await open();
  assert.deepEqual(await engine.corrections("bank title:Banks~1 title:bakn^2"), [
    {
      written: "bakn",
      nearest: [{ label: "bank", query: "bank title:Banks~1 title:bank^2", count: 2 }],
      isClear: true,
      quoted: 'bank title:Banks~1 title:"bakn"^2',
    },
  ]);
  assert.deepEqual(await engine.corrections("oik -zinc"), [
    { written: "oik", nearest: [{ label: "oils", query: "oils -zinc", count: 3 }], isClear: true, quoted: '"oik" -zinc' },
  ]);
  assert.deepEqual(await engine.corrections("bank 2500 country:chyna x embanking"), []);
});

test("a corrected word keeps what follows it", async () => {
  const { engine } = await open();
  const [correction] = await engine.corrections("bakn^2 oil");
  assert.equal(correction?.nearest[0]?.query, "bank^2 oil");
});

test("what is nearest or far more frequent is clear", () => {
  const [near, far, rare, frequent] = [[1, 2], [2, 9], [1, 1], [1, 20]].map(([edits = 0, count = 0]) => ({ edits, count }));
  assert.ok(near !== undefined && far !== undefined && rare !== undefined && frequent !== undefined);
  assert.deepEqual([[near], [near, far], [near, rare], [frequent, near], []].map(isClear), [true, true, false, true, false]);
});

test("three words are corrected at most, short ones never, and a quoted one is not clear", async () => {
  const { engine } = await open();
  const written = async (query: string): Promise<string[]> => (await engine.corrections(query)).map((one) => one.written);
  assert.deepEqual(await written("bakn oik bamk oli"), ["bakn", "oik", "bamk"]);
  const quoted = await engine.corrections('ok "oik" bamk');
  assert.deepEqual(quoted.map((one) => [one.written, one.isClear]), [["oik", false], ["bamk", true]]);
});
