/** Opens the index of a site, joined with those of the sites that it names. */

import { Manifest, MANIFEST_PATH } from "../index/manifest.ts";
import type { Loader } from "../index/script_loader.ts";
import { SearchError } from "../index/search_error.ts";
import type { SearchIndex } from "../index/search_index.ts";
import { SiteIndex } from "../index/site_index.ts";
import { readSummary, SUMMARY_PATH } from "../index/summary.ts";
import { KeptValues } from "../kept_values.ts";
import type { OpenedSite } from "./site.ts";

/**
 * @param payload The manifest's payload if it is known; otherwise it is loaded.
 * @param anew Appended to the path of each file with a fixed name, so that a new one is loaded.
 * @throws SearchError if this site's manifest is missing or of another version. Another site of which that is
 *   so is left out.
 */
export async function openIndex(loader: Loader, payload?: unknown, anew = ""): Promise<SearchIndex> {
  const manifest = new Manifest(payload ?? (await loader.load(MANIFEST_PATH + anew)));
  const own = new SiteIndex(manifest, loader);
  if (manifest.sites.length === 0) return own;
  const joining = import("./joined_index.ts");
  const opening = [
    openSite("", "", loader, anew, own),
    ...manifest.sites.map(([name, way]) => openSite(name, way, loader, anew)),
  ];
  const opened = await Promise.allSettled(opening);
  if (opened[0]?.status === "rejected") throw opened[0].reason;
  const sites = opened.flatMap((site) => (site.status === "fulfilled" ? [site.value] : []));
  const missing = manifest.sites.filter((_, place) => opened[place + 1]?.status === "rejected").map(([name]) => name);
  const { joinedIndex } = await joining;
  return await joinedIndex(own, sites, missing);
}

/** Loads the summary of a site; its index follows when it is asked for. */
async function openSite(name: string, way: string, loader: Loader, anew: string, known?: SiteIndex): Promise<OpenedSite> {
  const summary = readSummary(await loader.load(way + SUMMARY_PATH + anew));
  const kept = new KeptValues();
  const load = async (): Promise<SiteIndex> => {
    const path = way + MANIFEST_PATH + anew;
    const manifest = new Manifest(await loader.load(path));
    if (manifest.documents !== summary.documents) throw new SearchError("missing", path); // updated in between
    return new SiteIndex(manifest, loader, way);
  };
  const index = (): Promise<SiteIndex> => (known === undefined ? kept.get(way, load) : Promise.resolve(known));
  return { name, way, summary, index };
}
