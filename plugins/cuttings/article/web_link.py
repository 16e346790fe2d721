"""Web links as sources write them, taken apart and joined without a fault.

A source may write anything for an address: brackets that are not closed, ports of five nines,
characters that mean a slash to some. Python raises an error for some of these in one function and
for others in another, so everything that looks into an address does it here.
"""

from __future__ import annotations

from urllib.parse import SplitResult, urljoin, urlsplit

from cuttings.article.characters import printable

_NO_PARTS = SplitResult("", "", "", "", "")


def split_link(address: str) -> SplitResult:
    """Return the parts of an address; all are empty if it cannot be taken apart.

    The port is whatever stands there; ``port`` of the parts may raise an error.
    """
    if printable(address) != address:
        return _NO_PARTS
    try:
        return urlsplit(address)
    except ValueError:
        return _NO_PARTS


def join_link(base: str, link: str) -> str:
    """Return what a link in a page means, or "" if that is unclear.

    Args:
        base: Address of the page; "" if it is unknown.
        link: The link as it stands there.
    """
    try:
        joined = urljoin(base, link)
    except ValueError:
        return ""
    return joined if split_link(joined) != _NO_PARTS else ""


def host_of(address: str) -> str:
    """Return the name of the host in an address, in small letters, or "" if it has none."""
    return split_link(address).hostname or ""


def is_web_address(text: str) -> bool:
    """Whether ``text`` is the address of a web page and nothing else."""
    if len(text.split()) != 1:
        return False
    parts = split_link(text.strip())
    return parts.scheme in {"http", "https"} and bool(parts.hostname)
