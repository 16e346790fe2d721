import assert from "node:assert/strict";
import { test } from "node:test";

import { found, numbers, open, request } from "../engine_fixture.ts";

test("an unfinished word finds longer ones, and so does a finished one that finds nothing", async () => {
  const { engine } = await open();
  const unfinished = await engine.search(request("oil ban", { unfinished: true }));
  assert.deepEqual([unfinished.match, numbers(unfinished)], ["all", [0, 1]]);
  const finished = await engine.search(request("oil ban"));
  assert.deepEqual([finished.match, numbers(finished)], ["beginnings", [0, 1]]);
});

test("without a story that has all words those with some are found", async () => {
  const { engine } = await open();
  const response = await engine.search(request("bank zinc"));
  assert.deepEqual([response.match, numbers(response)], ["some", [0, 1]]);
  assert.deepEqual(numbers(await engine.search(request("bank zinc country:usa"))), [1]);
  assert.deepEqual(numbers(await engine.search(request("bank zinc -oil"))), []);
});

test("a phrase is one; if there is none, its words are found", async () => {
  const { engine, loader } = await open();
  assert.deepEqual(await found(engine, "bank oil"), [0, 1]);
  assert.equal(loader.asked.some((path) => path.includes("positions")), false);
  assert.deepEqual(await found(engine, '"bank oil"'), [0]);
  assert.deepEqual(await found(engine, '"oil oil"'), [0]);
  assert.deepEqual(await found(engine, 'oil -"bank oil"'), [2, 1].sort());
  assert.deepEqual(await found(engine, 'title:oil OR "bank oil"', { sort: "date" }), [0, 1, 2]);
  const apart = await engine.search(request('"bank oil bank"'));
  assert.deepEqual([apart.match, numbers(apart)], ["words", [0, 1]]);
});

test("tags are asked for by any of their names, alone, excluded and with OR", async () => {
  const { engine } = await open();
  assert.deepEqual(await found(engine, "country:usa"), [1]);
  assert.deepEqual(await found(engine, "oil country:America"), [1]);
  assert.deepEqual(await found(engine, "-country:china"), [2]);
  assert.deepEqual(await found(engine, "country:usa OR country:china"), [0, 1]);
  assert.deepEqual((await found(engine, "title:bank OR country:usa")).sort(), [0, 1]);
  assert.deepEqual((await found(engine, "oil OR -bank")).sort(), [0, 1, 2]);
  assert.deepEqual(await found(engine, "year:undated"), [2]);
});

test("stories are found by their dates", async () => {
  const { engine } = await open();
  assert.deepEqual(await found(engine, "after:2024-02"), [0]);
  assert.deepEqual(await found(engine, "before:2024-02"), [1]);
  assert.deepEqual(await found(engine, "-after:2024-02"), [1, 2]);
});

test("the phrases of a result are told while its stories hold them", async () => {
  const { engine } = await open();
  const phrases = async (query: string): Promise<unknown[]> =>
    (await engine.search(request(query))).phrases.map((phrase) => phrase.map(({ term }) => term));
  assert.deepEqual(await phrases('"bank oil" -"zinc oil"'), [["bank", "oil"]]);
  assert.deepEqual(await phrases('"bank oil bank"'), []);
});

test("what no story says may still be the name of a heading", async () => {
  const { engine } = await open();
  assert.deepEqual((await engine.search(request("america"))).notes, [
    { kind: "heading", name: "america", headings: [{ label: "United States", query: 'country:"United States"' }] },
  ]);
  assert.deepEqual((await engine.search(request("bank"))).notes, []);
});

test("what results of a single finished word show is asked for before its stories are ranked", async () => {
  const askedFor = async (query: string, unfinished = false): Promise<boolean> => {
    const { engine, loader } = await open();
    await engine.search(request(query, { unfinished }));
    return loader.asked.some((path) => path.includes("previews"));
  };
  assert.equal(await askedFor("oil"), true);
  assert.equal(await askedFor("oil -country:usa"), true);
  assert.equal(await askedFor("oil", true), false);
  assert.equal(await askedFor("bank oil"), false);
  assert.equal(await askedFor("oi*"), false);
  assert.equal(await askedFor("-oil"), false);
});

test("the headings of the query's name are noted unless stories have all that was asked for", async () => {
  const { engine, loader } = await open();
  loader.files.set("search/forms-nnnnnnnnnn.js", { country: [["china", "Oil Company", "Oil"]] });
  const kinds = async (query: string): Promise<readonly string[]> =>
    (await engine.search(request(query))).notes.map(({ kind }) => kind);
  assert.deepEqual(await kinds("oil company"), ["heading"]);
  assert.deepEqual(await kinds("oil"), []);
});

test("what stands near is found in one field, whatever is joined", async () => {
  const { engine } = await open();
  const near = async (query: string): Promise<unknown[]> => {
    const response = await engine.search(request(query));
    return [response.match, numbers(response)];
  };
  assert.deepEqual(await near("oil NEAR/1 bank"), ["all", [0]]);
  assert.deepEqual(await near('"bank oil" NEAR/1 oil'), ["all", [0]]);
  assert.deepEqual(await near('"oil bank" NEAR/2 oil'), ["forms", [0]]);
  assert.deepEqual(await near('"the bank oil" NEAR/1 oil'), ["all", [0]]);
  assert.deepEqual(await near("bank NEAR/1 (zinc OR oil)"), ["all", [0]]);
  assert.deepEqual(await near("ba*k NEAR/1 oil"), ["all", [0]]);
  assert.deepEqual(await near("title:oil NEAR bank"), ["words", [1]]);
});

test("what does not stand near is asked for anywhere", async () => {
  const { engine } = await open();
  const response = await engine.search(request('"oil bank" NEAR/1 oil'));
  assert.deepEqual([response.match, numbers(response)], ["words", [0, 1]]);
});

test("a pattern of more than 3,000 words is left out of the search and noted", async () => {
  const { engine, loader } = await open();
  const terms = Array.from({ length: 3_001 }, (_, number) => `az${String(number).padStart(4, "0")}`);
  loader.files.set("search/vocabulary-vvvvvvvvvv.js", `${terms.map((term) => `0${term} `).join("")}0bank 0oil `);
  loader.files.set("search/words-wwwwwwwwww.js", [`${"06 ".repeat(terms.length)}04/4s 03s/3 `, `${"1".repeat(terms.length)}23`]);
  const response = await engine.search(request("oil *z*"));
  assert.deepEqual([response.match, numbers(response)], ["all", [0, 1, 2]]);
  assert.deepEqual(response.notes, [{ kind: "broad-pattern", pattern: "*z*", words: 3_001 }]);
  assert.deepEqual(numbers(await engine.search(request("*z*"))), []);
});
