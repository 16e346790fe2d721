"""What crawlers read: the sitemap (sitemaps.org, protocol 0.9) and ``robots.txt`` (RFC 9309)."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from urllib.parse import quote

from lxml import etree

PATH = "sitemap.xml"
"""The file's path from the site's root."""

LIMIT = 50_000
"""Most addresses that one sitemap may hold, by the protocol."""

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def absolute_url(site_url: str, path: str) -> str:
    """Return the address of ``path`` (from the site's root) below ``site_url``."""
    return f"{site_url.rstrip('/')}/{quote(path)}"


def sitemap_files(
    site_url: str,
    paths: Iterable[str],
    changed: Mapping[str, datetime.date],
    limit: int = LIMIT,
) -> dict[str, bytes]:
    """Write the sitemap, and further files below it if there are too many pages for one.

    Args:
        site_url: Absolute address of the site's root.
        paths: Every page's path from the root.
        changed: The day a page came in, where one is known; others state none.
        limit: Most addresses in one file.

    Returns:
        Each file's content by its path from the site's root.
    """
    ordered = sorted(paths)
    chunks = [ordered[start : start + limit] for start in range(0, max(len(ordered), 1), limit)]
    if len(chunks) == 1:
        return {PATH: _url_set(site_url, chunks[0], changed)}
    names = [f"sitemap-{number}.xml" for number in range(1, len(chunks) + 1)]
    index = etree.Element("sitemapindex", xmlns=_NAMESPACE)
    for name in names:
        entry = etree.SubElement(index, "sitemap")
        etree.SubElement(entry, "loc").text = absolute_url(site_url, name)
    files = {PATH: _serialize(index)}
    for name, chunk in zip(names, chunks, strict=True):
        files[name] = _url_set(site_url, chunk, changed)
    return files


def robots_text(site_url: str) -> str:
    """Write ``robots.txt``, which allows everything and names the sitemap if the site has one."""
    text = "User-agent: *\nAllow: /\n"
    return f"{text}\nSitemap: {absolute_url(site_url, PATH)}\n" if site_url else text


def _url_set(site_url: str, paths: Iterable[str], changed: Mapping[str, datetime.date]) -> bytes:
    root = etree.Element("urlset", xmlns=_NAMESPACE)
    for path in paths:
        entry = etree.SubElement(root, "url")
        etree.SubElement(entry, "loc").text = absolute_url(site_url, path)
        if path in changed:
            day = changed[path].isoformat()
            etree.SubElement(entry, "lastmod").text = day
    return _serialize(root)


def _serialize(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)
