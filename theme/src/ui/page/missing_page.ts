/** Says that a page could not be shown for want of a network, and leads back to it. */

import { siteAddress, sitePath } from "../../offline/site_path.ts";
import { required } from "./element.ts";

/**
 * @param notice a hidden part of the page with a link in it.
 * @param title the page's own title, which gives way to it.
 * @param root absolute address of the site's root.
 */
export function showMissingPage(notice: HTMLElement, title: HTMLElement, root: string): void {
  const page = new URLSearchParams(location.search).get("page");
  if (page === null) return;
  const address = siteAddress(page, root);
  if (sitePath(address, root) === undefined) return; // "../" led out of the site
  const link = required(notice, "a", HTMLAnchorElement);
  link.href = address;
  notice.hidden = false;
  title.hidden = true;
}
