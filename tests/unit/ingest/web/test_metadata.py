from __future__ import annotations

import datetime

import pytest

from cuttings.article.article import Certainty
from cuttings.ingest.html.page import Page
from cuttings.ingest.web.metadata import Metadata, page_metadata

MARCH = datetime.date(2020, 3, 3)


def metadata(head: str, body: str = "", attributes: str = "") -> Metadata:
    page = Page.parse(f"<html {attributes}><head>{head}</head><body>{body}</body></html>")
    assert page is not None
    return page_metadata(page)


@pytest.mark.parametrize(
    ("head", "body", "date", "dated"),
    [
        (
            '<meta property="article:published_time" content="2020-03-03T08:00Z">',
            "",
            MARCH,
            Certainty.EXACT,
        ),
        ('<meta name="parsely-pub-date" content="2020-03-03T08:00Z">', "", MARCH, Certainty.EXACT),
        (
            "",
            '<time itemprop="datePublished" datetime="2020-03-03">today</time>',
            MARCH,
            Certainty.EXACT,
        ),
        (
            '<link rel="canonical" href="https://example.org/2020/03/03/a">',
            "",
            MARCH,
            Certainty.INFERRED,
        ),
        ('<meta property="article:published_time" content="soon">', "", None, Certainty.UNKNOWN),
        ("", "<p>In 2020 the wall was old.</p>", None, Certainty.UNKNOWN),
    ],
)
def test_dates(head: str, body: str, date: datetime.date | None, dated: Certainty) -> None:
    found = metadata(head, body)
    assert (found.date, found.dated) == (date, dated)


def test_the_original_date_comes_before_that_of_a_change() -> None:
    found = metadata(
        '<meta property="article:modified_time" content="2024-01-01">'
        '<meta property="article:published_time" content="2020-03-03">'
    )
    assert found.date == MARCH


def test_publication_language_and_summary() -> None:
    found = metadata(
        '<meta property="og:site_name" content="The Daily Planet">'
        '<meta property="article:publisher" content="https://social.example/planet">'
        '<meta name="description" content="What happened.">',
        attributes='lang="en_us"',
    )
    assert found.publication == "The Daily Planet"
    assert found.language == "en-US"
    assert found.summary == "What happened."


def test_the_host_stands_for_a_publication_without_a_name() -> None:
    found = metadata('<link rel="canonical" href="https://www.example.org/a">')
    assert found.publication == "example.org"


def test_an_agency_as_author_is_the_agency() -> None:
    found = metadata('<meta name="author" content="Associated Press">')
    assert (found.author, found.agency) == ("", "Associated Press")
