/** Says that a page could not be shown without a network, with a link to try it again. */

import { siteAddress, sitePath } from "../../offline/site_path.ts";
import { required } from "./element.ts";

/**
 * Shows the notice if the address names a page that could not be shown.
 *
 * @param notice a hidden part of the page with a link in it.
 * @param title the page's own title, which the notice replaces.
 * @param root absolute address of the site's root.
 */
export function showMissingPage(notice: HTMLElement, title: HTMLElement, root: string): void {
  const page = new URLSearchParams(location.search).get("page");
  if (page === null) return;
  const address = siteAddress(page, root);
  if (sitePath(address, root) === undefined) return; // outside the site, by "../"
  const link = required(notice, "a", HTMLAnchorElement);
  link.href = address;
  notice.hidden = false;
  title.hidden = true;
}
