/**
 * Asks each query as a reader's first search, and prints which files that loads.
 *
 * Usage: node asked_files.ts SITE QUERIES, where QUERIES is a JSON array of queries. Prints a JSON array: for
 * each query the files (`results`) and the seconds of the processor until its first ten stories are there, and
 * the files that its filters load then.
 */

import { SearchEngine } from "../../src/search/engine.ts";
import { NO_FILTERS } from "../../src/search/query/facet_kind.ts";
import { FileLoader } from "./file_loader.ts";

const STORIES = 10;

const [site, queries] = process.argv.slice(2) as [string, string];
const visits: object[] = [];
for (const query of JSON.parse(queries) as string[]) {
  const loader = new FileLoader(site);
  const start = process.cpuUsage();
  const engine = await SearchEngine.open("", loader);
  const response = await engine.search({ query, filters: NO_FILTERS, sort: "relevance" });
  await engine.documents(response.groups.slice(0, STORIES).map(([best]) => best.document), response);
  const { user, system } = process.cpuUsage(start);
  const results = [...loader.loaded];
  await response.facets();
  visits.push({ results, seconds: (user + system) / 1e6, filters: loader.loaded.slice(results.length) });
}
console.log(JSON.stringify(visits));
