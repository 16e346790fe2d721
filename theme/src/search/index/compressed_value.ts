/** Values of data files that are compressed; see `compressed_script` in `script_folder.py`. */

/**
 * The JSON value in a raw deflate stream.
 *
 * @param stream The stream in base64.
 * @throws DOMException, TypeError or SyntaxError if it does not hold one.
 */
export async function inflated(stream: string): Promise<unknown> {
  const bytes = Uint8Array.from(atob(stream), (character) => character.charCodeAt(0));
  const text = new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")));
  return (await text.json()) as unknown;
}
