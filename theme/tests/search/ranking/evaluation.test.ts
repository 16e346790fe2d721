import assert from "node:assert/strict";
import { test } from "node:test";

import { Pace } from "../../../src/search/pace.ts";
import { parseQuery } from "../../../src/search/query/query_parser.ts";
import { Evaluation } from "../../../src/search/ranking/evaluation.ts";
import { loadQueryData } from "../../../src/search/ranking/query_data.ts";
import { siteIndex } from "../index_fixture.ts";
import { ANALYSIS } from "../words/analysis_fixture.ts";

async function evaluated(text: string, count?: number): Promise<unknown[]> {
  const { conditions } = parseQuery(text, ["title", "text"], ANALYSIS);
  const pace = new Pace();
  const evaluation = new Evaluation(await loadQueryData(conditions, siteIndex(), pace), pace);
  const { hits } = await evaluation.evaluate(conditions.slice(0, count));
  return hits.map(({ document, score }) => (score > 0 ? document : `${document} unranked`));
}

test("stories are ranked by the words that are asked for", async () => {
  assert.deepEqual(await evaluated("oil bank"), [0, 1]);
  assert.deepEqual(await evaluated("+oil bank"), [0, 1, 2]);
  assert.deepEqual(await evaluated("oil -bank"), [2]);
});

test("without words all stories are tested, and none is better than another", async () => {
  assert.deepEqual(await evaluated("-bank"), ["2 unranked"]);
  assert.deepEqual(await evaluated("country:usa"), ["1 unranked"]);
  assert.deepEqual(await evaluated("-country:china"), ["2 unranked"]);
  assert.deepEqual(await evaluated("oil", 0), ["0 unranked", "1 unranked", "2 unranked"]);
});

test("of alternatives the words rank", async () => {
  assert.deepEqual(await evaluated("title:bank OR country:usa"), [0, "1 unranked"]);
  assert.deepEqual(await evaluated('"bank oil" OR year:undated'), [0, 2]);
  assert.deepEqual(await evaluated("title:bank OR -text:bank"), [0, "2 unranked"]);
});

test("an excluded word of several parts excludes what has them all", async () => {
  assert.deepEqual(await evaluated("oil -oil/bank"), [2]);
  assert.deepEqual(await evaluated("-zinc/bank"), ["0 unranked", "1 unranked", "2 unranked"]);
});
