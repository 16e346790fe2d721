"""A site built from the trial articles."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.browser.trial_articles import (
    ARABIC_TITLE,
    LONG_NAME,
    LONGEST_TITLE,
    older_articles,
    trial_articles,
)

from cuttings.article.article import Article
from cuttings.article.article_file import render_article
from cuttings.article.atomic_file import write_atomically
from cuttings.article.content_folder import ContentFolder
from cuttings.article.identity import make_slug

ROOT = Path(__file__).resolve().parents[2]

PAGE_KINDS = {
    "home": "index.html",
    "article": "articles/ministers-meet-over-harvest-prices-round-1.html",
    "longest": f"articles/{make_slug(LONGEST_TITLE, '')}.html",
    "undated": "articles/nobody-knows-when-this-was-printed.html",
    "arabic": f"articles/{make_slug(ARABIC_TITLE, '')}.html",
    "markup": "articles/markup-of-every-kind-survives-the-press.html",
    "versions": "articles/ferry-will-sail-twice-a-day.html",
    "person": "people/amara-okafor.html",
    "long-name": "people/sri-mulyani-indrawati-wibowo-kusumawardhani-ratnasari-hartono.html",
    "country": "countries/kenya.html",
    "former-state": "countries/soviet-union.html",
    "organization": "organizations/grain-council.html",
    "source": "sources/harbour-post.html",
    "year": "dates/2021.html",
    "month": "dates/2021-02.html",
    "people": "people/index.html",
    "countries": "countries/index.html",
    "organizations": "organizations/index.html",
    "sources": "sources/index.html",
    "dates": "dates/index.html",
    "search-start": "search.html",
    "search": "search.html?q=ministers&country=kenya&country=chile",
    "search-nothing": "search.html?q=ministrs+in+zeppelin+price%3A",
    "search-notes": "search.html?q=person%3Adelegate+price%3Avoted+after%3Asoon",
    "search-some": "search.html?q=constitution+barly+zeppelins",
    "search-versions": "search.html?q=ferry+islands",
    "search-unknown": "search.html?q=ministers+country%3Achili",
    "search-filtered": "search.html?q=barley+before%3A2021&country=kenya&source=the-evening-ledger",
    "found": "articles/ministers-meet-over-harvest-prices-round-1.html#found=wheat+barley",
    "about": "about.html",
    "offline": "offline.html",
    "clippings": "clippings.html",
    "not-found": "404.html",
}
"""A page of every kind, by name."""


def build_trial_site(folder: Path) -> Path:
    """Write the trial articles below ``folder`` and build them; return the site's folder."""
    return _build(folder, trial_articles())


def build_older_site(folder: Path, sites: dict[str, str]) -> Path:
    """Build a site of a few older stories, which is searched together with others.

    Args:
        folder: Where its articles and the site go.
        sites: The names of the others, each with the way to it.
    """
    return _build(folder, older_articles(), f"CUTTINGS_SITES={json.dumps(sites)}")


def _build(folder: Path, articles: list[Article], *settings: str) -> Path:
    if not (ROOT / "theme" / "static" / "assets.json").is_file():
        raise FileNotFoundError("the theme is not bundled; run 'make setup'")
    content = ContentFolder(folder / "content")
    for article in articles:
        path = content.article_path(article)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, render_article(article))
    content.authorities.mkdir()
    (content.authorities / "people.csv").write_text(f"heading,hide\n{LONG_NAME},\n", "utf-8")
    output = folder / "site"
    command = [sys.executable, "-m", "pelican", str(content.root), "--output", str(output)]
    command += ["--settings", str(ROOT / "pelicanconf.py"), "--fatal", "errors"]
    command += ["--extra-settings", "CUTTINGS_INBOX=false", *settings]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
    return output
