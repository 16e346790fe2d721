"""Any text for an address: its parts, or the one error that says why it is none."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from cuttings.errors import FetchError
from cuttings.ingest.fetching.web_address import WebAddress

_PIECES = st.text("ab:/?#[]@%.-1 \\\téß。\u200b\ud800", max_size=12) | st.text(max_size=6)


@given(st.sampled_from(["http://", "https://", "http:", "", "HTTPS://"]), _PIECES, _PIECES)
@example("http://", "a" * 70 + ".example", "")
@example("http://", "a..b", "")
@example("http://", "a.example:99999", "/")
def test_any_text_is_an_address_or_told(scheme: str, host: str, path: str) -> None:
    try:
        address = WebAddress.parse(scheme + host + path)
    except FetchError:
        return
    assert address.url.isascii()
    assert address.host
    assert 0 < address.port < 65536
    assert address.target.startswith("/")
    assert WebAddress.parse(address.url).url == address.url
