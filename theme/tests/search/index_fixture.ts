/**
 * An index of three documents, written by hand as the format says:
 *
 * 0. title "Bank", text "oil bank bank oil oil"; China; 26 April 2024
 * 1. title "Oil", text "bank"; China and the United States; 15 January 2024
 * 2. title "Oil", text ""; no tags; undated
 */

import { Manifest } from "../../src/search/index/manifest.ts";
import type { Loader } from "../../src/search/index/script_loader.ts";
import { SearchError } from "../../src/search/index/search_error.ts";
import { SiteIndex } from "../../src/search/index/site_index.ts";

export const MANIFEST = {
  format: 11,
  documents: 3,
  fields: [
    { name: "title", boost: 2, length: 3, positions: true },
    { name: "text", boost: 1, length: 6, positions: true },
  ],
  stopWords: "the us",
  letters: {},
  firstTerms: "0bank 0oil ",
  partitions: "aaaaaaaaaa",
  vocabulary: "vvvvvvvvvv",
  perDocument: "dddddddddd",
  facets: "ffffffffff",
  previews: "pppppppppp",
  stories: "ssssssssss",
  positions: "oooooooooo",
  surface: "uuuuuuuuuu",
  words: "wwwwwwwwww",
  forms: "nnnnnnnnnn",
  dates: "dddddddddd",
  completions: "cccccccccc",
};

/** "bank": title 0; text 0 (twice) and 1; the first in the text of 0 is "banks". */
export const BANK = ["0bank ", "312", "010", "0", "0", ""];
/** "oil": title 1 and 2; text 0 (three times). */
const OIL = ["0oil ", "321", "201", "1", "1", ""];

const NOTHING = { values: [], labels: [], counts: "000", documents: "" };

const FACETS = {
  person: NOTHING,
  country: { values: ["", ""], labels: ["China", "United States"], codes: ["CN", "US"], counts: "120", documents: "001", about: "110" },
  organization: NOTHING,
  source: NOTHING,
  year: { values: ["2024", "undated"], labels: ["2024", "Undated"], counts: "111", documents: "001" },
};

export const STORY = [
  "articles/bank.html",
  "Bank",
  "2024-04-26",
  "exact",
  "",
  "",
  "",
  [],
  [["China", "", "CN"]],
  [],
  "oil bank bank oil oil",
];

/** A file of previews, each of which shows the story under other headlines. */
export function previews(terms: readonly (readonly [string, string])[], titles: readonly string[]): unknown {
  const stories = titles.map((title) => [title, "0bank", "2024-04-26", "00100", "oil bank bank oil oil", []] as const);
  const value = (place: number): unknown => stories.map((story) => story[place]);
  return [[], ["China"], [""], ["CN"], terms, ...[0, 1, 2, 3, 4, 5].map(value)];
}

/** "oil" has a preview of its three documents. */
const PREVIEWS = previews([["oil", "011"]], ["Third", "Second", "First"]);

export function indexFiles(): Map<string, unknown> {
  return new Map<string, unknown>([
    ["search/manifest.js", MANIFEST],
    ["search/partition-aaaaaaaaaa/0.js", BANK],
    ["search/partition-aaaaaaaaaa/1.js", OIL],
    ["search/vocabulary-vvvvvvvvvv.js", "0bank 0oil "],
    ["search/documents-dddddddddd.js", { lengths: ["111", "510"], versions: "" }],
    ["search/facets-ffffffffff.js", FACETS],
    ["search/previews-pppppppppp/0.js", PREVIEWS],
    ["search/stories-ssssssssss/0.js", [STORY, STORY, STORY]],
    ["search/positions-oooooooooo/0.js", "0100 "],
    ["search/positions-oooooooooo/1.js", "00020 "],
    ["search/surface-uuuuuuuuuu/0.js", ["0bank 4s ", "0112 112 "]],
    ["search/surface-uuuuuuuuuu/1.js", ["0oil 3s ", " 6 "]],
    ["search/words-wwwwwwwwww.js", ["04/4s 03s/3 ", "23"]],
    ["search/forms-nnnnnnnnnn.js", { country: [["united-states", "USA", "America"]] }],
    ["search/dates-dddddddddd.js", "@##w!c"],
    ["search/completions-cccccccccc.js", { firstKeys: "america\noil", files: "eeeeeeeeeeffffffffff", short: {} }],
    [
      "search/completion-eeeeeeeeee.js",
      [
        "america\nbank\nchina",
        "102",
        [
          ["c", "United States", 1, "", "America", "US"],
          ["c", "China", 2, "", "", "CN"],
        ],
        "0",
        "2",
      ],
    ],
    ["search/completion-ffffffffff.js", ["oil", "0", [], "0", "3"]],
  ]);
}

/** Gives values from memory; a test may change them, as an update of the site does. */
export class MemoryLoader implements Loader {
  readonly files: Map<string, unknown>;
  /** Every path asked for, in order, without query strings. */
  readonly asked: string[] = [];

  constructor(files: Map<string, unknown>) {
    this.files = files;
  }

  load(path: string): Promise<unknown> {
    const plain = path.replace(/\?.*$/, "");
    this.asked.push(plain);
    if (!this.files.has(plain)) return Promise.reject(new SearchError("missing", plain));
    return Promise.resolve(structuredClone(this.files.get(plain)));
  }
}

/** The index with these files; without any, that of the three documents. */
export function siteIndex(loader: Loader = new MemoryLoader(indexFiles()), manifest: object = MANIFEST): SiteIndex {
  return new SiteIndex(new Manifest(manifest), loader);
}
