from __future__ import annotations

import datetime

import pytest

from cuttings.article.article import Certainty
from cuttings.ingest.html.page import Page
from cuttings.ingest.web.page_date import PageDate, page_date
from cuttings.ingest.web.structured_data import StructuredData

TODAY = datetime.date(2024, 6, 1)
MAY = datetime.date(2019, 5, 3)
JANUARY = datetime.date(2024, 1, 1)
TEXT = "<p>The council met on Wednesday to talk about the bridge over the river.</p>"
HEADLINE = "<h1>Bridge talks in the town</h1>"


def dated(body: str, head: str = "", *, day_first: bool = False) -> PageDate:
    page = Page.parse(f"<html><head>{head}</head><body>{body}</body></html>")
    assert page is not None
    data = StructuredData.of(page.root)
    return page_date(page, data, "Bridge talks in the town", latest=TODAY, day_first=day_first)


def published(day: str) -> str:
    return f'<meta property="article:published_time" content="{day}">'


@pytest.mark.parametrize(
    "line",
    [
        "<p>Published 3 May 2019 | Updated 1 January 2024</p>",
        "<p>Updated 1 January 2024 | First published 3 May 2019</p>",
        "<p>Updated <time>1 January 2024</time>, first published <time>3 May 2019</time></p>",
        '<time class="entry-date published" datetime="2019-05-03">May 3, 2019</time>'
        '<time class="updated" datetime="2024-01-01">January 1, 2024</time>',
        "<p><b>Erstellt am:</b> 03.05.2019 <b>Aktualisiert am:</b> 01.01.2024</p>",
        "<p>Publié le 3 mai 2019, mis à jour le 1er janvier 2024</p>",
        "<p>Opublikowano 3 maja 2019, aktualizacja 1 stycznia 2024</p>",
        "<p>Опубликовано: 3 мая 2019. Обновлено: 1 января 2024</p>",
        "<p>2019年5月3日公開 2024年1月1日更新</p>",
        "<p>Jane Doe, 3 May 2019</p>",
        '<p>By Jane Doe <time datetime="2019-05-03T10:00Z">10:00</time></p>',
    ],
)
def test_the_line_below_the_headline_says_when_the_story_was_published(line: str) -> None:
    changed = '<meta property="article:modified_time" content="2024-01-01">'
    assert dated(HEADLINE + line + TEXT, changed) == PageDate(MAY, Certainty.EXACT)


@pytest.mark.parametrize(
    ("body", "head"),
    [
        (HEADLINE + TEXT, '<meta property="article:modified_time" content="2024-01-01">'),
        (HEADLINE + "<p>Updated 1 January 2024</p>" + TEXT, ""),
        (HEADLINE + '<time class="updated" datetime="2024-01-01">new</time>' + TEXT, ""),
    ],
)
def test_the_day_of_a_change_alone_is_inferred(body: str, head: str) -> None:
    assert dated(body, head) == PageDate(JANUARY, Certainty.INFERRED)


def test_an_address_with_a_day_comes_before_a_change() -> None:
    head = (
        '<link rel="canonical" href="https://paper.example/2019/05/03/bridge">'
        '<meta property="article:modified_time" content="2024-01-01">'
    )
    body = f"{HEADLINE}<p>Updated 1 January 2024</p>{TEXT}"
    assert dated(body, head) == PageDate(MAY, Certainty.INFERRED)


def test_a_day_to_come_is_not_believed() -> None:
    future = published("2121-05-10T09:00:00Z")
    unread = PageDate(None, Certainty.UNKNOWN, "2121-05-10T09:00:00Z")
    assert dated(HEADLINE + TEXT, future) == unread
    line = "<p>Published 3 May 2019</p>"
    assert dated(HEADLINE + line + TEXT, future) == PageDate(MAY, Certainty.EXACT)
    assert dated(HEADLINE + TEXT, published("2024-06-01")).date == TODAY
    assert dated(HEADLINE + TEXT, published("2024-06-02")).date is None


def test_sources_that_agree_outweigh_one_that_does_not() -> None:
    line = "<p>Published 3 May 2019</p>"
    found = dated(HEADLINE + line + TEXT, published("2024-01-01"))
    assert found.date == MAY
    agreed = (
        '<script type="application/ld+json">{"@type": "Article", "datePublished": "2024-01-01"}'
    )
    found = dated(HEADLINE + line + TEXT, published("2024-01-01") + agreed + "</script>")
    assert found.date == JANUARY


def test_a_tag_that_does_not_say_of_what_it_is_the_day_gives_way_to_a_line() -> None:
    head = '<meta name="date" content="2024-01-01">'
    assert dated(HEADLINE + "<p>3 May 2019</p>" + TEXT, head).date == MAY
    assert dated(HEADLINE + TEXT, head) == PageDate(JANUARY, Certainty.EXACT)


@pytest.mark.parametrize(
    "body",
    [
        f"{HEADLINE}{TEXT}<aside><p>Published 3 May 2019</p></aside>",
        f"{HEADLINE}<div class='related'><p>3 May 2019</p></div>{TEXT}",
        f"{HEADLINE}<p>The bridge of 3 May 2019 had {'much ' * 20}time.</p>",
        f"{HEADLINE}{TEXT * 20}<p>3 May 2019</p>",
        f"{HEADLINE}<script>3 May 2019</script>{TEXT}",
        f"{HEADLINE}<p>31 February 2019</p>{TEXT}",
    ],
)
def test_days_of_something_else_are_no_evidence(body: str) -> None:
    assert dated(body, published("2024-01-01")) == PageDate(JANUARY, Certainty.EXACT)
    assert dated(body).dated is not Certainty.EXACT


@pytest.mark.parametrize(
    ("line", "day_first", "date"),
    [
        ("3/5/2019", True, MAY),
        ("3/5/2019", False, None),
        ("13/5/2019", False, datetime.date(2019, 5, 13)),
        ("5/13/2019", False, datetime.date(2019, 5, 13)),
        ("3.5.19", False, MAY),
        ("3.5.2019", False, MAY),
        ("31/2/2019", True, None),
    ],
)
def test_days_in_digits(line: str, day_first: bool, date: datetime.date | None) -> None:
    assert dated(f"{HEADLINE}<p>{line}, 10:30</p>{TEXT}", day_first=day_first).date == date


def test_a_day_in_a_page_without_a_headline_or_at_the_start_of_its_text_is_inferred() -> None:
    assert dated(f"<p>3 May 2019, 10:30</p>{TEXT}") == PageDate(MAY, Certainty.INFERRED)
    paragraph = f"<p>3.5.2019 – The council met. {'It talked of the bridge. ' * 8}</p>"
    assert dated(HEADLINE + paragraph) == PageDate(MAY, Certainty.INFERRED)
