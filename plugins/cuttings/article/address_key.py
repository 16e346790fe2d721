"""What makes two web addresses one: the page behind them, whatever way leads to it."""

from __future__ import annotations

import re
from urllib.parse import SplitResult

from cuttings.article.web_link import is_web_address, split_link

_VARIANT_LABELS = frozenset({"www", "www2", "m", "mobile", "amp", "wap"})
_VARIANT_PATH = re.compile(r"^/amp(?=/)|/amp(?=/?$)|[./]amp(?=\.html?$)|\.amp$", re.I)
_VARIANT_QUERY = re.compile(r"(?:^|&)(?:amp(?:=[^&]*)?|outputType=amp)(?=&|$)", re.I)
_CACHE_HOST = re.compile(r"\.cdn\.ampproject\.org$|^(?:www\.)?google\.[a-z.]+$")
_CACHED = re.compile(r"^/(?:amp|[acvi])/(?:s/)?(?P<host>[^/]+)/(?P<path>.*)$")
_MOST_CACHES = 5
"""How many caches may hold one another in an address; nobody uses one with more."""

_INDEX = re.compile(r"/index\.(?:html?|php)$", re.I)


def address_key(url: str) -> str:
    """Return what the addresses of one page have in common; "" if ``url`` is not a page's address.

    A front page does not count: it is not a story, but some sources give it as the address of each.

    Scheme, a ``www`` before the host, slashes at the end, tracking parameters, the fragment, and
    what leads to a mobile or AMP variant do not count; of an address in an AMP cache the one it
    holds does.
    """
    parts = _uncached(url.strip())
    if parts is None:
        return ""
    from courlan import normalize_url  # slow to load, and many archives have no addresses

    parts = parts._replace(query=_VARIANT_QUERY.sub("", parts.query).lstrip("&"), fragment="")
    normal = split_link(normalize_url(parts))
    if not normal.netloc:
        return ""
    path = _INDEX.sub("", _VARIANT_PATH.sub("", normal.path)).rstrip("/")
    query = normal.query or _unnamed(parts.query)
    return f"{_host(normal)}{path}?{query}".rstrip("?") if path or query else ""


def _uncached(url: str) -> SplitResult | None:
    """Return the parts of a page's address, of one in a cache those of what it holds; or None."""
    for _ in range(_MOST_CACHES):
        if not is_web_address(url):
            return None
        parts = split_link(url)
        cached = _CACHED.match(parts.path)
        if not (cached and "." in cached["host"] and _CACHE_HOST.search(parts.hostname or "")):
            return parts
        query = f"?{parts.query}" if parts.query else ""
        url = f"https://{cached['host']}/{cached['path']}{query}"
    return None


def _host(parts: SplitResult) -> str:
    """Return host and port without the labels of variants: the last two labels always stay."""
    labels = parts.netloc.rpartition("@")[2].split(".")
    return ".".join([*(one for one in labels[:-2] if one not in _VARIANT_LABELS), *labels[-2:]])


def _unnamed(query: str) -> str:
    """Return a query that is a value alone (``story?1234``), which has no names to look at."""
    return "" if "=" in query else query
