/** Loads data files as classic scripts, the only way that works from the disk as well. */

import { inflated } from "./compressed_value.ts";
import { SearchError } from "./search_error.ts";

/** Loads the value that a data file registers. */
export interface Loader {
  /**
   * @param path Path from the site's root; may have a query string.
   * @throws SearchError of kind `missing` if the file cannot be loaded, `damaged` if it holds no value.
   */
  load(path: string): Promise<unknown>;
}

interface Registry {
  register(value: unknown): void;
  registerCompressed(stream: string): void;
}

/** Gives the value that a script registered. */
type Read = () => unknown;

/** Adds a `<script>` for each file; the script calls a function of `cuttings` with its value. */
export class ScriptLoader implements Loader {
  readonly #root: string;
  readonly #registered: WeakMap<HTMLScriptElement, Read>;

  /** @param root Relative way to the site's root: "" or "../". */
  constructor(root: string) {
    this.#root = root;
    this.#registered = new WeakMap();
    const keep = (read: Read): void => {
      const script = document.currentScript;
      if (script instanceof HTMLScriptElement) this.#registered.set(script, read);
    };
    const registry: Registry = {
      register: (value) => keep(() => value),
      registerCompressed: (stream) => keep(() => inflated(stream)),
    };
    Object.assign(globalThis, { cuttings: registry });
  }

  load(path: string): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.addEventListener("load", () => {
        script.remove();
        this.#value(script).then(resolve, () => reject(new SearchError("damaged", path)));
      });
      script.addEventListener("error", () => {
        script.remove();
        reject(new SearchError("missing", path));
      });
      script.src = this.#root + path;
      document.head.append(script);
    });
  }

  async #value(script: HTMLScriptElement): Promise<unknown> {
    const read = this.#registered.get(script);
    if (read === undefined) throw new TypeError("nothing is registered");
    return await read();
  }
}
