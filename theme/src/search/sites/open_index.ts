/** Opens the index of a site, joined with those of the sites that it names. */

import { Manifest, MANIFEST_PATH } from "../index/manifest.ts";
import type { Loader } from "../index/script_loader.ts";
import type { SearchIndex } from "../index/search_index.ts";
import { SiteIndex } from "../index/site_index.ts";

/**
 * @param payload The manifest's payload if it is known; otherwise it is loaded.
 * @param anew Appended to the path of a manifest, so that a new one is loaded.
 * @throws SearchError if this site's manifest is missing or of another version. Another site of which that is
 *   so is left out.
 */
export async function openIndex(loader: Loader, payload?: unknown, anew = ""): Promise<SearchIndex> {
  const path = MANIFEST_PATH + anew;
  const manifest = new Manifest(payload ?? (await loader.load(path)));
  const own = new SiteIndex(manifest, loader);
  if (manifest.sites.length === 0) return own;
  const joining = import("./joined_index.ts");
  const opened = await Promise.allSettled(
    manifest.sites.map(async ([name, way]) => ({ name, index: new SiteIndex(new Manifest(await loader.load(way + path)), loader, way) })),
  );
  const others = opened.flatMap((site) => (site.status === "fulfilled" ? [site.value] : []));
  const missing = manifest.sites.filter((_, place) => opened[place]?.status === "rejected").map(([name]) => name);
  const { joinedIndex } = await joining;
  return await joinedIndex([{ name: "", index: own }, ...others], missing);
}
