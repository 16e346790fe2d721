"""What a published site says about its own address."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from lxml import etree
from lxml import html as lxml_html
from tests.build.conftest import REPORT_LINK

ADDRESS = "https://name.github.io/archive"


def test_canonical_links_are_absolute(published_site: Path) -> None:
    for path in ("index.html", "people/index.html", "about.html"):
        root: Any = lxml_html.fromstring((published_site / path).read_bytes())
        assert root.xpath("//link[@rel='canonical']/@href") == [f"{ADDRESS}/{path}"]


def test_pages_stay_relative(published_site: Path) -> None:
    root: Any = lxml_html.fromstring((published_site / "people" / "index.html").read_bytes())
    for address in root.xpath("//a/@href | //script/@src | //link[@rel='stylesheet']/@href"):
        assert not address.startswith(("/", "http"))


def test_the_page_for_what_is_not_found_works_at_any_depth(published_site: Path) -> None:
    root: Any = lxml_html.fromstring((published_site / "404.html").read_bytes())
    addresses = root.xpath("//a/@href | //script/@src | //link[@rel='stylesheet']/@href")
    assert addresses
    for address in addresses:
        assert address.startswith(("/archive/", "#")), address


@pytest.mark.parametrize("folder", ["articles", "people"])
def test_a_reader_can_report_a_wrong_tag(published_site: Path, folder: str) -> None:
    page = next(p for p in (published_site / folder).glob("*.html") if p.name != "index.html")
    root: Any = lxml_html.fromstring(page.read_bytes())
    (address,) = root.xpath("//a[text()='Report a wrong tag']/@href")
    own = quote(f"{ADDRESS}/{folder}/{page.name}", safe="")
    assert address == REPORT_LINK.replace("{page}", own)


def test_no_page_asks_for_reports_that_nobody_receives(demo_site: Path) -> None:
    page = next(p for p in (demo_site / "people").glob("*.html") if p.name != "index.html")
    assert "Report a wrong tag" not in page.read_text(encoding="utf-8")


def test_feed_and_sitemap_name_every_page_they_should(published_site: Path) -> None:
    feed = etree.fromstring((published_site / "feeds" / "all.atom.xml").read_bytes())
    atom = {"a": "http://www.w3.org/2005/Atom"}
    links = [link.get("href", "") for link in feed.iterfind("a:entry/a:link", atom)]
    assert len(links) == 30
    sitemap = etree.fromstring((published_site / "sitemap.xml").read_bytes())
    listed = [str(element.text) for element in sitemap.iter("{*}loc")]
    assert len(listed) == len(set(listed))
    pages = {p.relative_to(published_site).as_posix() for p in published_site.rglob("*.html")}
    assert set(listed) == {f"{ADDRESS}/{page}" for page in pages - {"404.html"}}
    assert set(links) < set(listed)
    assert f"Sitemap: {ADDRESS}/sitemap.xml" in (published_site / "robots.txt").read_text("utf-8")


def test_every_page_leads_to_the_description_of_the_search(published_site: Path) -> None:
    for path in published_site.rglob("*.html"):
        root: Any = lxml_html.fromstring(path.read_bytes())
        (address,) = root.xpath("//link[@rel='search']/@href")
        if path.name == "404.html":
            assert address == "/archive/opensearch.xml"
        else:
            assert (path.parent / address).resolve() == published_site / "opensearch.xml"


def test_a_site_on_the_disk_claims_no_address(demo_site: Path) -> None:
    assert not (demo_site / "sitemap.xml").exists()
    assert not (demo_site / "feeds").exists()
    assert not (demo_site / "opensearch.xml").exists()
    for path in demo_site.rglob("*.html"):
        root: Any = lxml_html.fromstring(path.read_bytes())
        assert root.xpath("//link[@rel='canonical' or @rel='alternate' or @rel='search']") == []


def test_the_data_names_every_story(demo_site: Path) -> None:
    lines = (demo_site / "data" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    pages = {p.relative_to(demo_site).as_posix() for p in (demo_site / "articles").iterdir()}
    assert {record["path"] for record in records} == pages


@pytest.mark.parametrize("address", ["", "name.github.io", "ftp://example.org", "http://[x"])
def test_publishing_without_an_address_is_refused(
    demo_content: Path, run_pelican: Any, tmp_path: Path, address: str
) -> None:
    build = run_pelican(
        demo_content, tmp_path / "output", settings="publishconf.py", SITEURL=address
    )
    assert build.status != 0
    assert "SITEURL does not say where the site will stand" in build.messages
