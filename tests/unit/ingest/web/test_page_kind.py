from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from cuttings.errors import UnreadableSourceError
from cuttings.ingest.raw.draft import Draft
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.web.page_kind import kind_if_not_article, saved_story

MakeSource = Callable[..., SourceFile]

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
def test_the_address_shows_what_is_not_an_article(path: str, kind: str) -> None:
    assert kind_if_not_article(_draft(path)) == kind


def test_a_dated_page_is_an_article_wherever_it_stands() -> None:
    assert kind_if_not_article(_draft("/archive/ring", "Short.", datetime.date(2020, 1, 2))) == ""


def test_hardly_any_text_is_not_an_article() -> None:
    assert kind_if_not_article(_draft("/ring", "Short.")) == "a page with hardly any text"


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
    assert kind_if_not_article(_draft("/town", body)) == kind
    assert kind_if_not_article(_draft("/town", body, datetime.date(2020, 1, 2))) == ""


DAY = datetime.date(2020, 1, 2)
TEASERS = f"## {LINK}\n\n{LONG}\n\n" * 3


@pytest.mark.parametrize(
    ("url", "body", "date", "kind"),
    [
        ("https://planet.example/", LONG, None, "a front page"),
        ("https://planet.example/", TEASERS, DAY, "a front page"),
        ("https://planet.example/login", LONG, None, "a page to log in or sign up"),
        ("https://planet.example/tag/gold", LONG, None, "a list of stories"),
        ("https://planet.example/?s=gold", LONG, None, "a list of stories"),
        ("https://planet.example/town", TEASERS, None, "a list of stories"),
        ("", TEASERS, None, "a list of stories"),
    ],
)
def test_a_saved_page_that_is_not_an_article_is_refused(
    make_source: MakeSource, url: str, body: str, date: datetime.date | None, kind: str
) -> None:
    draft = Draft(source=Path("a"), original="d", title="T", body=body, url=url, date=date)
    with pytest.raises(UnreadableSourceError) as refused:
        saved_story(make_source("x", "a.html"), draft)
    assert str(refused.value).endswith(
        f"a.html: it is {kind}; save the story's own page, or put its text into a .txt file"
    )


@pytest.mark.parametrize(
    ("url", "body", "date"),
    [
        ("", "Short.", None),
        ("", LONG, None),
        ("https://planet.example/ring", "Short.", None),
        ("https://planet.example/", LONG, DAY),
        ("https://planet.example/ring", TEASERS, DAY),
        ("", f"{LINK}\n\nThe ring was found, and no one knows by whom.", None),
        ("https://planet.example/ring?utm_source=x", f"## {LINK}\n\n{LONG}", None),
    ],
    ids=["short", "no address", "short there", "front address", "dated", "picture", "headline"],
)
def test_a_story_that_a_person_saved_is_kept(
    make_source: MakeSource, url: str, body: str, date: datetime.date | None
) -> None:
    draft = Draft(source=Path("a"), original="d", title="T", body=body, url=url, date=date)
    assert saved_story(make_source("x", "a.html"), draft) is draft
