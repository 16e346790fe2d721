"""An article's file: what is read, what is refused, and how it is written."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from cuttings.article.article import Article, Certainty
from cuttings.article.article_file import (
    parse_article,
    read_article,
    render_article,
)
from cuttings.article.content_folder import ContentFolder
from cuttings.errors import FrontMatterError

PATH = Path("content/articles/2020/story.md")


def test_an_undated_article_carries_the_day_it_came_in() -> None:
    article = Article(title="A", body="", slug="a", added=datetime.date(2026, 1, 2))
    text = render_article(article)
    assert "Date: 2026-01-02\n" in text
    assert "Dated: unknown\n" in text
    assert parse_article(text, Path("a.md")).date is None


def test_an_instant_keeps_its_time_zone() -> None:
    article = parse_article(
        "Title: A\nDate: 2015-07-24T05:36:09+01:00\nAdded: 2026-01-01\n\n", PATH
    )
    assert article.date == datetime.datetime.fromisoformat("2015-07-24T05:36:09+01:00")
    assert article.filing_date == datetime.date(2015, 7, 24)


def test_lines_never_tagged_differ_from_lines_with_no_tag() -> None:
    article = parse_article("Title: A\nDate: 2020-01-01\nPeople:\n\n", PATH)
    assert article.people == ()
    assert article.countries is None


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("a-plain-slug.md", "a-plain-slug"),
        ("My story #1?.md", "my-story-1"),
        ("日本.md", "ri-ben"),
        ("na\udcefve.md", "nave"),
        ("x" * 200 + ".md", "x" * 200),
        ("x" * 251 + ".md", "x" * 71 + "-90d738c3"),
        ("é" * 126 + ".md", "e" * 80),
        ("..md", "cdb4ee2aea69cc6a83331bbe96dc2caa9a299d21329efb0336fc02a82e1839a8"),
    ],
)
def test_a_slug_is_fit_for_an_address_whatever_the_file_is_called(name: str, slug: str) -> None:
    article = parse_article("Title: A\nDate: 2020-01-01\n\nText", Path(name))
    assert article.slug == slug


def test_a_slug_in_the_front_matter_cannot_lead_out_of_its_folder() -> None:
    article = parse_article("Title: A\nDate: 2020-01-01\nSlug: ../../etc/passwd\n\nText", PATH)
    assert article.slug == "etc-passwd"


def test_unknown_fields_are_kept() -> None:
    article = parse_article("Title: A\nDate: 2020-01-01\nDesk: Foreign\n\nText", PATH)
    assert article.extra == (("Desk", "Foreign"),)
    assert "Desk: Foreign\n" in render_article(article)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Date: 2020-01-01\n\nText", "no Title line"),
        ("Title: A\n\nText", "neither a Date nor an Added line"),
        ("Title: A\nDate: soon\n\nText", "'Date: soon' is not a date"),
        ("Title: A\nDate: 2020-01-01\nDated: maybe\n\n", "'Dated: maybe' is not a certainty"),
    ],
)
def test_what_cannot_be_understood_is_one_clear_line(text: str, message: str) -> None:
    with pytest.raises(FrontMatterError) as caught:
        parse_article(text, PATH)
    line = str(caught.value)
    assert line.startswith(f"{PATH}: ")
    assert message in line
    assert "\n" not in line


def test_a_file_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"Title: caf\xe9\n\n")
    with pytest.raises(FrontMatterError, match="not UTF-8"):
        read_article(path)


def test_an_article_is_filed_under_its_year() -> None:
    folder = ContentFolder(Path("content"))
    dated = parse_article("Title: A\nDate: 1945-05-08\nAdded: 2026-01-01\n\n", Path("ve-day.md"))
    assert folder.article_path(dated) == Path("content/articles/1945/ve-day.md")
    assert dated.dated is Certainty.EXACT
