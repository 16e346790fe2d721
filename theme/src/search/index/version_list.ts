/** Which documents are versions of one story; see `version_list.py` for the format. */

import { inSlices, type Pace } from "../pace.ts";
import type { Hit, HitGroup } from "../types.ts";
import { PackedNumbers } from "./packing.ts";

export class VersionList {
  /** The first document of the cluster of each document that has versions. */
  readonly firsts: ReadonlyMap<number, number>;

  constructor(firsts: ReadonlyMap<number, number>) {
    this.firsts = firsts;
  }

  static read(payload: string): VersionList {
    const firsts = new Map<number, number>();
    const packed = new PackedNumbers(payload);
    let first = 0;
    while (!packed.done) {
      const size = packed.next();
      first += packed.next();
      let document = first;
      firsts.set(document, first);
      for (let rest = size - 1; rest > 0; rest -= 1) {
        document += packed.next();
        firsts.set(document, first);
      }
    }
    return new VersionList(firsts);
  }

  /** Groups the versions of one story at the place of the first of them. */
  async group(hits: readonly Hit[], pace: Pace): Promise<readonly HitGroup[]> {
    const groups: [Hit, ...Hit[]][] = [];
    const byFirst = new Map<number, [Hit, ...Hit[]]>();
    await inSlices(hits.length, pace, (place) => {
      const hit = hits[place] as Hit;
      const first = this.firsts.get(hit.document);
      const known = first === undefined ? undefined : byFirst.get(first);
      if (known !== undefined) {
        known.push(hit);
        return;
      }
      const group: [Hit, ...Hit[]] = [hit];
      groups.push(group);
      if (first !== undefined) byFirst.set(first, group);
    });
    return groups;
  }
}
