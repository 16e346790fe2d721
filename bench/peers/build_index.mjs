/**
 * Builds a library's whole index of stories: `node build_index.mjs LIBRARY STORIES INDEX`, where
 * STORIES is a JSON array of title and text. Prints the seconds that indexing and writing took.
 */

import { readFile, writeFile } from "node:fs/promises";

import flexsearch from "flexsearch";
import lunr from "lunr";
import MiniSearch from "minisearch";

const FIELDS = ["title", "text"];

const BUILDERS = {
  async lunr(stories) {
    const index = lunr(function () {
      this.ref("number");
      this.field("title", { boost: 3 });
      this.field("text");
      stories.forEach((story, number) => this.add({ number, ...story }));
    });
    return JSON.stringify(index);
  },

  async minisearch(stories) {
    const index = new MiniSearch({ fields: FIELDS });
    index.addAll(stories.map((story, id) => ({ id, ...story })));
    return JSON.stringify(index);
  },

  async flexsearch(stories) {
    const index = new flexsearch.Document({ document: { id: "id", index: FIELDS } });
    stories.forEach((story, id) => index.add({ id, ...story }));
    const parts = {};
    await index.export((key, data) => {
      parts[key] = data;
    });
    return JSON.stringify(parts);
  },
};

const [library, source, target] = process.argv.slice(2);
const stories = JSON.parse(await readFile(source, "utf8"));
const start = performance.now();
await writeFile(target, await BUILDERS[library](stories));
console.log(((performance.now() - start) / 1000).toFixed(2));
