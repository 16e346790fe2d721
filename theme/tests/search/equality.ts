/**
 * Compares the engine with one whole index that lunr.js builds of the same documents.
 *
 * Usage: node equality.ts SITE CASES, where CASES is a JSON file of `documents` (their fields'
 * texts, by document number), `tokens` (each with whether its text is in capitals and its term),
 * `texts` (each with its terms), `queries`, `selections` (queries, each with the documents that meet
 * it; without `documents` their scores are not compared), and `words` whose ten best documents must stand in the preview of their term. A query without
 * `+` requires its words, so lunr is asked with a `+` for each; where none has all, the engine gives
 * those with some, and lunr is asked without any `+`. Prints a JSON object: what was compared, how
 * many documents each selection found, the number of differences, and up to 20 of them.
 */

import { readFile } from "node:fs/promises";

import lunr from "lunr";

import { SearchEngine } from "../../src/search/engine.ts";
import { Manifest, MANIFEST_PATH } from "../../src/search/index/manifest.ts";
import { Pace } from "../../src/search/pace.ts";
import { dayRangeOf } from "../../src/search/query/day_range.ts";
import { isRanking, soughtClauses } from "../../src/search/query/query.ts";
import { parseQuery } from "../../src/search/query/query_parser.ts";
import { clauseKey, loadQueryData } from "../../src/search/ranking/query_data.ts";
import { NO_FILTERS } from "../../src/search/query/facet_kind.ts";
import { openIndex } from "../../src/search/sites/open_index.ts";
import type { Hit, Match } from "../../src/search/types.ts";
import { Analysis } from "../../src/search/words/analysis.ts";
import { FileLoader } from "./file_loader.ts";

interface Cases {
  readonly documents: readonly Readonly<Record<string, string>>[];
  readonly tokens: readonly (readonly [token: string, inCapitals: boolean, term: string])[];
  readonly texts: readonly (readonly [text: string, terms: readonly string[]])[];
  readonly queries: readonly string[];
  readonly words: readonly string[];
  readonly selections: readonly (readonly [query: string, documents: readonly number[]])[];
}

/** What lunr holds sets of documents in. */
interface LunrSet {
  readonly elements: Record<string, boolean>;
  length: number;
  union(other: LunrSet): LunrSet;
}

interface LunrSetClass {
  readonly prototype: LunrSet;
  readonly complete: LunrSet;
  readonly empty: LunrSet;
}

const [site, casesPath] = process.argv.slice(2) as [string, string];
const cases = JSON.parse(await readFile(casesPath, "utf8")) as Cases;
const loader = new FileLoader(site);
const manifest = new Manifest(await loader.load(MANIFEST_PATH));
const analysis = new Analysis(manifest.stopWords, manifest.letters);

const differences: string[] = [];
for (const [token, inCapitals, term] of cases.tokens) {
  const found = analysis.term(token, inCapitals);
  if (found !== term) differences.push(`token ${token}: Python ${term}, TypeScript ${found}`);
}

for (const [text, terms] of cases.texts) {
  const found = allTerms(text);
  if (found.join(" ") !== terms.join(" ")) differences.push(`text ${text}: Python ${terms}, TypeScript ${found}`);
}

const lunrSet = (lunr as unknown as { readonly Set: LunrSetClass }).Set;
lunrSet.prototype.union = unite;
const whole = wholeIndex();
const SIGNED = /(?<=^| )(?=[^+-])/g;
const index = await openIndex(loader);
const engine = await SearchEngine.open("", loader);
let answered = 0;
const matches: Record<Match, number> = { all: 0, beginnings: 0, forms: 0, words: 0, some: 0 };
for (const query of cases.queries) {
  const { hits, match } = await engine.search({ query, filters: NO_FILTERS, sort: "relevance" });
  const all = asked(query.includes("+") ? query : query.replace(SIGNED, "+"));
  if (match === "beginnings" && all.length === 0) continue;
  const expected = match === "some" && all.length === 0 ? asked(query.replaceAll("+", "")) : all;
  if (expected.length > 0) answered += 1;
  matches[match] += 1;
  if (!areEqual(hits, expected)) {
    differences.push(`query ${query} (${match}): whole ${shown(expected)}, partitions ${shown(hits)}`);
  }
}
for (const word of cases.words) {
  const { hits } = await engine.search({ query: word, filters: NO_FILTERS, sort: "relevance" });
  const previews = await (await index.placeOf(0)).files.previews(analysis.term(word));
  const missing = hits.slice(0, 10).filter((hit) => !previews.has(hit.document));
  if (missing.length > 0) differences.push(`word ${word}: no preview of ${shown(missing)}`);
}
const foundCounts: number[] = [];
for (const [query, documents] of cases.selections) {
  const { hits, match } = await engine.search({ query, filters: NO_FILTERS, sort: "date" });
  const found = match === "all" ? hits.map(({ document }) => document) : [];
  foundCounts.push(found.length);
  if (found.join() !== documents.join()) {
    differences.push(`query ${query}: ${documents.length} documents meet it, found ${found.length}`);
  }
  if (match === "all" && cases.documents.length > 0) await compareScores(query, hits);
}
const compared = {
  texts: cases.texts.length,
  selections: cases.selections.length,
  tokens: cases.tokens.length,
  queries: cases.queries.length,
  answered,
  ...matches,
};
console.log(JSON.stringify({ ...compared, found: foundCounts, wrong: differences.length, differences: differences.slice(0, 20) }));

