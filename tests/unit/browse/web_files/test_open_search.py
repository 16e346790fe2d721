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
        ("The Harbour Mail", "The Harbour Mail", "The Harbour Mail"),
        ("The Harbour Mails", "The Harbour", "The Harbour Mails"),
        (f"{'A' * 15}  {'B' * 40}", "A" * 15, "A" * 15),
        ("R&D <news> \x00", "R&D <news>", "R&D <news>"),
    ],
)
def test_names_are_no_longer_than_allowed(name: str, short: str, long: str) -> None:
    description = open_search_description(name, ADDRESS)
    assert text(description, "o:ShortName") == short
    assert text(description, "o:LongName") == long


def test_it_describes_the_search_and_its_picture() -> None:
    description = open_search_description(" Cuttings ", ADDRESS)
    assert text(description, "o:Description") == "Search Cuttings"
    assert text(description, "o:InputEncoding") == "UTF-8"
    root = etree.fromstring(description)
    assert [dict(image.attrib) for image in root.findall("o:Image", NAMES)] == [
        {"width": "192", "height": "192", "type": "image/png"}
    ]
    assert [url.get("rel") for url in root.findall("o:Url", NAMES)] == [None, "self"]
    assert description.startswith(b"<?xml version='1.0' encoding='utf-8'?>")
