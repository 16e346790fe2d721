"""The same stories as sites that can be searched: ours, Pagefind's and three whole indexes.

Each is a folder with a ``search.html`` that answers ``?q=`` and its own form with ten results,
and the seconds that building its index took.
"""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.hugo_pagefind import pagefind_command
from cuttings.article.article_file import render_article
from cuttings.article.content_folder import ContentFolder
from cuttings.entities.tagged_article import TaggedArticle
from cuttings.search_index.index_builder import build_index
from cuttings.search_index.script_folder import json_text

ROOT = Path(__file__).resolve().parent.parent
PEERS = Path(__file__).resolve().parent / "peers"
WHOLE_INDEXES = {
    "lunr": "lunr/lunr.min.js",
    "minisearch": "minisearch/dist/umd/index.js",
    "flexsearch": "flexsearch/dist/flexsearch.bundle.min.js",
}
"""Libraries that load one index, and the file of each that a page loads."""

_MANIFEST = re.compile(r'(?<=id="search-manifest">).*?(?=</script>)', re.DOTALL)
_PAGE = """\
<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>
<body><main data-pagefind-body><h1>{title}</h1><p>{names}</p>{paragraphs}</main></body></html>
"""


@dataclass(frozen=True, slots=True)
class SearchSite:
    """A built site.

    Attributes:
        name: What the table calls it.
        folder: Where it lies.
        seconds: Wall clock of building its index, the stories' pages or values being there.
        index_folder: The part of it that the index takes.
    """

    name: str
    folder: Path
    seconds: float
    index_folder: Path


def build_ours(stories: Sequence[TaggedArticle], folder: Path) -> SearchSite:
    """Build the shell of a site by Pelican, of one story, and the index of all."""
    content = ContentFolder(folder / "content")
    first = stories[0].article
    path = content.article_path(first)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(render_article(first), encoding="utf-8")
    site = folder / "site"
    command = [sys.executable, "-m", "pelican", str(content.root), "--output", str(site)]
    options = ["--settings", str(ROOT / "pelicanconf.py"), "--fatal", "errors"]
    options += ["--extra-settings", "CUTTINGS_INBOX=false"]
    subprocess.run([*command, *options], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    os.sync()  # or new files would wait for the disk to take in what was written before
    start = time.perf_counter()
    manifest = build_index(stories, site / "search")
    seconds = time.perf_counter() - start
    page = site / "search.html"
    shell = page.read_text(encoding="utf-8")
    page.write_text(_MANIFEST.sub(lambda _: json_text(manifest), shell), encoding="utf-8")
    return SearchSite("Cuttings", site, seconds, site / "search")


def build_pagefind(stories: Sequence[TaggedArticle], folder: Path) -> SearchSite:
    """Write a bare page for each story and index them with Pagefind."""
    pages = folder / "articles"
    pages.mkdir(parents=True)
    for story in stories:
        (pages / f"{story.article.slug}.html").write_text(_page(story), encoding="utf-8")
    os.sync()
    start = time.perf_counter()
    subprocess.run(pagefind_command(folder), check=True, stdout=subprocess.DEVNULL)
    seconds = time.perf_counter() - start
    _copy_page("pagefind", folder)
    return SearchSite("Pagefind", folder, seconds, folder / "pagefind")


def build_whole_index(library: str, stories: Sequence[TaggedArticle], folder: Path) -> SearchSite:
    """Build one index of everything with a library of ``WHOLE_INDEXES``."""
    documents = [{"title": story.article.title, "text": story.text} for story in stories]
    (folder / "stories").mkdir(parents=True)
    for number, document in enumerate(documents):
        path = folder / "stories" / f"{number}.json"
        path.write_text(json.dumps(document), encoding="utf-8")
    source = folder / "documents.json"
    source.write_text(json.dumps(documents), encoding="utf-8")
    index = folder / "index" / "index.json"
    index.parent.mkdir()
    node = Path(sys.executable).with_name("node")
    options = ["--max-old-space-size=6000", str(PEERS / "build_index.mjs")]
    command = [str(node), *options, library, str(source), str(index)]
    seconds = float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    _copy_page(library, folder)
    shutil.copy(PEERS / "pages" / "files.js", folder)
    bundle = PEERS / "node_modules" / WHOLE_INDEXES[library]
    shutil.copy(bundle, folder / f"{library}.min.js")
    return SearchSite(library, folder, seconds, index.parent)


def _copy_page(library: str, folder: Path) -> None:
    for name in ("search.html", "search.js"):
        shutil.copy(PEERS / "pages" / name, folder)
    shutil.copy(PEERS / "pages" / f"{library}.js", folder / "library.js")


def _page(story: TaggedArticle) -> str:
    tags = (*story.people, *story.countries, *story.organizations)
    paragraphs = (f"<p>{html.escape(block)}</p>" for block in story.text.split("\n\n"))
    return _PAGE.format(
        title=html.escape(story.article.title),
        names=html.escape(", ".join(tag.entity.heading for tag in tags)),
        paragraphs="\n".join(paragraphs),
    )
