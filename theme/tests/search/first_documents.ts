/**
 * Asks the engine and prints the documents that it puts first.
 *
 * Usage: node first_documents.ts SITE QUERIES COUNT, where QUERIES is a JSON file of an array of
 * queries. Prints a JSON array: for each query the numbers of its COUNT best documents, best first.
 */

import { readFile } from "node:fs/promises";

import { SearchEngine } from "../../src/search/engine.ts";
import { NO_FILTERS } from "../../src/search/query/facet_kind.ts";
import { FileLoader } from "./file_loader.ts";

const [site, queriesPath, count] = process.argv.slice(2) as [string, string, string];
const engine = await SearchEngine.open("", new FileLoader(site));
const found: number[][] = [];
for (const query of JSON.parse(await readFile(queriesPath, "utf8")) as string[]) {
  const { hits } = await engine.search({ query, filters: NO_FILTERS, sort: "relevance" });
  found.push(hits.slice(0, Number(count)).map(({ document }) => document));
}
console.log(JSON.stringify(found));
