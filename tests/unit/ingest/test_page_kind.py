from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from cuttings.ingest.draft import Draft
from cuttings.ingest.page_kind import kind_of_no_article

LONG = "The ring was lost for an age. " * 20


def _draft(path: str, body: str = LONG, date: datetime.date | None = None) -> Draft:
    url = f"https://planet.example{path}"
    return Draft(source=Path("a"), original="d", title="T", body=body, url=url, date=date)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "a front page"),
        ("", "a front page"),
        ("/tag/gold", "a list of stories"),
        ("/en/category/politics/page/2", "a list of stories"),
        ("/?s=gold", "a list of stories"),
        ("/index.php?id=4812", ""),
        ("/find?query=gold", "a list of stories"),
        ("/account/login", "a page to log in or sign up"),
        ("/ring-found", ""),
        ("/sections/town/ring-found-after-an-age", ""),
        ("/archive/1999/the-ring-was-found.html", ""),
        ("/tagebuch/ring", ""),
        ("/category-theory-explained", ""),
    ],
)
def test_the_address_tells_what_is_no_article(path: str, kind: str) -> None:
    assert kind_of_no_article(_draft(path)) == kind


def test_a_dated_page_is_an_article_wherever_it_stands() -> None:
    assert kind_of_no_article(_draft("/archive/ring", "Short.", datetime.date(2020, 1, 2))) == ""


def test_hardly_any_text_is_no_article() -> None:
    assert kind_of_no_article(_draft("/ring", "Short.")) == "a page with hardly any text"


LINK = "[The ring was found](https://planet.example/ring)"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (f"## {LINK}\n\n{LONG}", "a list of stories"),
        (f"-   {LINK}\n" * 9 + LONG[:200], "a list of stories"),
        (f"## The ring\n\n{LINK} {LONG}", ""),
        (f"{LONG}\n\n## See {LINK}", ""),
    ],
)
def test_the_links_of_a_list_tell_it(body: str, kind: str) -> None:
    assert kind_of_no_article(_draft("/ring", body)) == kind
    assert kind_of_no_article(_draft("/ring", body, datetime.date(2020, 1, 2))) == ""
