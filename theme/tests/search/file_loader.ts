/** Evaluates the same scripts that a browser would load. */

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";

import { inflated } from "../../src/search/index/compressed_value.ts";
import type { Loader } from "../../src/search/index/script_loader.ts";
import { SearchError } from "../../src/search/index/search_error.ts";

/** The first byte of a file in UTF-16. */
const UTF_16_MARK = 0xff;

export class FileLoader implements Loader {
  readonly #site: string;
  /** Every path asked for, in order. */
  readonly asked: string[] = [];
  /** Those of them that are there. */
  readonly loaded: string[] = [];

  constructor(site: string) {
    this.#site = site;
  }

  async load(path: string): Promise<unknown> {
    this.asked.push(path);
    const source = await this.#source(path);
    this.loaded.push(path);
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
      const content = await readFile(join(this.#site, path.replace(/\?.*$/, "")));
      return new TextDecoder(content[0] === UTF_16_MARK ? "utf-16le" : "utf-8").decode(content);
    } catch {
      throw new SearchError("missing", path);
    }
  }
}
