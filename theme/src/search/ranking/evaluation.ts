/** Decides which documents meet the conditions of a query, and ranks them by its words. */

import { allHits } from "../index/facets.ts";
import { inSlices, type Pace } from "../pace.ts";
import { NO_FILTERS } from "../query/facet_kind.ts";
import {
  type Alternative,
  type Clause,
  type Condition,
  type Criterion,
  type FilterCriterion,
  isRanking,
  soughtClauses,
} from "../query/query.ts";
import type { Hit } from "../types.ts";
import { clauseKey, type QueryData } from "./query_data.ts";
import { type MatchedClause, rank, type Ranking, selected } from "./ranking.ts";

type Test = (document: number) => boolean;

export class Evaluation {
  readonly #data: QueryData;
  readonly #pace: Pace;
  readonly #tests = new Map<Criterion, Promise<Test>>();

  constructor(data: QueryData, pace: Pace) {
    this.#data = data;
    this.#pace = pace;
  }

  /**
   * The documents that meet all conditions. Required and excluded words are decided by Lunr's rules;
   * phrases, tags, dates, alternatives and brackets are tested afterwards.
   *
   * @param conditions All or some of the conditions for which the data was loaded; with none, all
   *   documents are hits.
   */
  async evaluate(conditions: readonly Condition[]): Promise<Ranking> {
    const isRanked = conditions.some(isRanking);
    const clauses = conditions.flatMap(lunrClauses).filter(({ presence }) => isRanked || presence !== "prohibited");
    const ranking = clauses.length === 0 ? { hits: [], terms: [] } : await this.#rank(clauses);
    const tested = conditions.filter((condition) => !isRanked || !isDecidedByLunr(condition));
    const tests = await Promise.all(tested.map((condition) => this.#test(condition)));
    const candidates = isRanked ? ranking.hits : this.#everything(ranking.hits);
    const hits: Hit[] = [];
    await inSlices(candidates.length, this.#pace, (place) => {
      const hit = candidates[place] as Hit;
      if (tests.every((test) => test(hit.document))) hits.push(hit);
    });
    return { hits, terms: ranking.terms };
  }

  #rank(clauses: readonly Clause[]): Promise<Ranking> {
    const { postings, collection } = this.#data;
    return rank(this.#matched(clauses), postings, collection, this.#pace);
  }

  #matched(clauses: readonly Clause[]): readonly MatchedClause[] {
    return clauses.map((clause) => ({ clause, terms: this.#data.terms.get(clauseKey(clause)) ?? [] }));
  }

  /** All documents, the ranked ones first. */
  #everything(ranked: readonly Hit[]): readonly Hit[] {
    const known = new Set(ranked.map(({ document }) => document));
    return [...ranked, ...allHits(this.#data.collection.end).filter(({ document }) => !known.has(document))];
  }

  async #test({ presence, alternatives }: Condition): Promise<Test> {
    if (presence === "optional") return () => true;
    const tests = await Promise.all(alternatives.map((alternative) => this.#alternativeTest(alternative)));
    const isMet: Test = (document) => tests.some((test) => test(document));
    return presence === "prohibited" ? (document) => !isMet(document) : isMet;
  }

  async #alternativeTest({ criterion, isNegated }: Alternative): Promise<Test> {
    const made = this.#tests.get(criterion) ?? this.#criterionTest(criterion);
    this.#tests.set(criterion, made);
    const test = await made;
    return isNegated ? (document) => !test(document) : test;
  }

  async #criterionTest(criterion: Criterion): Promise<Test> {
    const { dates, placed, postings, collection } = this.#data;
    switch (criterion.kind) {
      case "words":
        return memberTest(await selected(this.#matched(criterion.clauses), postings, collection, this.#pace));
      case "phrase":
      case "pattern":
      case "near": {
        const holding = placed.get(criterion);
        return (document) => holding?.has(document) ?? false;
      }
      case "group": {
        const tests = await Promise.all(criterion.conditions.map((condition) => this.#test(condition)));
        return (document) => tests.every((test) => test(document));
      }
      case "date":
        return (document) => dates?.isWithin(document, criterion) ?? false;
      case "filter":
        return memberTest((await this.#tagged(criterion)).map(({ document }) => document));
    }
  }

  /** The documents with any of the headings that a name refers to. */
  async #tagged({ facet, name }: FilterCriterion): Promise<readonly Hit[]> {
    const { facets, names, collection } = this.#data;
    const headings = names?.resolve(facet, name).headings ?? [];
    if (headings.length === 0) return [];
    const filters = { ...NO_FILTERS, [facet]: headings.map(({ value }) => value) };
    return (await facets?.filter(allHits(collection.end), filters, this.#pace)) ?? [];
  }
}

function memberTest(documents: readonly number[]): Test {
  const members = new Set(documents);
  return (document) => members.has(document);
}

/** The Lunr clauses of a condition. */
function lunrClauses(condition: Condition): readonly Clause[] {
  const { presence, alternatives } = condition;
  const clauses = soughtClauses(condition);
  if (presence === "prohibited") {
    return isDecidedByLunr(condition) ? clauses.map((clause) => ({ ...clause, presence })) : [];
  }
  const [{ criterion }] = alternatives as readonly [Alternative];
  const wanted = alternatives.length === 1 && criterion.kind !== "group" && criterion.kind !== "near" ? presence : "optional";
  return clauses.map((clause) => ({ ...clause, presence: wanted }));
}

/** Whether Lunr alone leaves out all documents that do not meet a condition. */
function isDecidedByLunr({ presence, alternatives }: Condition): boolean {
  const [alternative, ...others] = alternatives;
  if (alternative === undefined || others.length > 0 || alternative.criterion.kind !== "words") return false;
  return presence !== "prohibited" || alternative.criterion.clauses.length === 1;
}
