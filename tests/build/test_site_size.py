"""The budgets of a site's bytes, on the demo archive; ``bench.site_size`` measures a large one."""

from __future__ import annotations

from pathlib import Path

from lxml import html as lxml_html

from cuttings.site.published_files import relative_files
from cuttings.site.site_sizes import NAME_LIST_BUDGET, FileKind, site_sizes

MOST_AROUND_TEXT = 7_000
"""Bytes of the demo archive's median story page that are neither its text nor its headline: what
stands in every page, eleven tags, four related stories and the provenance."""


def test_pages_keep_their_budgets(demo_site: Path) -> None:
    files = [(path, (demo_site / path).stat().st_size) for path in relative_files(demo_site)]
    sizes = site_sizes(files)
    assert sizes.stories == 30
    assert 0 < sizes.largest_name_list <= NAME_LIST_BUDGET
    assert all(sizes.kinds[kind] for kind in FileKind if kind is not FileKind.FEED)


def test_little_stands_around_a_text(demo_site: Path) -> None:
    around = sorted(_around_text(page) for page in (demo_site / "articles").glob("*.html"))
    assert around[len(around) // 2] <= MOST_AROUND_TEXT


def _around_text(page: Path) -> int:
    content = page.read_bytes()
    root = lxml_html.fromstring(content)
    text = str(root.xpath("string(//*[@class='article-body'])"))
    return len(content) - len(text.encode())