/** The terms of a text, then those of its compounds. */
function allTerms(text: string): string[] {
  return [...analysis.terms(text).filter((term) => term !== ""), ...compoundTerms(text)];
}

/** The terms of a text's compounds, which do not count as its length. */
function compoundTerms(text: string): string[] {
  return analysis.compounds(text).map(({ term }) => term).filter((term) => term !== "");
}

function wholeIndex(): lunr.Index {
  const builder = new lunr.Builder();
  builder.ref("number");
  for (const { name, boost } of manifest.fields) builder.field(name, { boost });
  const tokenize = (text: string): lunr.Token[] => allTerms(text).map((term) => new lunr.Token(term, {}));
  Object.assign(builder, { tokenizer: tokenize });
  const analyse = (token: lunr.Token): lunr.Token[] =>
    queryTerms(token.toString()).map((term) => new lunr.Token(term, {}));
  lunr.Pipeline.registerFunction(analyse as unknown as lunr.PipelineFunction, "analyse");
  builder.searchPipeline.add(analyse as unknown as lunr.PipelineFunction);
  const lengths = (builder as unknown as { fieldLengths: Record<string, number> }).fieldLengths;
  for (const [number, document] of cases.documents.entries()) {
    builder.add({ number, ...document });
    for (const { name } of manifest.fields) {
      const field = `${name}/${String(number)}`;
      lengths[field] = (lengths[field] ?? 0) - compoundTerms(document[name] ?? "").length;
    }
  }
  return builder.build();
}

/**
 * Unites two sets of lunr in the larger one. Lunr copies both, for each term and field of a clause again, which takes
 * most of its time; it asks for neither of them afterwards.
 */
function unite(this: LunrSet, other: LunrSet): LunrSet {
  if (other === lunrSet.complete || other === lunrSet.empty) return other.union(this);
  const [larger, smaller] = this.length < other.length ? [other, this] : [this, other];
  for (const element in smaller.elements) {
    if (element in larger.elements) continue;
    larger.elements[element] = true;
    larger.length += 1;
  }
  return larger;
}

/** Compares the scores of hits with lunr's for the terms that a query comes to, all of them optional. */
async function compareScores(query: string, hits: readonly Hit[]): Promise<void> {
  const { conditions } = parseQuery(query, manifest.fields.map(({ name }) => name), analysis);
  if (!conditions.some(isRanking)) return;
  if (index.within(dayRangeOf(conditions)) !== index) return; // scored as if there were no other sites
  const { terms } = await loadQueryData(conditions, index, new Pace());
  const sought = conditions.filter(({ presence }) => presence !== "prohibited").flatMap(soughtClauses);
  const scored = whole.query((asked) => {
    for (const clause of sought) {
      const { boost } = clause;
      const fields = [...clause.fields];
      for (const term of terms.get(clauseKey(clause)) ?? []) asked.clause({ term, fields, boost, usePipeline: false } as unknown as lunr.Query.Clause);
    }
  });
  const scores = new Map(scored.map(({ ref, score }) => [Number(ref), nine(score)]));
  const wrong = hits.filter(({ document, score }) => score !== (scores.get(document) ?? 0));
  if (wrong.length > 0) differences.push(`query ${query}: scores of ${shown(wrong)} are not lunr's`);
}

/** What whole-index lunr answers to a query in its own syntax. */
function asked(query: string): Hit[] {
  const found = whole.search(query).map(({ ref, score }) => ({ document: Number(ref), score: nine(score) }));
  return found.sort((a, b) => b.score - a.score || a.document - b.document);
}

function queryTerms(word: string): string[] {
  return analysis.queryTerms(word).filter((term) => term !== "");
}

/** Nine decimals: lunr adds up the terms of a document in the order it met them, the engine by name. */
function nine(score: number): number {
  return Math.round(score * 1e9) / 1e9;
}

function areEqual(a: readonly Hit[], b: readonly Hit[]): boolean {
  return (
    a.length === b.length &&
    a.every((hit, place) => hit.document === b[place]?.document && hit.score === b[place]?.score)
  );
}

function shown(hits: readonly Hit[]): string {
  return `${hits.length} ${JSON.stringify(hits.slice(0, 4))}`;
}
