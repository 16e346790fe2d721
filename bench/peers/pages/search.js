/** A bare search page: ten results with their text, for whichever library lies beside it. */

import { search } from "./library.js";

const form = document.querySelector("form");
const results = document.querySelector(".search-results");

/** The lead of a story; Pagefind brings an excerpt of its own, as HTML. */
const LEAD = 220;

function item({ title, text, excerpt }) {
  const node = document.createElement("li");
  node.className = "result";
  node.innerHTML = "<h2></h2><p class=result-snippet></p>";
  node.firstChild.textContent = title;
  if (excerpt === undefined) node.lastChild.textContent = text.slice(0, LEAD);
  else node.lastChild.innerHTML = excerpt;
  return node;
}

async function show(query) {
  const found = await search(query);
  const list = document.createElement("ol");
  list.className = found.length > 0 ? "result-list" : "search-state";
  list.append(...found.map(item));
  results.replaceChildren(list);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  void show(form.q.value);
});
form.q.value = new URLSearchParams(location.search).get("q") ?? "";
await show(form.q.value);
