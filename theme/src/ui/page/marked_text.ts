/** Marked matches as nodes of the page. */

import type { Segment } from "../../search/types.ts";
import { element } from "./element.ts";

/** The segments as texts and `<mark>` elements. */
export function markedText(segments: readonly Segment[]): readonly (Node | string)[] {
  return segments.map((segment) =>
    segment.marked ? element("mark", {}, segment.text) : segment.text,
  );
}
