/** The files of a build of the site, as `file_list.py` lists them. */

import { KeepError } from "./keep_error.ts";

const FORMAT = 1;
const DIGEST_LENGTH = 8;

/** Where the name of the newest list stands. */
export const VERSION_PATH = "offline/version.json";

/** Whatever lies in here is about the newest build and never kept. */
export const LIST_FOLDER = "offline/";

/** A build of the site. */
export interface SiteVersion {
  /** Path of its list of files; it names the build, because it carries a hash. */
  readonly list: string;
  /** Number of files. */
  readonly files: number;
  /** Size of all files together. */
  readonly bytes: number;
  /** Paths of what a browser keeps from the first visit on. */
  readonly shell: readonly string[];
}

/** What tells a file's content from another. */
export interface FileMark {
  readonly digest: string;
  /** In bytes. */
  readonly size: number;
}

/** Each file's mark by its path from the site's root. */
export type FileList = ReadonlyMap<string, FileMark>;

/** @throws KeepError of kind `damaged` if the payload is no version of a known format. */
export function readVersion(payload: unknown): SiteVersion {
  if (!isOfFormat(payload)) throw new KeepError("damaged", VERSION_PATH);
  return payload as unknown as SiteVersion;
}

/** @throws KeepError of kind `damaged` if the payload is no list of a known format. */
export function readFileList(payload: unknown): FileList {
  if (!isOfFormat(payload)) throw new KeepError("damaged");
  const { paths, sizes, digests } = payload as unknown as ListPayload;
  if (digests.length !== paths.length * DIGEST_LENGTH || sizes.length !== paths.length) {
    throw new KeepError("damaged");
  }
  return new Map(
    paths.map((path, place) => {
      const digest = digests.slice(place * DIGEST_LENGTH, (place + 1) * DIGEST_LENGTH);
      return [path, { digest, size: sizes[place] as number }];
    }),
  );
}

interface ListPayload {
  readonly paths: readonly string[];
  readonly sizes: readonly number[];
  readonly digests: string;
}

function isOfFormat(payload: unknown): payload is { readonly format: number } {
  return typeof payload === "object" && payload !== null && "format" in payload && payload.format === FORMAT;
}
