import assert from "node:assert/strict";
import { test } from "node:test";

import { numbers, open, request } from "../engine_fixture.ts";

/** What is answered instead of a query: the query, the stories and the notes. */
async function answered(query: string): Promise<unknown[]> {
  const { engine } = await open();
  const instead = await engine.instead(request(query));
  return instead === undefined ? [] : [instead.query, numbers(instead.response), ...instead.response.notes];
}

test("one near word that is clear is searched instead", async () => {
  const note = { kind: "searched-instead", written: "bakn", label: "bank", query: '"bakn" country:usa' };
  assert.deepEqual(await answered("bakn country:usa"), ["bank country:usa", [1], note]);
});

test("one near name that is clear is searched instead", async () => {
  const note = { kind: "searched-instead", written: "Chyna", label: "China", query: undefined };
  assert.deepEqual(await answered("country:Chyna"), ['country:"China"', [0, 1], note]);
});

test("a quoted word was meant as it is written", async () => {
  assert.deepEqual(await answered('"bakn"'), []);
});

test("another year, and a word whose stem alone resembles one, are not what is meant", async () => {
  for (const query of ["year:2023", "bankbeing"]) assert.deepEqual(await answered(query), [], query);
});

test("two unknown words, a name of a heading, and what finds nothing either are left to the reader", async () => {
  for (const query of ["bakn oik", "usa", "bakn -bank"]) assert.deepEqual(await answered(query), [], query);
});
