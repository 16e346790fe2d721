"""What crawlers may read (RFC 9309): everything."""

from __future__ import annotations

from cuttings.browse.web_files.sitemap import PATH, absolute_url


def robots_text(site_url: str) -> str:
    """Write ``robots.txt``; names the sitemap if ``site_url`` is known."""
    text = "User-agent: *\nAllow: /\n"
    return f"{text}\nSitemap: {absolute_url(site_url, PATH)}\n" if site_url else text
