/** Cooperative scheduling: long work in slices, so that the page can answer the reader in between. */

/**
 * Milliseconds of a slice. A browser counts 50 ms as a long task (W3C Long Tasks), and what runs after
 * a slice needs some of them.
 */
const SLICE = 12;

interface Scheduler {
  yield?(): Promise<void>;
}

/** Work calls `isDue` often and awaits `pause` when it says so. */
export class Pace {
  #began = performance.now();

  /** Whether this slice has lasted its time. */
  get isDue(): boolean {
    return performance.now() - this.#began >= SLICE;
  }

  /** Begins a new slice: for work that has waited for files, when the browser was free. */
  restart(): void {
    this.#began = performance.now();
  }

  /** Lets the browser do what is waiting, then begins a new slice. */
  async pause(): Promise<void> {
    const { scheduler } = globalThis as { scheduler?: Scheduler };
    if (scheduler?.yield) await scheduler.yield();
    else await new Promise((resolve) => setTimeout(resolve));
    this.restart();
  }
}

/** Steps of work between two looks at the clock; so many steps of ranking take a fraction of a slice. */
const STEPS = 2_048;

/** Calls `step` for 0 to `count` - 1, in slices. */
export async function inSlices(count: number, pace: Pace, step: (place: number) => void): Promise<void> {
  for (let start = 0; start < count; start += STEPS) {
    const end = Math.min(count, start + STEPS);
    for (let place = start; place < end; place += 1) step(place);
    if (pace.isDue) await pace.pause();
  }
}

/** `items` sorted, in slices: runs are sorted and then merged. */
export async function sortInSlices<Item>(
  items: readonly Item[],
  compare: (a: Item, b: Item) => number,
  pace: Pace,
): Promise<Item[]> {
  let runs: Item[][] = [];
  for (let start = 0; start < items.length; start += STEPS) {
    runs.push(items.slice(start, start + STEPS).sort(compare));
    if (pace.isDue) await pace.pause();
  }
  while (runs.length > 1) {
    const merged: Item[][] = [];
    for (let place = 0; place < runs.length; place += 2) {
      merged.push(await merge(runs[place] ?? [], runs[place + 1] ?? [], compare, pace));
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

async function merge<Item>(
  first: readonly Item[],
  second: readonly Item[],
  compare: (a: Item, b: Item) => number,
  pace: Pace,
): Promise<Item[]> {
  const merged: Item[] = [];
  let other = 0;
  await inSlices(first.length, pace, (place) => {
    const item = first[place] as Item;
    while (other < second.length && compare(second[other] as Item, item) < 0) {
      merged.push(second[other] as Item);
      other += 1;
    }
    merged.push(item);
  });
  await inSlices(second.length - other, pace, () => {
    merged.push(second[other] as Item);
    other += 1;
  });
  return merged;
}
