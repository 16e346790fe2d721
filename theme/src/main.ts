/** Brings a page to life: the search box, the search page, the mentions in a story. */

import { SearchEngine } from "./search/engine.ts";
import { lazyEngine } from "./ui/engine_loader.ts";
import { lightUpMentions } from "./ui/mentions.ts";
import { SearchBox } from "./ui/search_box.ts";
import { SearchPage } from "./ui/search_page.ts";
import { focusOnSlash } from "./ui/shortcut.ts";

const root = document.documentElement.dataset["root"] ?? "";
const openEngine = lazyEngine(() => SearchEngine.open(root));

const form = document.querySelector<HTMLFormElement>("form[role=search]");
const input = form?.querySelector("input");
const page = document.getElementById("search-page");
if (form && input) {
  focusOnSlash(input);
  if (page) new SearchPage(page, form, root, openEngine).start();
  else new SearchBox(form, root, openEngine);
}
lightUpMentions();
