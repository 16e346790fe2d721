from __future__ import annotations

import pytest

from cuttings.article.web_link import host_of, join_link, split_link

BROKEN = [
    "//[x",
    "http://[::1",
    "http://a]b/",
    "http://℀.example/",
    "http://a\x00b/",
    "http://\ud800/",
]


def test_an_address_is_taken_apart() -> None:
    parts = split_link("https://A.example:81/b?c=d#e")
    assert (parts.scheme, parts.hostname, parts.path) == ("https", "a.example", "/b")
    assert host_of("https://A.example:81/b") == "a.example"


@pytest.mark.parametrize("address", BROKEN)
def test_what_cannot_be_taken_apart_has_no_parts(address: str) -> None:
    assert not any(split_link(address))
    assert host_of(address) == ""


def test_a_link_is_joined_to_its_page() -> None:
    assert join_link("https://a.example/b/c", "../d?e") == "https://a.example/d?e"
    assert join_link("", "https://a.example/") == "https://a.example/"
    assert join_link("", "b.html") == "b.html"


@pytest.mark.parametrize("address", BROKEN)
def test_what_cannot_be_joined_leads_nowhere(address: str) -> None:
    assert join_link("https://a.example/", address) == ""
    assert join_link(address, "https://a.example/") in {"", "https://a.example/"}


def test_a_port_that_is_none_does_no_harm() -> None:
    assert host_of("http://a.example:99999/b") == "a.example"
    assert host_of("http://a.example:b/c") == "a.example"
