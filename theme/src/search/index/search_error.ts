/** Why the files of the index could not be used. */

/**
 * - `missing`: a file of the index cannot be loaded, even after loading the manifest again;
 * - `changed`: the index is of another version than this page;
 * - `damaged`: a file of the index does not have the expected content.
 */
export type SearchErrorKind = "missing" | "changed" | "damaged";

/** The search cannot be answered; `kind` says why, `path` names the file from the site's root. */
export class SearchError extends Error {
  override readonly name = "SearchError";
  readonly kind: SearchErrorKind;
  readonly path: string;

  constructor(kind: SearchErrorKind, path: string) {
    super(`search data ${path}: ${kind}`);
    this.kind = kind;
    this.path = path;
  }
}
