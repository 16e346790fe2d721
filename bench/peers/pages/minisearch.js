import { index as read, library, stories } from "./files.js";

await library("minisearch.min.js");
const index = MiniSearch.loadJS(await read(), { fields: ["title", "text"] });

export async function search(query) {
  return stories(index.search(query).map(({ id }) => id));
}
