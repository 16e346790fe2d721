from __future__ import annotations

import datetime
from collections.abc import Callable

from cuttings.browse.pages.archive_summary import ArchiveSummary, summarize_archive
from cuttings.entities.tagged_article import TaggedArticle

MakeStory = Callable[..., TaggedArticle]


def test_counts_what_has_a_page(story: MakeStory) -> None:
    summary = summarize_archive(
        [
            story("a", "2024-01-02", ["p:Ada", "c:Italy"], source="CNN", added="2024-02-01"),
            story("b", "1999-01-01", ["p:Ada", "o:UNESCO"], source="cnn", added="2024-02-03"),
            story("c", None, added="2024-02-02"),
        ]
    )
    assert summary == ArchiveSummary(
        articles=3,
        people=1,
        countries=1,
        organizations=1,
        sources=1,
        last_added=datetime.date(2024, 2, 3),
        first_date=datetime.date(1999, 1, 1),
        last_date=datetime.date(2024, 1, 2),
    )


def test_an_empty_archive_has_no_dates() -> None:
    summary = summarize_archive([])
    assert (summary.articles, summary.last_added, summary.first_date) == (0, None, None)
