from __future__ import annotations

import pytest

from cuttings.errors import FetchError
from cuttings.ingest.fetching.web_address import WebAddress


@pytest.mark.parametrize(
    ("written", "url", "host", "port", "authority"),
    [
        ("https://A.example", "https://a.example/", "a.example", 443, "a.example"),
        ("http://a.example:8080/b?c=d#e", "http://a.example:8080/b?c=d", "a.example", 8080, None),
        ("http://[::1]/b", "http://[::1]/b", "::1", 80, "[::1]"),
        (
            "https://planète.example/ä b",
            "https://xn--plante-6ua.example/%C3%A4%20b",
            None,
            443,
            None,
        ),
        (" https://a.example/b%20c ", "https://a.example/b%20c", "a.example", 443, "a.example"),
    ],
)
def test_an_address_is_read_as_it_is_asked_for(
    written: str, url: str, host: str | None, port: int, authority: str | None
) -> None:
    address = WebAddress.parse(written)
    assert (address.url, address.port) == (url, port)
    assert host is None or address.host == host
    assert authority is None or address.authority == authority
    assert address.url == address.origin + address.target
    assert WebAddress.parse(address.url) == address


@pytest.mark.parametrize(
    "written",
    ["", "a.example/b", "ftp://a.example/", "file:///a", "https:///b", "http://a.example:x/"],
)
def test_what_is_not_a_web_address_is_reported(written: str) -> None:
    with pytest.raises(FetchError, match="not a web address"):
        WebAddress.parse(written)


def test_a_password_is_not_sent() -> None:
    with pytest.raises(FetchError, match="password"):
        WebAddress.parse("https://me:secret@a.example/")
