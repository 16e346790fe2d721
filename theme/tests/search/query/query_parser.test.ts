import assert from "node:assert/strict";
import { test } from "node:test";

import type { Alternative, Clause, Condition } from "../../../src/search/query/query.ts";
import { parseQuery } from "../../../src/search/query/query_parser.ts";
import { ANALYSIS, FIELDS } from "../words/analysis_fixture.ts";

function written(text: string): string[] {
  return parseQuery(text, FIELDS, ANALYSIS).conditions.map(condition);
}

function notes(text: string): unknown[] {
  return [...parseQuery(text, FIELDS, ANALYSIS).notes];
}

function condition({ presence, alternatives }: Condition): string {
  const sign = { optional: "?", required: "", prohibited: "-" }[presence];
  return sign + alternatives.map(alternative).join(" OR ");
}

function alternative({ criterion, isNegated }: Alternative): string {
  const sign = isNegated ? "not " : "";
  switch (criterion.kind) {
    case "words":
      return sign + criterion.clauses.map(clause).join("&");
    case "phrase":
      return `${sign}"${criterion.terms.map(({ term, word, inCapitals = false, offset }) => `${offset}${inCapitals ? "!" : ""}${word ?? `${term}~`}`).join(" ")}"${scope(criterion.fields)}`;
    case "pattern":
      return `${sign}${clause(criterion.clause)}`;
    case "filter":
      return `${sign}${criterion.facet}=${criterion.name}`;
    case "date":
      return `${sign}${criterion.isUndated === true ? "undated" : `${criterion.from ?? ""}..${criterion.to ?? ""}`}`;
    case "near": {
      const operands = criterion.operands.map((operand) => alternative({ criterion: operand, isNegated: false, written: "", start: 0, end: 0 }));
      return `${sign}[${operands.join(` ${criterion.distances.join()}, `)}]`;
    }
    case "group":
      return `${sign}(${criterion.conditions.map(condition).join(" ")})`;
  }
}

function clause({ term, fields, boost, editDistance }: Clause): string {
  return `${term}${scope(fields)}${editDistance === undefined ? "" : `~${editDistance}`}${boost === 1 ? "" : `^${boost}`}`;
}

function scope(fields: readonly string[]): string {
  return fields.length === FIELDS.length ? "" : `@${fields.join()}`;
}

test("plain words are all required", () => {
  assert.deepEqual(written("oil prices"), ["oil", "price"]);
  assert.deepEqual(written("oil AND prices"), ["oil", "price"]);
});

test("a plus makes the words without one optional, as in Lunr", () => {
  assert.deepEqual(written("+tiktok trade -india"), ["tiktok", "?trade", "-india"]);
  assert.deepEqual(written("+tiktok country:india"), ["tiktok", "country=india"]);
});

test("words can be excluded", () => {
  assert.deepEqual(written("oil -bank NOT wheat"), ["oil", "-bank", "-wheat"]);
  assert.deepEqual(written("-country:india -\"oil price\""), ["-country=india", '-"0oil 1price"']);
});

test("fields, boosts, wildcards and edits are Lunr's", () => {
  assert.deepEqual(written("title:ban oil^3 elect* *tion blinkin~1"), ["ban@title", "oil^3", "elect*", "*tion", "blinkin~1"]);
  assert.deepEqual(written("title:Biden's~1^2"), ["biden@title~1^2"]);
  assert.deepEqual(written("blinken~9 oil~0 elect*~1"), ["blinken~2", "oil", "elect*"]);
});

test("a phrase counts its stop words", () => {
  assert.deepEqual(written('"bank of japan"'), ['"0bank 2japan"']);
  assert.deepEqual(written("title:“Bank of Japan”"), ['"0bank 2japan"@title']);
  assert.deepEqual(written('"the banks"'), ['"1banks"']);
});

test("a quoted word is that word, in capitals if it is alone and written so", () => {
  assert.deepEqual(written('"Rogers" "AIDS" "AIDS VIRUS"'), ['"0rogers"', '"0!aids"', '"0aids 1virus"']);
});

