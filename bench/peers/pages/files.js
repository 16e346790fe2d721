/** The files of a whole index: the index itself, and one file a story for what a result shows. */

async function json(path) {
  return (await fetch(path)).json();
}

export function index() {
  return json("index/index.json");
}

/** The first ten of the stories numbered. */
export function stories(numbers) {
  return Promise.all(numbers.slice(0, 10).map((number) => json(`stories/${number}.json`)));
}
