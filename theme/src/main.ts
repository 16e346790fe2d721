/** Brings a page to life: the search box, the search page, the mentions in a story, the web app. */

import { startWebApp } from "./offline/web_app.ts";
import { SearchEngine } from "./search/engine.ts";
import { ScriptLoader } from "./search/index/script_loader.ts";
import { announceNewVersion } from "./ui/keep/version_notice.ts";
import { quoteEvidence } from "./ui/page/evidence.ts";
import { colourFrame, nameSummaries } from "./ui/page/frame.ts";
import { lightUpMentions } from "./ui/page/mentions.ts";
import { offerCitation, printAddress } from "./ui/page/page_citation.ts";
import { focusOnSlash } from "./ui/page/shortcut.ts";
import { siteRoot } from "./ui/page/site_root.ts";
import { SiteStorage } from "./ui/page/site_storage.ts";
import { lazyEngine, pageManifest } from "./ui/search_box/engine_loader.ts";
import { Clippings } from "./ui/results/clippings.ts";
import { offerClip } from "./ui/results/page_clip.ts";
import { clippingLink } from "./ui/results/clipping_link.ts";
import { markFoundWords } from "./ui/search_box/found_words.ts";
import { RecentSearches } from "./ui/search_box/recent_searches.ts";
import { SearchBox } from "./ui/search_box/search_box.ts";
import { parseState } from "./ui/search_box/url_state.ts";
import { SearchPage } from "./ui/search_page/search_page.ts";

const root = siteRoot();
const storage = new SiteStorage(new URL(root || "./", location.href).pathname);
const openEngine = lazyEngine(() => SearchEngine.open(root, new ScriptLoader(root), pageManifest()));

const clippings = new Clippings(storage);

const form = document.querySelector<HTMLFormElement>("form[role=search]");
const input = form?.querySelector("input");
const page = document.getElementById("search-page");
if (form && input) {
  focusOnSlash(input);
  const recent = new RecentSearches(storage);
  if (page) void startSearchPage(page, form, recent);
  else new SearchBox(form, root, openEngine, recent);
}
const nameForm = document.querySelector<HTMLFormElement>(".name-form");
if (nameForm) void import("./ui/search_box/name_box.ts").then(({ NameBox }) => new NameBox(nameForm, root, openEngine));
document.querySelector("body > footer")?.append(clippingLink(clippings, root));
const clippingsPage = document.getElementById("clippings-page");
if (clippingsPage) {
  void import("./ui/results/clippings_page.ts").then(({ ClippingsPage }) => new ClippingsPage(clippingsPage, clippings, root).show());
}
lightUpMentions();
offerCitation();
offerClip(clippings, root);
printAddress(root);
colourFrame();
quoteEvidence();
nameSummaries();
markFoundWords(openEngine).catch((error: unknown) => console.warn("the words of the search are not marked:", error));
addEventListener("load", () => {
  startWebApp(root);
  if (!document.getElementById("keep-panel")) void announceNewVersion(root, storage);
});

/** Starts the search page. Its files are requested first: they load while the page is made. */
async function startSearchPage(page: HTMLElement, form: HTMLFormElement, recent: RecentSearches): Promise<void> {
  const { query } = parseState(location.search);
  const opening = openEngine().then((engine) => engine.prepare(query));
  await opening.catch(() => undefined); // the search page will report the failure
  new SearchPage(page, form, root, openEngine, recent, clippings).start();
}
