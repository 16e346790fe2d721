/** Evaluates the same scripts that a browser would load. */

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";

import { inflated } from "../../src/search/index/compressed_value.ts";
import type { Loader } from "../../src/search/index/script_loader.ts";
import { SearchError } from "../../src/search/index/search_error.ts";

export class FileLoader implements Loader {
  readonly #site: string;
  /** Every path asked for, in order. */
  readonly asked: string[] = [];

  constructor(site: string) {
    this.#site = site;
  }

  async load(path: string): Promise<unknown> {
    this.asked.push(path);
    const source = await this.#source(path);
    let json = "null";
    const register = (value: unknown): void => {
      json = JSON.stringify(value);
    };
    let stream: string | undefined;
    const registerCompressed = (text: string): void => {
      stream = text;
    };
    runInContext(source, createContext({ cuttings: { register, registerCompressed } }));
    return stream === undefined ? (JSON.parse(json) as unknown) : await inflated(stream);
  }

  async #source(path: string): Promise<string> {
    try {
      return await readFile(join(this.#site, path.replace(/\?.*$/, "")), "utf8");
    } catch {
      throw new SearchError("missing", path);
    }
  }
}
