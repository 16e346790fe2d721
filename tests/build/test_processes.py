"""However many processes share a build, it writes the same site and reports the same."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from cuttings.article.article import Article
from cuttings.worker_pool import BATCH

STORIES = BATCH + 5


def _article(number: int) -> Article:
    return Article(
        title=f"Report {number}",
        body=f"Ada Lovelace went to Italy, says report {number}.\n\nShe met person {number % 7}.",
        slug=f"report-{number}",
        added=datetime.date(2024, 1, 1),
        date=datetime.date(2024, 1, 1) + datetime.timedelta(days=number % 50),
        people=("Ada Lovelace", f"Person {number % 7}"),
        countries=("Italy",),
        organizations=(),
        reviewed=True,
    )


@pytest.fixture(scope="module")
def archive(file_articles: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root: Path = tmp_path_factory.mktemp("archive")
    file_articles(root, *map(_article, range(STORIES)))
    (root / "articles" / "2024" / "bad.md").write_text("Date: 2024-01-01\n\nText.\n")
    return root


def _contents(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*.*")}


def test_the_site_is_the_same(archive: Path, run_pelican: Any, tmp_path: Path) -> None:
    """Also where one that was built by two is built again by two, after the archive changed."""
    cache, site = {"CUTTINGS_CACHE": str(tmp_path / "site.cache")}, tmp_path / "site"
    run_pelican(archive, tmp_path / "staging", CUTTINGS_PROCESSES="2", **cache).output.rename(site)
    before = _contents(site)
    (archive / "articles/2024/report-1.md").unlink()
    with (archive / "articles/2024/report-2.md").open("a", encoding="utf-8") as file:
        file.write("\nAda Lovelace went on to Italy.\n")
    shared = run_pelican(archive, tmp_path / "staging", CUTTINGS_PROCESSES="2", **cache)
    alone = run_pelican(archive, tmp_path / "alone", CUTTINGS_PROCESSES="1")
    assert alone.status == shared.status == 3
    assert "bad.md: it has no Title line" in shared.messages
    assert len(_contents(alone.output)) > STORIES
    assert _contents(shared.output) == _contents(alone.output)
    kept = "articles/report-3.html"
    assert (shared.output / kept).samefile(site / kept)
    assert _contents(site) == before
