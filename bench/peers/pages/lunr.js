import "./lunr.min.js";
import { index as read, stories } from "./files.js";

const index = lunr.Index.load(await read());

export async function search(query) {
  const words = query.replace(/[:~^+*-]/g, " ");
  return stories(index.search(words).map(({ ref }) => ref));
}
