import * as pagefind from "./pagefind/pagefind.js";

export async function search(query) {
  const { results } = await pagefind.search(query);
  const stories = await Promise.all(results.slice(0, 10).map((result) => result.data()));
  return stories.map(({ meta, excerpt }) => ({ title: meta.title, excerpt }));
}
