"""The peer: the same stories built by Hugo and indexed by Pagefind."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from cuttings.article.article_file import read_article
from cuttings.article.content_folder import ContentFolder

_CONFIGURATION = """\
baseURL = "/"
title = "Peer"
disableKinds = ["RSS", "sitemap", "robotsTXT", "404"]
[taxonomies]
person = "people"
country = "countries"
"""
_SINGLE = """\
<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><main data-pagefind-body><h1>{{ .Title }}</h1><p>{{ .Date.Format "2006-01-02" }}</p>
{{ range .Params.people }}<a data-pagefind-filter="person">{{ . }}</a>{{ end }}
{{ range .Params.countries }}<a data-pagefind-filter="country">{{ . }}</a>{{ end }}
{{ .Content }}</main></body></html>
"""
_LIST = """\
<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
</body></html>
"""
_SEARCH_PAGE = """\
<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Search</title></head>
<body><script type="module" src="/search.js"></script></body></html>
"""
_SEARCH = """\
import * as pagefind from "/pagefind/pagefind.js";
window.firstTen = async (query) => {
  const found = await pagefind.search(query);
  const results = await Promise.all(found.results.slice(0, 10).map((result) => result.data()));
  return results.map((result) => result.excerpt);
};
window.peerLoaded = true;
"""


@dataclass(frozen=True, slots=True)
class PeerBuild:
    """A built peer site: where it lies, and seconds for each step."""

    folder: Path
    hugo_seconds: float
    pagefind_seconds: float
    index_bytes: int


def build_peer(content: ContentFolder, work: Path) -> PeerBuild:
    """Build the stories of ``content`` with Hugo and Pagefind below ``work``."""
    shutil.rmtree(work, ignore_errors=True)
    (work / "layouts" / "_default").mkdir(parents=True)
    (work / "static").mkdir()
    (work / "hugo.toml").write_text(_CONFIGURATION, encoding="utf-8")
    (work / "layouts" / "_default" / "single.html").write_text(_SINGLE, encoding="utf-8")
    (work / "layouts" / "_default" / "list.html").write_text(_LIST, encoding="utf-8")
    (work / "static" / "search.js").write_text(_SEARCH, encoding="utf-8")
    (work / "static" / "search.html").write_text(_SEARCH_PAGE, encoding="utf-8")
    _write_articles(content, work / "content" / "articles")
    hugo = _timed([_program("hugo"), "--source", str(work), "--quiet"])
    site = work / "public"
    pagefind = _timed([sys.executable, "-m", "pagefind", "--site", str(site), "--quiet"])
    index = sum(path.stat().st_size for path in (site / "pagefind").rglob("*") if path.is_file())
    return PeerBuild(site, hugo, pagefind, index)


def _write_articles(content: ContentFolder, folder: Path) -> None:
    for path in content.article_paths():
        article = read_article(path)
        front_matter = {
            "title": article.title,
            "date": article.filing_date.isoformat(),
            "people": list(article.people or ()),
            "countries": list(article.countries or ()),
        }
        target = folder / f"{article.filing_date.year}" / f"{article.slug}.md"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(f"{json.dumps(front_matter)}\n\n{article.body}\n", encoding="utf-8")


def _program(name: str) -> str:
    beside = Path(sys.executable).with_name(name)
    return str(beside) if beside.exists() else name


def _timed(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start
