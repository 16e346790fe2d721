/** Where the site begins, seen from a page. */

const THEME = "theme/";

/** The relative way to the site's root, "" or "../", as the address of the page's own script has it. */
export function siteRoot(): string {
  const address = document.querySelector(`script[src*="${THEME}"]`)?.getAttribute("src") ?? "";
  return address.slice(0, Math.max(address.lastIndexOf(THEME), 0));
}