test("a phrase that is not closed goes on to the end", () => {
  assert.deepEqual(written('oil "bank of japan'), ["oil", '"0bank 2japan"']);
  assert.deepEqual(written('"'), []);
  assert.deepEqual(notes('oil "bank of japan'), [{ kind: "open-quotation" }]);
});

test("filters and dates are told from words", () => {
  assert.deepEqual(written('person:"Xi Jinping" country:china org:UN organisation:EU source:CNN year:1987'), [
    "person=Xi Jinping",
    "country=china",
    "organization=UN",
    "organization=EU",
    "source=CNN",
    "year=1987",
  ]);
  assert.deepEqual(written("after:2020-03 before:2021"), ["737485..", "..737791"]);
  assert.deepEqual(written("Country:China author:brown"), ["country=China", "author=brown"]);
});

test("OR joins its neighbours", () => {
  assert.deepEqual(written("oil OR gas prices"), ["oil OR ga", "price"]);
  assert.deepEqual(written('oil OR "bank of japan" OR country:iran'), ['oil OR "0bank 2japan" OR country=iran']);
  assert.deepEqual(written("oil OR -bank"), ["oil OR not bank"]);
  assert.deepEqual(written("OR oil OR"), ["oil"]);
  assert.deepEqual(notes("OR oil OR OR gas"), [{ kind: "or-what" }]);
  assert.deepEqual(notes("oil OR (gas OR the)"), [{ kind: "or-what" }]);
  assert.deepEqual(notes("OR"), [{ kind: "or-what" }]);
  assert.deepEqual(written("oil OR the OR gas"), ["oil OR ga"]);
});

test("an operator in small letters is a word, and said to be one", () => {
  assert.deepEqual(written("oil or gas"), ["oil", "or", "ga"]);
  for (const [small, operator] of [["or", "OR"], ["not", "NOT"], ["near", "NEAR"], ["near/15", "NEAR"]] as const) {
    assert.deepEqual(notes(`oil ${small} gas`).slice(0, 1), [
      { kind: "small-operator", operator, written: small, query: `oil ${small.toUpperCase()} gas` },
    ]);
  }
  assert.deepEqual(notes('or gas "or" title:or nearby or/and oil'), []);
});

test("brackets hold words, phrases, fields and exclusions, and other brackets", () => {
  assert.deepEqual(written('(person:"Paul Volcker" OR person:"James Baker") about:brazil'), [
    "person=Paul Volcker OR person=James Baker",
    "about=brazil",
  ]);
  assert.deepEqual(written("title:(cocoa OR coffee)"), ["cocoa@title OR coffe@title"]);
  assert.deepEqual(written("-(oil OR gas) opec"), ["-(oil OR ga)", "opec"]);
  assert.deepEqual(written('(wheat -(barley OR "bank of japan")) OR NOT (oil gas)'), [
    '(wheat -(barley OR "0bank 2japan")) OR not (oil ga)',
  ]);
  assert.deepEqual(written("title:(people:oil (gas OR -country:iran))"), ["oil@people", "ga@title OR not country=iran"]);
  assert.deepEqual(written("+opec (oil +gas) -(a)"), ["opec", "?(?oil ga)", "-(a)"]);
});

test("a bracket within a word, or one that closes nothing, is no sign", () => {
  assert.deepEqual(written("f(x) oil) :) (gas)"), ["f&x", "oil", "ga"]);
  assert.deepEqual(written("(f(x) oil) gas"), ["f&x", "oil", "ga"]);
  assert.deepEqual(written("() OR oil"), ["oil"]);
});

test("a bracket that is not closed extends to the end, and this is said", () => {
  assert.deepEqual(written("oil (gas OR bank"), ["oil", "ga OR bank"]);
  assert.deepEqual(notes("oil (gas OR bank"), [{ kind: "open-bracket" }]);
  assert.equal(written("(".repeat(4_000)).length, 0);
});

