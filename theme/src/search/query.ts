/** Queries: Lunr's syntax, with words that go through the same analysis as the index. */

import lunr from "lunr";

import type { Analysis } from "./analysis.ts";
import { type LunrClause, QueryParser } from "./lunr_parts.ts";

export type Presence = "optional" | "required" | "prohibited";

/** One condition of a query. */
export interface Clause {
  /** An index term, or a pattern with `*`. */
  readonly term: string;
  readonly fields: readonly string[];
  readonly presence: Presence;
  readonly boost: number;
  /** 1 or 2; undefined unless the term may be misspelt. */
  readonly editDistance?: number;
}

export interface ParsedQuery {
  readonly clauses: readonly Clause[];
  /** True if the text is no valid syntax and its words are searched as they are. */
  readonly literal: boolean;
}

/** Lunr's time for more edits grows with their power; Lucene has the same limit. */
const MOST_EDITS = 2;
const LONGEST_QUERY = 2_000;
const LONE_OPERATORS = /(?<=^|\s)[-+~^*:\\]+(?=\s|$)/g;

/**
 * Reads a query. Words that the index does not hold by rule (stop words) drop out.
 *
 * @param fields The fields of the index.
 */
export function parseQuery(text: string, fields: readonly string[], analysis: Analysis): ParsedQuery {
  const shortened = text.slice(0, LONGEST_QUERY).replace(LONE_OPERATORS, " ");
  const parsed = parseSyntax(shortened, fields);
  if (parsed === undefined) return { clauses: literalClauses(shortened, fields, analysis), literal: true };
  return { clauses: parsed.flatMap((clause) => analysed(clause, analysis)), literal: false };
}

/** A clause as it is written: its term is not analysed yet. */
function parseSyntax(text: string, fields: readonly string[]): Clause[] | undefined {
  const query = new lunr.Query([...fields]);
  const parser = new QueryParser(text, query);
  try {
    parser.parse();
  } catch (error) {
    if (error instanceof lunr.QueryParseError) return undefined;
    throw error;
  }
  // The parser makes one clause of each term, in order, but loses its capitals.
  const terms = parser.lexer.lexemes.filter((lexeme) => lexeme.type === "TERM");
  return (query.clauses as unknown as readonly LunrClause[]).map((clause, place) => ({
    term: terms[place]?.str ?? clause.term,
    fields: clause.fields,
    presence: presenceOf(clause),
    boost: clause.boost,
    ...(clause.editDistance === undefined ? {} : { editDistance: clause.editDistance }),
  }));
}

function presenceOf(clause: LunrClause): Presence {
  if (clause.presence === lunr.Query.presence.REQUIRED) return "required";
  return clause.presence === lunr.Query.presence.PROHIBITED ? "prohibited" : "optional";
}

/** The clauses of one written clause: several if its term is several words (`and/or`). */
function analysed(clause: Clause, analysis: Analysis): Clause[] {
  if (clause.term.includes("*")) {
    const pattern = analysis.pattern(clause.term);
    return pattern === "" ? [] : [limited({ ...clause, term: pattern })];
  }
  return analysis.queryTerms(clause.term).map((term) => limited({ ...clause, term }));
}

/** A pattern is not misspelt as well: lunr would take its `*` for a letter. */
function limited(clause: Clause): Clause {
  const { editDistance, ...exact } = clause;
  if (editDistance === undefined || editDistance === 0 || clause.term.includes("*")) return exact;
  return { ...exact, editDistance: Math.min(editDistance, MOST_EDITS) };
}

function literalClauses(text: string, fields: readonly string[], analysis: Analysis): Clause[] {
  return analysis.queryTerms(text).map((term) => ({ term, fields, presence: "optional", boost: 1 }));
}

/**
 * The clause for longer words that begin with the last one; undefined if that word is finished,
 * is no plain word or is too short, or if the query requires words.
 */
export function unfinishedClause(
  text: string,
  clauses: readonly Clause[],
  fields: readonly string[],
  analysis: Analysis,
): Clause | undefined {
  const word = /(?<=^|\s)[\p{L}\p{M}\p{N}]{2,}$/u.exec(text)?.[0];
  if (word === undefined || clauses.some((clause) => clause.presence === "required")) return undefined;
  const term = analysis.pattern(`${word}*`);
  return { term, fields, presence: "optional", boost: 1 };
}
