"""Markdown articles from the newswire corpus Reuters-21578, tagged by its own indexers.

The corpus lies beside the repository (``shared/corpora/reuters-21578``), for
research; nothing of it is kept here.
"""

from __future__ import annotations

import datetime
import gzip
import itertools
import json
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from cuttings.article.article import Article, Certainty
from cuttings.article.article_file import render_article
from cuttings.article.characters import one_line
from cuttings.article.content_folder import ContentFolder
from cuttings.article.identity import distinct_slug, make_slug, payload_digest
from cuttings.article.markup import escape_markdown
from cuttings.entities.countries.country_names import country_names

ROOT = Path(__file__).resolve().parent.parent

_PARAGRAPH = re.compile(r"\n(?= {2,})")
_DAY = "%d-%b-%Y"
_UNTAGGED: Any = {"people": None, "countries": None, "organizations": None, "reviewed": False}


def newswire_corpus() -> Path:
    """Return the corpus's file, in the folder that ``CUTTINGS_SHARED`` names or beside ours.

    Raises:
        SystemExit: If it is not there; says so.
    """
    shared = Path(os.environ.get("CUTTINGS_SHARED", ROOT.parent / "shared"))
    corpus = shared / "corpora" / "reuters-21578" / "articles.jsonl.gz"
    if not corpus.is_file():
        raise SystemExit(f"{corpus} is missing; name its folder in CUTTINGS_SHARED")
    return corpus


def write_archive(corpus: Path, folder: ContentFolder, stories: int, *, tagged: bool = True) -> int:
    """File the first ``stories`` stories of ``corpus`` (``articles.jsonl.gz``).

    Args:
        corpus: The corpus's file.
        folder: Where to file them.
        stories: How many.
        tagged: Whether they get the tags of the corpus's indexers.

    Returns:
        How many were filed: fewer if the corpus is shorter.
    """
    count = 0
    for article in itertools.islice(reuters_articles(corpus), stories):
        write_article(article if tagged else replace(article, **_UNTAGGED), folder)
        count += 1
    return count


def write_article(article: Article, folder: ContentFolder) -> None:
    """File an article that is not in the archive yet."""
    path = folder.article_path(article)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(render_article(article), encoding="utf-8")


def reuters_articles(corpus: Path) -> Iterator[Article]:
    """Yield the stories in the corpus's order; two of one headline get distinct slugs."""
    slugs: set[str] = set()
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            slug = make_slug(record["title"], str(record["id"]))
            if slug in slugs:
                slug = distinct_slug(slug, payload_digest(line.encode()))
            slugs.add(slug)
            yield _article(record, slug)


def _article(record: dict[str, Any], slug: str) -> Article:
    date = datetime.datetime.strptime(record["date"].split()[0], _DAY).date()
    return Article(
        title=one_line(record["title"]),
        body=_body(f"{record['dateline']} {record['body']}"),
        slug=slug,
        added=date,
        date=date,
        dated=Certainty.EXACT,
        source="Reuters",
        language="en",
        people=_distinct(_person(name) for name in record["people"]),
        countries=_distinct(filter(None, map(_country, record["places"]))),
        organizations=(),
        reviewed=True,
    )


def _body(text: str) -> str:
    paragraphs = (" ".join(part.split()) for part in _PARAGRAPH.split(text))
    return "\n\n".join(escape_markdown(paragraph) for paragraph in paragraphs if paragraph)


def _person(name: str) -> str:
    return name.replace("-", " ").title()


def _country(place: str) -> str | None:
    """Return the heading of a place as the corpus writes it ("west-germany"), if it has one."""
    name = place.replace("-", " ")
    names = country_names()
    return names.heading(name.title()) or names.heading(name.upper())


def _distinct(values: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
