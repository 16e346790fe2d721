/** Loads parts of this script that few visits need, as classic scripts: `parts.mjs` makes them of `import()`. */

import { siteRoot } from "./site_root.ts";

/** Where the scripts of a site lie, from its root. */
const FOLDER = "theme/";

const loading = new Map<string, Promise<unknown>>();

/**
 * Loads a part once.
 *
 * @returns what its module exports.
 * @throws Error if it cannot be loaded; it is asked for again the next time.
 */
export function loadPart(name: string): Promise<unknown> {
  const known = loading.get(name) ?? load(name);
  loading.set(name, known);
  known.catch(() => loading.delete(name));
  return known;
}

function load(name: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.addEventListener("load", () => {
      script.remove();
      resolve((globalThis as { cuttingsPart?: unknown }).cuttingsPart); // a script's event follows it at once
    });
    script.addEventListener("error", () => {
      script.remove();
      reject(new Error(`${name} did not load`));
    });
    script.src = siteRoot() + FOLDER + name;
    document.head.append(script);
  });
}
