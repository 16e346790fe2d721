/** An analysis with a few stop words and letters, for tests. */

import { Analysis } from "../../../src/search/words/analysis.ts";

export const ANALYSIS = new Analysis(["in", "is", "it", "of", "the", "to", "us", "who"], { ł: "l", ß: "ss", đ: "d" });

export const FIELDS: readonly string[] = ["title", "text", "people"];
