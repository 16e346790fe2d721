/** What went wrong with the search's data. */

/**
 * - `missing`: a file of the index cannot be loaded, even after asking again for the manifest;
 * - `changed`: the site's search data is of another version than this page;
 * - `damaged`: a file of the index does not hold what it should.
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
