import "./minisearch.min.js";
import { index as read, stories } from "./files.js";

const index = MiniSearch.loadJS(await read(), { fields: ["title", "text"] });

export async function search(query) {
  return stories(index.search(query).map(({ id }) => id));
}
