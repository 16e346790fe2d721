/** Addresses of the site as paths from its root. */

const PAGE_OF_FOLDER = "index.html";

/**
 * The path of the file for an address, without query and fragment; "a/index.html" for the address
 * of a folder. Undefined if the address is not below `root` or cannot be decoded.
 *
 * @param root absolute address of the site's root; ends in a slash.
 */
export function sitePath(address: string, root: string): string | undefined {
  const plain = address.replace(/[?#].*$/s, "");
  if (!plain.startsWith(root)) return undefined;
  const path = decoded(plain.slice(root.length));
  if (path === undefined) return undefined;
  return path === "" || path.endsWith("/") ? path + PAGE_OF_FOLDER : path;
}

/** The absolute address of a file of the site, as the browser writes it. */
export function siteAddress(path: string, root: string): string {
  return new URL(path.split("/").map(encodeURIComponent).join("/"), root).href;
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
