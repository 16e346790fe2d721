/** Loads parts of this script that few visits need, as classic scripts: `parts.mjs` makes them of `import()`. */

/** Where this script lies, and its parts. */
const FOLDER = (document.currentScript as HTMLScriptElement).src;

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
    script.src = new URL(name, FOLDER).href;
    document.head.append(script);
  });
}
