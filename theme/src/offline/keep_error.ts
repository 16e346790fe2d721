/** Why the archive could not be kept on the device. */

/**
 * - `offline`: the connection broke, or the server does not answer;
 * - `missing`: the server lacks a file of its own list;
 * - `full`: the browser has no more room for the site;
 * - `busy`: another tab is downloading the archive;
 * - `stopped`: the reader stopped the download;
 * - `damaged`: the server's list of files cannot be read;
 * - `failed`: the browser could not store the files, for an unknown reason.
 */
export type KeepErrorKind = "offline" | "missing" | "full" | "busy" | "stopped" | "damaged" | "failed";

/** Keeping ended early. What has arrived stays, and the next attempt continues from there. */
export class KeepError extends Error {
  override readonly name = "KeepError";
  readonly kind: KeepErrorKind;
  /** Path of the file that failed, from the site's root; "" if no file did. */
  readonly path: string;

  constructor(kind: KeepErrorKind, path = "") {
    super(path ? `${kind}: ${path}` : kind);
    this.kind = kind;
    this.path = path;
  }
}
