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

/** Loads a library that registers itself as a global, which none does in a module. */
export function library(path) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.addEventListener("load", resolve);
    script.addEventListener("error", reject);
    script.src = path;
    document.head.append(script);
  });
}
