from __future__ import annotations

import pytest

from cuttings.ingest.html.page import Page
from cuttings.ingest.web.page_publication import publication, site_names, stated_publication
from cuttings.ingest.web.structured_data import StructuredData


def published_by(host: str, head: str = "", footer: str = "") -> str:
    page, data = _page(host, head, footer)
    return publication(page, data)


def _page(host: str, head: str, footer: str = "") -> tuple[Page, StructuredData]:
    page = Page.parse(
        f'<html><head><link rel="canonical" href="https://{host}/a">{head}</head>'
        f"<body><p>Text.</p><footer>{footer}</footer></body></html>"
    )
    assert page is not None
    return page, StructuredData.of(page.root)


def named(name: str) -> str:
    return f'<meta property="og:site_name" content="{name}">'


def publisher(name: str) -> str:
    return (
        '<script type="application/ld+json">'
        f'{{"@type": "Article", "publisher": {{"name": "{name}"}}}}</script>'
    )


@pytest.mark.parametrize(
    ("host", "head", "footer", "expected"),
    [
        ("www.planet.example", named("The Daily Planet"), "", "The Daily Planet"),
        ("www.planet.example", "", "", "planet.example"),
        ("dailyplanet.example", named("Daily Planet | News"), "", "Daily Planet"),
        ("planet.example", named("For Good | PLANET.EXAMPLE"), "", "PLANET.EXAMPLE"),
        ("a.example", named("Daily Planet | All the news of the city"), "", "Daily Planet"),
        ("a.example", named("Daily Planet - Sunday"), "", "Daily Planet - Sunday"),
        ("planet.example", named("@planet"), "", "planet.example"),
        ("planet.example", publisher("Planet Press"), "", "Planet Press"),
        (
            "dailyplanet.example",
            named("dailyplanet") + publisher("Daily Planet"),
            "",
            "Daily Planet",
        ),
        ("dailyplanet.example", named("dailyplanet") + publisher("Blogger"), "", "dailyplanet"),
        ("planetlive.example", named("planetlive") + publisher("The Planet"), "", "The Planet"),
        ("dp.example", named("dp") + publisher("Daily Planet"), "", "Daily Planet"),
        ("planet.example", named("Planet"), "© 2019 Other Media", "Planet"),
        ("planet.example", "<title>Wall falls - Planet</title>", "© 2019 Other", "Planet"),
        ("planet.example", "<title>Wall falls - Gazette</title>", "", "planet.example"),
        (
            "hosted.planet.example",
            "<title>Wall falls | Hosted</title>" + named("Hosted"),
            "©2019 The Daily Planet. All rights reserved.",
            "The Daily Planet",
        ),
        ("dailyplanet.example", "", "© 2019 The Daily Planet Company", "The Daily Planet"),
        ("x.example", "", "Copyright (c) 2001-2019 by Daily Planet, Inc.", "Daily Planet"),
        ("x.example", "", "Copyright © Daily Planet 2019", "Daily Planet"),
        ("x.example", "", "© 2019 All rights reserved", "x.example"),
        ("x.example", "", "Photo © Jane Doe", "x.example"),
        ("news.planet.co.uk", named("planet") + publisher("Planet"), "", "Planet"),
    ],
)
def test_the_name_is_the_one_that_the_page_gives(
    host: str, head: str, footer: str, expected: str
) -> None:
    assert published_by(host, head, footer) == expected


def test_a_notice_beside_a_picture_names_no_publication() -> None:
    page, data = _page("x.example", "")
    page.root.find("body").insert(0, page.root.makeelement("p"))
    page.root.find("body")[0].text = "© 2019 Jane Doe"
    assert publication(page, data) == "x.example"


def test_what_metadata_states_is_known_apart() -> None:
    page, data = _page("x.example", "", "© 2019 Jane Doe")
    assert (publication(page, data), stated_publication(page, data)) == ("Jane Doe", "x.example")


def test_the_names_that_a_title_may_have() -> None:
    page, data = _page("www.planet.example", named("The Planet") + publisher("Planet Press"))
    assert site_names(page, data) == ["The Planet", "Planet Press", "planet.example", "planet"]
