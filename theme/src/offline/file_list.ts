/** The files of a build of the site, as `file_list.py` lists them. */

import { KeepError } from "./keep_error.ts";

/** Version of both files' format, and characters of a digest; the same as in `file_list.py`. */
const FORMAT = 2;
const DIGEST_LENGTH = 8;

/** The path of the file that names the newest list. */
export const VERSION_PATH = "offline/version.json";

/** The folder of both files. They are about the newest build, so they are never kept. */
export const LIST_FOLDER = "offline/";

/** A build of the site. */
export interface SiteVersion {
  /** Path of its list of files; it identifies the build, because it has a hash in it. */
  readonly list: string;
  /** Number of files. */
  readonly files: number;
  /** Size of all files together. */
  readonly bytes: number;
  /** Paths of the files that a browser keeps from the first visit on. */
  readonly shell: readonly string[];
}

/** What distinguishes a file's content from others. */
export interface FileMark {
  readonly digest: string;
  /** In bytes. */
  readonly size: number;
}

/** Each file's mark by its path from the site's root. */
export type FileList = ReadonlyMap<string, FileMark>;

/**
 * The build that a payload describes.
 *
 * @throws KeepError of kind `damaged` if the payload is not in the known format.
 */
export function readVersion(payload: unknown): SiteVersion {
  if (!isOfFormat(payload)) throw new KeepError("damaged", VERSION_PATH);
  return payload as unknown as SiteVersion;
}

/**
 * The files that a payload lists.
 *
 * @throws KeepError of kind `damaged` if the payload is not in the known format.
 */
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