test("NEAR joins words, phrases and alternatives in brackets", () => {
  assert.deepEqual(written('"bank of japan" NEAR intervention'), ['["0bank 2japan" 10, intervent]']);
  assert.deepEqual(written("oil NEAR/3 (gas OR title:wheat) opec"), ["[oil 3, (ga OR wheat@title)]", "opec"]);
  assert.deepEqual(written("oil NEAR/3 gas NEAR/3 bank OR -wheat"), ["[oil 3,3, ga 3,3, bank] OR not wheat"]);
  assert.deepEqual(written("-oil NEAR gas"), ["-[oil 10, ga]"]);
});

for (const text of ["NEAR oil", "oil NEAR", "oil NEAR country:iran", "oil NEAR -gas", "oil NEAR (gas wheat)", "oil NEAR OR gas"]) {
  test(`${text} has no two places, and this is said`, () => {
    assert.ok(notes(text).some((note) => (note as { kind: string }).kind === "near-what"));
    assert.ok(written(text).some((condition) => condition.startsWith("oil")));
  });
}

test("dates are read as people write them", () => {
  assert.deepEqual(written("date:1987-03-19"), ["725449..725450"]);
  for (const text of ["19 March 1987", "19th of March 1987", "March 19, 1987", "19 Mar. 1987", 'date:"march 19 1987"', "date:19 March 1987"]) {
    assert.deepEqual(written(text), ["725449..725450"], text);
  }
  assert.deepEqual(written("opec March 1987 oil"), ["opec", "725431..725462", "oil"]);
  assert.deepEqual(written("last week of March 1987"), ["725455..725462"]);
  assert.deepEqual(written("the second week of the March 1987"), ["second", "week", "725431..725462"]);
  assert.deepEqual(written("-Sept 1987 before:March 1987 date:none"), ["-725615..725645", "..725431", "undated"]);
  assert.deepEqual(written('"March 1987" May 31 February 1987 1987'), ['"0march 11987"', "may", "31", "725403..725431", "1987"]);
});

test("a day in numbers is read where it can be one day alone", () => {
  for (const text of ["1987-03-19", "1987/3/19", "19.3.1987", "19/03/1987", "3-19-1987", "date:19-3-1987"]) {
    assert.deepEqual(written(text), ["725449..725450"], text);
  }
  assert.deepEqual(written("4.3.1987 3/3/1987"), ["725434..725435", "725433..725434"]);
  assert.deepEqual(notes("4/3/1987"), [{ kind: "unclear-date", written: "4/3/1987" }]);
  assert.deepEqual(notes("date:4/3/1987"), [{ kind: "no-date", field: "date", value: "4/3/1987" }]);
  assert.deepEqual(notes("30.2.1987 1987-13-01 1986-87 0/0/1987"), []);
});

test("a date without a field is said to be one", () => {
  assert.deepEqual(notes("oil -March 1987"), [{ kind: "written-date", written: "March 1987", words: 'oil -"March 1987"' }]);
  assert.deepEqual(notes("NOT March 1987"), [{ kind: "written-date", written: "March 1987", words: 'NOT "March 1987"' }]);
  assert.deepEqual(notes("date:March 1987"), []);
});

test("signs of other search engines are said to mean nothing", () => {
  assert.deepEqual(["wom?n", "a||b", "w/5", "oil~", "!oil", "oil", "what?", "R&D", "-", "oil~1", "C++", "C#"].map((text) => notes(text).length), [1, 1, 1, 1, 1, 0, 0, 0, 1, 0, 1, 1]);
  assert.deepEqual(notes('"oil*" gas~3'), [{ kind: "quoted-star", written: "oil*" }, { kind: "most-edits", written: "gas" }]);
});

test("one word of several parts requires them all", () => {
  assert.deepEqual(written("+and/or oil/gas"), ["and&or", "?oil&ga"]);
});

