/** Values of data files that are compressed; see `compressed_script` in `script_folder.py`. */

import { textBytes } from "./byte_text.ts";

/**
 * The JSON value in a raw deflate stream.
 *
 * @param stream The stream as `textBytes` reads it.
 * @throws DOMException, TypeError or SyntaxError if it does not hold one.
 */
export async function inflated(stream: string): Promise<unknown> {
  const text = new Response(new Blob([textBytes(stream)]).stream().pipeThrough(new DecompressionStream("deflate-raw")));
  return (await text.json()) as unknown;
}
