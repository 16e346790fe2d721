/** Slugs that files leave out because they can be made of a name; see `plain_slug` in `identity.py`. */

/** A name's ASCII letters and digits in lower case, all else as one hyphen between them. */
export function plainSlug(name: string): string {
  return (name.match(/[A-Za-z0-9]+/g) ?? []).join("-").toLowerCase();
}

/** The slug of which a file holds `written`: "" stands for the one made of `name`. */
export function slugOf(written: string | undefined, name: string): string {
  return written || plainSlug(name);
}
