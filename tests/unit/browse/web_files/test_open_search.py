"""The OpenSearch description."""

from __future__ import annotations

import pytest
from lxml import etree

from cuttings.browse.web_files.open_search import open_search_description

NAMES = {"o": "http://a9.com/-/spec/opensearch/1.1/"}
ADDRESS = "https://name.github.io/archive"


def text(description: bytes, path: str) -> str | None:
    return etree.fromstring(description).findtext(path, namespaces=NAMES)


def test_it_gives_the_address_of_a_search() -> None:
    description = open_search_description("Cuttings", ADDRESS)
    urls = etree.fromstring(description).findall("o:Url", NAMES)
    assert [(url.get("type"), url.get("template")) for url in urls] == [
        ("text/html", f"{ADDRESS}/search.html?q={{searchTerms}}"),
        ("application/opensearchdescription+xml", f"{ADDRESS}/opensearch.xml"),
    ]
    assert text(description, "o:Image") == f"{ADDRESS}/theme/icon-192.png"


@pytest.mark.parametrize(
    ("name", "short", "long"),
    [
        ("Cuttings", "Cuttings", "Cuttings"),
        ("The Harbour Post Archive", "The Harbour Post", "The Harbour Post Archive"),
        ("A" * 60, "A" * 16, "A" * 48),
        ("R&D <news> \x00", "R&D <news>", "R&D <news>"),
    ],
)
def test_names_are_no_longer_than_allowed(name: str, short: str, long: str) -> None:
    description = open_search_description(name, ADDRESS)
    assert text(description, "o:ShortName") == short
    assert text(description, "o:LongName") == long
