from __future__ import annotations

import pytest

from cuttings.article.web_link import is_web_address
from cuttings.ingest.raw.address import title_from_address


@pytest.mark.parametrize(
    ("text", "is_address"),
    [
        ("https://planet.example/a", True),
        (" http://planet.example ", True),
        ("https://planet.example/a and more", False),
        ("javascript:alert(1)", False),
        ("http://[", False),
        ("https://", False),
        ("", False),
    ],
)
def test_a_web_address_is_distinguished_from_text(text: str, is_address: bool) -> None:
    assert is_web_address(text) is is_address


@pytest.mark.parametrize(
    ("url", "title"),
    [
        ("https://planet.example/2003/10/concorde-flies-home.html", "Concorde flies home"),
        ("https://planet.example/wall_falls/amp", "Wall falls"),
        ("https://planet.example/a/%C3%A9t%C3%A9-en-france/?id=4#top", "Été en france"),
        ("https://planet.example/2003-10-24", ""),
        ("https://planet.example/", ""),
        ("http://[", ""),
    ],
)
def test_a_title_is_made_of_the_words_of_an_address(url: str, title: str) -> None:
    assert title_from_address(url) == title
