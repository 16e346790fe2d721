import type { Citation } from "../../src/export/citation.ts";

/** A citation with everything, for a test to change. */
export const CITATION: Citation = {
  path: "articles/harvest-prices-rise.html",
  key: "harvest-prices-rise",
  title: "Harvest prices rise",
  authors: ["Jane Doe", "John Roe"],
  source: "Harbour Post",
  date: "2024-04-05",
  dated: "exact",
  original: "https://harbour.example/harvest",
  page: "https://archive.example/repo/articles/harvest-prices-rise.html",
  people: [{ name: "Amara Okafor", slug: "amara-okafor", path: "people/amara-okafor.html" }],
  about: [{ name: "Kenya", slug: "kenya", path: "countries/kenya.html", code: "KE" }],
  mentioned: [{ name: "Chile", slug: "chile", path: "countries/chile.html", code: "CL" }],
  organizations: [],
  excerpt: "Prices of barley rise…",
  reasons: [{ name: "Kenya", sentence: "Kenya sells barley." }],
  search: { query: "barley", filters: ["Kenya"], stories: 8, day: "2026-11-30", index: "1a2b" },
};

/** A citation of which only the headline is known. */
export const BARE: Citation = {
  ...CITATION,
  authors: [],
  source: "",
  date: "",
  dated: "unknown",
  original: "",
  page: "",
  people: [],
  about: [],
  mentioned: [],
  excerpt: "",
  reasons: [],
};
