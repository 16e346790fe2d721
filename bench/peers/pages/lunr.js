import { index as read, library, stories } from "./files.js";

await library("lunr.min.js");
const index = lunr.Index.load(await read());

export async function search(query) {
  const words = query.replace(/[:~^+*-]/g, " ");
  return stories(index.search(words).map(({ ref }) => ref));
}
