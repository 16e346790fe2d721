/** Loads data files as classic scripts, the only way that works from the disk as well. */

import { SearchError } from "./search_error.ts";

/** Loads the value that a data file registers. */
export interface Loader {
  /**
   * @param path Path from the site's root; may have a query string.
   * @throws SearchError of kind `missing` if the file cannot be loaded.
   */
  load(path: string): Promise<unknown>;
}

interface Registry {
  register(value: unknown): void;
}

/** Adds a `<script>` for each file; the script calls `cuttings.register(value)`. */
export class ScriptLoader implements Loader {
  readonly #root: string;
  readonly #values: WeakMap<HTMLScriptElement, unknown>;

  /** @param root Relative way to the site's root: "" or "../". */
  constructor(root: string) {
    this.#root = root;
    this.#values = new WeakMap();
    const registry: Registry = {
      register: (value) => {
        const script = document.currentScript;
        if (script instanceof HTMLScriptElement) this.#values.set(script, value);
      },
    };
    Object.assign(globalThis, { cuttings: registry });
  }

  load(path: string): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.addEventListener("load", () => {
        script.remove();
        if (this.#values.has(script)) resolve(this.#values.get(script));
        else reject(new SearchError("damaged", path));
      });
      script.addEventListener("error", () => {
        script.remove();
        reject(new SearchError("missing", path));
      });
      script.src = this.#root + path;
      document.head.append(script);
    });
  }
}
