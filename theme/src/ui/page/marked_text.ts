/** Text with its matches marked. */

import type { Segment } from "../../search/types.ts";
import { element } from "./element.ts";

/** Turns segments into text nodes and `<mark>` elements. */
export function markedText(segments: readonly Segment[]): readonly (Node | string)[] {
  return segments.map((segment) =>
    segment.marked ? element("mark", {}, segment.text) : segment.text,
  );
}
