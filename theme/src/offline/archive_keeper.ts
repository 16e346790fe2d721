/** Puts the whole archive on the device, and brings it up to date. */

import { type FileList, type SiteVersion, VERSION_PATH, readFileList, readVersion } from "./file_list.ts";
import { KeepError } from "./keep_error.ts";
import { siteAddress } from "./site_path.ts";
import type { KeptFile, SiteStore, StoredFile } from "./site_store.ts";
import { type UpdatePlan, planUpdate } from "./update_plan.ts";

/** Files fetched at a time and stored together; chosen by eye: a break loses no more than these. */
const SLICE = 48;
/** How often a file is requested, and the pause between in milliseconds; chosen by eye: a second in all. */
const ATTEMPTS = 3;
const PAUSE = 500;
/** Copies made in one transaction; chosen by eye, so that the page stays usable. */
const COPIES_AT_A_TIME = 500;

/** How much of the wanted build is on the device. */
export interface Progress {
  readonly bytesHeld: number;
  readonly bytes: number;
}

export type OnProgress = (progress: Progress) => void;

export class ArchiveKeeper {
  readonly #store: SiteStore;
  readonly #root: string;

  /** @param root absolute address of the site's root. */
  constructor(store: SiteStore, root: string) {
    this.#store = store;
    this.#root = root;
  }

  /**
   * The build that the server has now.
   *
   * @throws KeepError if the server does not answer or the answer cannot be read.
   */
  async newestVersion(): Promise<SiteVersion> {
    return readVersion(await this.#json(VERSION_PATH));
  }

  /**
   * What the device lacks of a build.
   *
   * @throws KeepError if the list of its files cannot be loaded.
   */
  async planFor(version: SiteVersion): Promise<UpdatePlan> {
    return planUpdate(await this.#store.holdings(), await this.#list(version));
  }

  /**
   * Fetches what the device lacks of the server's newest build and removes files that the build does
   * not have. A kept build stays complete until its changed files are replaced, in an order in which
   * pages and index always find the files that they name.
   *
   * @returns the build that is on the device now.
   * @throws KeepError if the update ended early.
   */
  async bringUpToDate(onProgress: OnProgress, signal: AbortSignal): Promise<SiteVersion> {
    const lock = { ifAvailable: true };
    return await navigator.locks.request(`cuttings ${this.#root}`, lock, async (granted) => {
      if (granted === null) throw new KeepError("busy");
      for (;;) {
        const version = await this.newestVersion();
        const whole = await this.#take(version, onProgress, signal);
        // Another build was published meanwhile: the files that it shares with this one are kept.
        if (whole && (await this.newestVersion()).list === version.list) return version;
      }
    });
  }

  /** Fetches one build; false if another was published meanwhile. */
  async #take(version: SiteVersion, onProgress: OnProgress, signal: AbortSignal): Promise<boolean> {
    const wanted = await this.#list(version);
    const plan = planUpdate(await this.#store.holdings(), wanted);
    let bytesHeld = version.bytes - plan.downloadBytes;
    onProgress({ bytesHeld, bytes: version.bytes });
    try {
      await ensureRoom(plan.downloadBytes);
      for (const copies of slices(plan.copies, COPIES_AT_A_TIME)) {
        signal.throwIfAborted();
        await this.#store.copy(copies);
      }
      for (const paths of slices(plan.downloads, SLICE)) {
        const files = await Promise.all(paths.map((path) => this.#file(path, wanted, signal)));
        await this.#store.keep(files);
        bytesHeld += files.reduce((sum, file) => sum + file.mark.size, 0);
        onProgress({ bytesHeld, bytes: version.bytes });
      }
      await this.#store.finish(version.list, plan.removals);
      return true;
    } catch (error) {
      const reason = keepError(error, signal);
      if (reason.kind !== "missing" || (await this.newestVersion()).list === version.list) throw reason;
      return false;
    }
  }

  async #list(version: SiteVersion): Promise<FileList> {
    const { body } = await this.#fetch(version.list);
    try {
      return readFileList(await inflated(body));
    } catch {
      throw new KeepError("damaged", version.list);
    }
  }

  async #file(path: string, wanted: FileList, signal: AbortSignal): Promise<KeptFile> {
    const mark = wanted.get(path);
    if (mark === undefined) throw new KeepError("damaged", path);
    return { path, mark, ...(await this.#fetch(path, signal)) };
  }

  async #json(path: string): Promise<unknown> {
    const { body } = await this.#fetch(path);
    try {
      return JSON.parse(new TextDecoder().decode(body));
    } catch {
      throw new KeepError("damaged", path);
    }
  }

  /** Fetches a file from the server, not from the device; tries again, as one of thousands may fail. */
  async #fetch(path: string, signal?: AbortSignal): Promise<StoredFile> {
    const abortable = signal === undefined ? {} : { signal };
    for (let attempt = 1; ; attempt += 1) {
      try {
        const response = await fetch(siteAddress(path, this.#root), { cache: "no-store", ...abortable });
        if (response.ok) {
          const type = response.headers.get("Content-Type") ?? "";
          return { type, body: await response.arrayBuffer() };
        }
        if (response.status < 500) throw new KeepError("missing", path);
      } catch (error) {
        if (signal?.aborted || error instanceof KeepError) throw error;
      }
      if (attempt === ATTEMPTS) throw new KeepError("offline", path);
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}

/** The JSON value in a raw deflate stream. */
async function inflated(stream: ArrayBuffer): Promise<unknown> {
  const json = new Blob([stream]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return (await new Response(json).json()) as unknown;
}

/**
 * Stops a download that the browser has no room for.
 *
 * @throws KeepError of kind `full`.
 */
async function ensureRoom(bytes: number): Promise<void> {
  if (!("estimate" in navigator.storage)) return; // Safari 16
  const { quota, usage } = await navigator.storage.estimate();
  if (quota !== undefined && usage !== undefined && quota - usage < bytes) throw new KeepError("full");
}

/** What an exception means to the reader. */
function keepError(error: unknown, signal: AbortSignal): KeepError {
  if (error instanceof KeepError) return error;
  if (signal.aborted) return new KeepError("stopped");
  if (error instanceof DOMException && error.name === "QuotaExceededError") return new KeepError("full");
  throw error;
}

function* slices<Value>(values: readonly Value[], length: number): Generator<readonly Value[]> {
  for (let start = 0; start < values.length; start += length) yield values.slice(start, start + length);
}
