import { index as read, library, stories } from "./files.js";

await library("flexsearch.min.js");
const index = new FlexSearch.Document({ document: { id: "id", index: ["title", "text"] } });
for (const [key, data] of Object.entries(await read())) await index.import(key, data);

export async function search(query) {
  const found = index.search(query, { limit: 10 }).flatMap(({ result }) => result);
  return stories([...new Set(found)]);
}
