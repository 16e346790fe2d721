/** Small values that this site stores on the device, separate from other sites on the same host. */

export class SiteStorage {
  readonly #prefix: string;

  /** @param scope path of the site's root on its host. */
  constructor(scope: string) {
    this.#prefix = `cuttings ${scope} `;
  }

  /** The value of a name; undefined if it has none or the browser does not store anything. */
  get(name: string): string | undefined {
    try {
      return localStorage.getItem(this.#prefix + name) ?? undefined;
    } catch {
      return undefined;
    }
  }

  /** Stores a value if the browser allows it; `undefined` removes it. */
  set(name: string, value: string | undefined): void {
    try {
      if (value === undefined) localStorage.removeItem(this.#prefix + name);
      else localStorage.setItem(this.#prefix + name, value);
    } catch {
      // The browser refuses to store values or is out of room; the site works without them.
    }
  }
}
