from __future__ import annotations

import datetime

import pytest
from lxml import etree

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
            "",
            '<span itemprop="datePublished" content="2020-03-03">today</span>',
            MARCH,
            Certainty.EXACT,
        ),
        ("", '<time pubdate datetime="2020-03-03">today</time>', MARCH, Certainty.EXACT),
        ("", '<p class="entry-date">March 3, 2020</p>', MARCH, Certainty.EXACT),
        (
            '<meta name="dc.date" content="1599-12-31"><meta name="pubdate" content="2020-03-03">',
            "",
            MARCH,
            Certainty.EXACT,
        ),
        (
            '<meta name="dc.date" content="1600-01-01">',
            "",
            datetime.date(1600, 1, 1),
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


def structured(article: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", {article}}}</script>'


def test_the_date_of_structured_data_comes_before_that_of_meta_tags() -> None:
    found = metadata(
        '<meta property="article:published_time" content="2024-01-01">'
        + structured('"datePublished": "2020-03-03"')
    )
    assert found.date == MARCH


def test_one_statement_gives_way_to_the_address_and_two_do_not() -> None:
    address = '<link rel="canonical" href="https://example.org/2024/01/01/a">'
    body = '<p class="entry-date">March 3, 2020</p>'
    found = metadata(address, body)
    assert (found.date, found.dated) == (datetime.date(2024, 1, 1), Certainty.INFERRED)
    found = metadata(address + structured('"datePublished": "2020-03-03"'), body)
    assert (found.date, found.dated) == (MARCH, Certainty.EXACT)


def test_the_page_is_as_before_when_its_date_was_looked_for() -> None:
    page = Page.parse('<link rel="canonical" href="https://example.org/a"><p>Text.</p>')
    assert page is not None
    before = etree.tostring(page.root)
    page_metadata(page)
    assert etree.tostring(page.root) == before


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


@pytest.mark.parametrize(
    ("head", "publication"),
    [
        (structured('"publisher": {"name": "The Daily Planet"}'), "The Daily Planet"),
        (
            '<meta property="og:site_name" content="The Planet">'
            + structured('"publisher": {"name": "Planet Media"}'),
            "The Planet",
        ),
        ('<meta name="application-name" content="The Daily Planet">', "The Daily Planet"),
        ('<meta name="publisher" content="The Daily Planet">', "The Daily Planet"),
        (
            '<meta property="og:site_name" content="@planet">'
            '<meta name="publisher" content="http://planet.example">'
            '<meta name="dcterms.publisher" content="The Daily Planet">',
            "The Daily Planet",
        ),
        ("", ""),
    ],
)
def test_the_first_publication_that_is_a_name(head: str, publication: str) -> None:
    assert metadata(head).publication == publication


@pytest.mark.parametrize(
    ("site", "head"),
    [
        ("Planet", '<meta name="application-name" content="Planet">'),
        ("Planet", structured('"publisher": {"name": "Planet"}')),
        ("Planet", structured('"isPartOf": {"name": "Planet"}')),
        ("Planet", '<link rel="canonical" href="https://www.planet.example/a">'),
        ("planet.example", '<link rel="canonical" href="https://www.planet.example/a">'),
    ],
)
def test_a_name_of_the_site_is_not_part_of_the_title(site: str, head: str) -> None:
    assert metadata(f"<title>Both piers closed | {site}</title>{head}").title == "Both piers closed"


@pytest.mark.parametrize(
    ("head", "attributes", "language"),
    [
        ("", 'xml:lang="pt-br"', "pt-BR"),
        (structured('"inLanguage": "DE"'), "", "de"),
        ('<meta name="language" content="fr">', "", "fr"),
        ('<meta property="og:locale" content="zh_Hant_tw">', "", "zh-Hant-TW"),
        ('<meta http-equiv="Content-Language" content=" es ">', "", "es"),
        ('<meta name="language" content="fr">', 'lang="French"', "fr"),
        ('<meta name="language" content="fr">', 'lang="nl"', "nl"),
        ("", 'lang="_"', ""),
    ],
)
def test_the_first_language_that_is_a_tag(head: str, attributes: str, language: str) -> None:
    assert metadata(head, attributes=attributes).language == language


def test_the_summary_of_structured_data_comes_before_that_of_meta_tags() -> None:
    described = '<meta property="og:description" content="Read more."> '
    assert metadata(described).summary == "Read more."
    assert metadata(described + structured('"description": "Cracks."')).summary == "Cracks."


def test_a_summary_in_html_is_plain_text() -> None:
    written = "&lt;p&gt;Cracks in &lt;b&gt;two&lt;/b&gt; dams.&lt;/p&gt;"
    assert metadata(f'<meta name="description" content="{written}">').summary == (
        "Cracks in two dams."
    )
    assert metadata('<meta name="description" content="1 &lt; 2">').summary == "1 < 2"


def test_an_agency_is_also_found_behind_other_authors() -> None:
    found = metadata(structured('"author": [{"name": "Jane Doe"}, {"name": "Reuters"}]'))
    assert (found.author, found.agency) == ("Jane Doe", "Reuters")
    assert metadata('<meta name="byl" content="By Jane Doe">').agency == ""
