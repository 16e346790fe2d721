/** Why the archive could not be put on the device. */

/**
 * - `offline`: the connection broke, or the server does not answer;
 * - `missing`: the server does not give a file that its own list names;
 * - `full`: the browser gives the site no more room;
 * - `busy`: another tab is at it;
 * - `stopped`: the reader stopped it;
 * - `damaged`: the server's list of files cannot be read;
 * - `failed`: the browser could not store the files, for a reason that it does not tell.
 */
export type KeepErrorKind = "offline" | "missing" | "full" | "busy" | "stopped" | "damaged" | "failed";

/** Keeping ended early; what has arrived stays, and the next try goes on from there. */
export class KeepError extends Error {
  override readonly name = "KeepError";
  readonly kind: KeepErrorKind;
  /** The file that it happened at, from the site's root; "" for none. */
  readonly path: string;

  constructor(kind: KeepErrorKind, path = "") {
    super(path ? `${kind}: ${path}` : kind);
    this.kind = kind;
    this.path = path;
  }
}