test("a compound is one word, or its words side by side", () => {
  assert.deepEqual(written("anti-virus F-16"), ['antiviru OR "0anti~ 1viru~"', 'f16 OR "0f~ 116~"']);
  assert.deepEqual(written("1986-87 state-of-the-art"), ['"0198~ 187~"'.replace("198~", "1986~"), '"0state~ 3art~"']);
  assert.deepEqual(written("well-kno* on-the -x- a-b~1"), ["well", "kno*", "onth", "-x", "a~1&b~1"]);
});

test("words go through the analysis of the index, capitals and all", () => {
  assert.deepEqual(written("Biden's U.S. 2,500 Mélenchon AT&T O'Neill"), ["biden", "us", "2500", "melenchon", "att", "oneil"]);
  assert.deepEqual(written("WHO who"), ["who"]);
});

test("where a script has no spaces, pairs of letters are asked for", () => {
  assert.deepEqual(written("東京都"), ["東京&京都"]);
  assert.deepEqual(written('"東京都"'), ['"0東京 1京都"']);
  assert.deepEqual(written("京"), ["京*"]);
});

test("a condition knows where it stands", () => {
  const text = 'oil  -country:"south korea" gas';
  const [, filter] = parseQuery(text, FIELDS, ANALYSIS).conditions;
  const { start, end, written: name } = filter?.alternatives[0] ?? { start: 0, end: 0, written: "" };
  assert.equal(text.slice(start, end), '-country:"south korea"');
  assert.equal(name, "south korea");
});

for (const [text, terms] of [
  ["php:", ["php"]],
  ["a^", ["a"]],
  ["x~y", ["x&y"]],
  ["C:\\x", ["c&x"]],
  ["C++", ["c"]],
  ["constructor", ["constructor"]],
  ["__proto__", ["proto"]],
  ["toString valueOf", ["tostr", "valueof"]],
  ["60068", ["60068"]],
  ["*a*b*c*", ["*a*b*c*"]],
] as const) {
  test(`${text} is searched as it stands`, () => {
    assert.deepEqual(written(text), terms);
  });
}

for (const text of ["~", "+", "*", "-", "^", ":", "\\", "+ -", "…", "😀", '""']) {
  test(`${JSON.stringify(text)} asks for nothing and says so`, () => {
    assert.deepEqual(written(text), []);
    assert.deepEqual(notes(text), [{ kind: "no-words" }]);
  });
}

test("an empty text is no mistake", () => {
  assert.deepEqual([written("  "), notes("  ")], [[], []]);
});

test("common words are told if nothing else was asked for", () => {
  assert.deepEqual(notes("The Who"), [{ kind: "common", words: ["The", "Who"] }]);
  assert.deepEqual(notes('"to the"'), [{ kind: "common", words: ["to", "the"] }]);
  assert.deepEqual(notes("the bank"), []);
});

test("fields that are none, have no word or no date are told", () => {
  assert.deepEqual(written("price:oil title: after:soon"), ["price&oil"]);
  assert.deepEqual(notes("price:oil title: after:soon"), [
    { kind: "unknown-field", field: "price" },
    { kind: "empty-field", field: "title" },
    { kind: "no-date", field: "after", value: "soon" },
  ]);
  assert.deepEqual(notes("colour:"), [{ kind: "unknown-field", field: "colour" }]);
  assert.deepEqual(notes("price:(oil OR gas) title:()"), [
    { kind: "unknown-field", field: "price" },
    { kind: "empty-field", field: "title" },
  ]);
  assert.deepEqual(notes("http://example.org"), []);
});

test("long text is cut and long words are left out, and both are told", () => {
  assert.deepEqual(written("x".repeat(10_000)), []);
  assert.deepEqual(notes("x".repeat(100)), [{ kind: "too-long" }]);
  const many = Array.from({ length: 2_000 }, (_, number) => `w${number}`).join(" ");
  assert.equal(written(many).length, 64);
  assert.deepEqual(notes(many), [{ kind: "shortened" }]);
});
