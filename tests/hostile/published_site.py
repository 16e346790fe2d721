"""What may stand in a built site: a closed list of files, none with what is private or runs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree
from lxml import html as lxml_html
from tests.script_value import script_value

_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_HASH = r"[a-z2-7]{10}"
_PATHS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?:index|search|clippings|about|404|offline)\.html",
        r"robots\.txt|service-worker\.js|manifest\.webmanifest|opensearch\.xml|sitemap(?:-\d+)?\.xml",
        r"data/articles\.jsonl",
        r"feeds/all\.atom\.xml",
        r"offline/(?:version\.json|files-[\w-]{8}\.deflate)",
        rf"(?:people|countries|organizations|sources)/(?:index|{_SLUG}(?:/\d+)?)\.html",
        r"(?:people|countries|organizations|sources)/index/(?:most-mentioned|other|\w)(?:-\d+)?\.html",
        r"dates/(?:index|(?:\d{4}(?:-\d\d){0,2}|undated)(?:/\d+)?)\.html",
        r"search/(?:manifest|summary)\.js",
        rf"search/[a-z]+-{_HASH}\.js",
        rf"search/[a-z]+-{_HASH}/\d+\.js",
    )
)
_POLICY = "default-src 'self';frame-src 'none';media-src 'none';object-src 'none';base-uri 'none';"
_ADDRESSES = "//@href | //@src | //@srcset | //@action | //@formaction | //@poster | //@data"
_SCHEMES = ("http:", "https:", "mailto:")
_ACTIVE = frozenset("iframe frame object embed applet base style math video audio".split())


def site_files(site: Path) -> dict[str, Path]:
    """Return the files of a site by their paths from its root."""
    return {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}


def assert_only_listed_files(
    site: Path, theme: Path, slugs: set[str], pages: frozenset[str]
) -> None:
    """Assert that a site has the files of its stories, its pages and its theme, and no other.

    Args:
        site: The folder of the site.
        theme: The folder of the theme.
        slugs: Those of the stories that have a page.
        pages: Paths of what ``content/pages`` publishes.
    """
    files = site_files(site)
    articles = {f"articles/{slug}.html" for slug in slugs}
    assert {name for name in files if name.startswith("articles/")} == articles
    static = site_files(theme / "static")
    for name, path in static.items():
        assert files[f"theme/{name}"].read_bytes() == path.read_bytes(), name
    worker = theme / "root" / "service-worker.js"
    assert files["service-worker.js"].read_bytes() == worker.read_bytes()
    known = articles | {f"theme/{name}" for name in static} | pages
    others = {name for name in files.keys() - known if not _is_listed(name)}
    assert others == set()
    assert not [path for path in site.rglob("*") if path.is_symlink()]


def _is_listed(name: str) -> bool:
    return any(pattern.fullmatch(name) for pattern in _PATHS)


def assert_nothing_active(site: Path) -> None:
    """Assert that no page runs, loads or sends anything but what the theme brings."""
    for name, path in site_files(site).items():
        if name.endswith(".html"):
            root: Any = lxml_html.fromstring(path.read_bytes())
            assert list(_active(root)) == [], name


def _active(root: Any) -> Iterator[str]:
    policies = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    if not (policies and policies[0].startswith(_POLICY)):
        yield "no policy"
    for element in root.iter(etree.Element):
        yield from (f"{element.tag} {name}" for name in element.attrib if name.startswith("on"))
        if element.tag in _ACTIVE or (element.tag == "meta" and _is_refresh(element)):
            yield f"{element.tag}"
        if element.get("style") is not None:
            yield f"{element.tag} style"
    for address in root.xpath(_ADDRESSES):
        scheme = re.match(r"[\s\x00-\x20]*([a-z][a-z0-9+.-]*:)", address, re.I)
        if scheme and scheme[1].lower() not in _SCHEMES:
            yield f"address {address}"
    loaded = root.xpath(
        "//img/@src | //script/@src | //link[@rel='stylesheet' or @rel='icon']/@href"
    )
    yield from (f"loads {address}" for address in loaded if "theme/" not in address)
    for script in root.xpath("//script[not(@src)]"):
        if script.get("type") != "application/json" or "<" in script.text:
            yield "inline script"


def _is_refresh(meta: Any) -> bool:
    return (meta.get("http-equiv") or "").lower() == "refresh"


def assert_data_parses(site: Path) -> None:
    """Assert that every JSON, XML and index file is what its name says."""
    for name, path in site_files(site).items():
        content = path.read_bytes()
        if name.endswith((".json", ".webmanifest")):
            json.loads(content)
        elif name.endswith(".jsonl"):
            for line in content.decode("utf-8").split("\n")[:-1]:
                json.loads(line)
        elif name.endswith(".xml"):
            etree.fromstring(content, etree.XMLParser(resolve_entities=False))
        elif name.startswith("search/"):
            script_value(content)


def files_with(site: Path, text: str) -> list[str]:
    """Return the paths of the files that have a text."""
    wanted = text.encode()
    return [name for name, path in site_files(site).items() if wanted in path.read_bytes()]


def shown_text(site: Path, slug: str) -> str:
    """Return the text of a story's page, each run of white space one space."""
    root: Any = lxml_html.fromstring((site / "articles" / f"{slug}.html").read_bytes())
    return " ".join(root.text_content().split())
