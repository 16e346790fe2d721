"""The peer: the same stories built by Hugo and indexed by Pagefind."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.measured_process import Measured, measure
from cuttings.article.article_file import read_article
from cuttings.article.content_folder import ContentFolder

_CONFIGURATION = """\
baseURL = "/"
title = "Peer"
disableKinds = ["RSS", "sitemap", "robotsTXT", "404"]
[taxonomies]
person = "people"
country = "countries"
organization = "organizations"
"""
_SINGLE = """\
<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><main data-pagefind-body><h1>{{ .Title }}</h1><p>{{ .Date.Format "2006-01-02" }}</p>
{{ range .Params.people }}<a data-pagefind-filter="person">{{ . }}</a>{{ end }}
{{ range .Params.countries }}<a data-pagefind-filter="country">{{ . }}</a>{{ end }}
{{ range .Params.organizations }}<a data-pagefind-filter="organization">{{ . }}</a>{{ end }}
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


_PAGEFIND = Path(__file__).parent / "peers" / "node_modules" / "pagefind" / "lib" / "runner"


@dataclass(frozen=True, slots=True)
class PeerBuild:
    """A built peer site: where it lies, and what each step took."""

    folder: Path
    hugo: Measured
    pagefind: Measured
    index_bytes: int

    @property
    def seconds(self) -> float:
        """The whole build by the clock."""
        return self.hugo.seconds + self.pagefind.seconds

    @property
    def processor_seconds(self) -> float:
        """The whole build by the processors' time."""
        return self.hugo.processor_seconds + self.pagefind.processor_seconds


def build_peer(content: ContentFolder, work: Path) -> PeerBuild:
    """Build the stories of ``content`` with Hugo and Pagefind below ``work``."""
    write_peer(content, work)
    return rebuild_peer(work, sorted(os.sched_getaffinity(0)))


def write_peer(content: ContentFolder, work: Path) -> None:
    """Write what Hugo needs to build the stories of ``content`` below ``work``."""
    shutil.rmtree(work, ignore_errors=True)
    (work / "layouts" / "_default").mkdir(parents=True)
    (work / "static").mkdir()
    (work / "hugo.toml").write_text(_CONFIGURATION, encoding="utf-8")
    (work / "layouts" / "_default" / "single.html").write_text(_SINGLE, encoding="utf-8")
    (work / "layouts" / "_default" / "list.html").write_text(_LIST, encoding="utf-8")
    (work / "static" / "search.js").write_text(_SEARCH, encoding="utf-8")
    (work / "static" / "search.html").write_text(_SEARCH_PAGE, encoding="utf-8")
    _write_articles(content, work / "content" / "articles")


def rebuild_peer(work: Path, processors: Sequence[int]) -> PeerBuild:
    """Build with Hugo and Pagefind what ``write_peer`` wrote, from nothing, on some processors."""
    site = work / "public"
    shutil.rmtree(site, ignore_errors=True)
    hugo = measure([_program("hugo"), "--source", str(work), "--quiet"], processors)
    pagefind = measure(pagefind_command(site), processors)
    index = sum(path.stat().st_size for path in (site / "pagefind").rglob("*") if path.is_file())
    return PeerBuild(site, hugo, pagefind, index)


def pagefind_command(site: Path) -> list[str]:
    """Return the command that indexes a site with Pagefind."""
    return [_program("node"), str(_PAGEFIND / "bin.cjs"), "--site", str(site), "--quiet"]


def _write_articles(content: ContentFolder, folder: Path) -> None:
    for path in content.article_paths():
        article = read_article(path)
        front_matter = {
            "title": article.title,
            "date": article.filing_date.isoformat(),
            "people": list(article.people or ()),
            "countries": list((article.countries or ()) + (article.countries_mentioned or ())),
            "organizations": list(article.organizations or ()),
        }
        target = folder / f"{article.filing_date.year}" / f"{article.slug}.md"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(f"{json.dumps(front_matter)}\n\n{article.body}\n", encoding="utf-8")


def _program(name: str) -> str:
    beside = Path(sys.executable).with_name(name)
    return str(beside) if beside.exists() else name
