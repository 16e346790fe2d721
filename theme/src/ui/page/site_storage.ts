/** Small values that this site leaves on the device, apart from other sites of the same host. */

export class SiteStorage {
  readonly #prefix: string;

  /** @param scope path of the site's root on its host. */
  constructor(scope: string) {
    this.#prefix = `cuttings ${scope} `;
  }

  /** The value of a name; undefined if there is none or the browser stores nothing. */
  get(name: string): string | undefined {
    try {
      return localStorage.getItem(this.#prefix + name) ?? undefined;
    } catch {
      return undefined;
    }
  }

  /** Stores a value where the browser allows it; `undefined` removes it. */
  set(name: string, value: string | undefined): void {
    try {
      if (value === undefined) localStorage.removeItem(this.#prefix + name);
      else localStorage.setItem(this.#prefix + name, value);
    } catch {
      // A browser that stores nothing, or has no room: the site works without.
    }
  }
}
