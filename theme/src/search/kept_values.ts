/** Values that are made when they are first asked for. */
export class KeptValues {
  readonly #values = new Map<string, Promise<unknown>>();

  /** Makes a value once; after a failure the next call tries again. */
  get<Value>(key: string, make: () => Promise<Value>): Promise<Value> {
    const known = this.#values.get(key);
    if (known !== undefined) return known as Promise<Value>;
    const value = make();
    this.#values.set(key, value);
    value.catch(() => this.#values.delete(key));
    return value;
  }
}
