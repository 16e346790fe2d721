"""Bad input fails loudly, and the rest is built."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.hostile_addresses import HOSTILE

from cuttings.article.archive_lock import archive_lock
from cuttings.article.article import Article, Certainty
from cuttings.article.characters import one_line
from cuttings.site.site_folder import is_site

DAY = datetime.date(2024, 1, 2)


def article(slug: str, **fields: Any) -> Article:
    return Article(
        title=f"Title of {slug}",
        body="Some text.",
        slug=slug,
        added=DAY,
        date=DAY,
        dated=Certainty.EXACT,
        people=(),
        countries=(),
        organizations=(),
        **fields,
    )


def test_an_article_that_cannot_be_read(
    run_pelican: Any, file_articles: Any, tmp_path: Path
) -> None:
    content = file_articles(tmp_path / "content", article("good"))
    (content / "articles" / "2024" / "untitled.md").write_text("Date: 2024-01-01\n\nText")
    (content / "articles" / "2024" / "binary.md").write_bytes(b"Title: A\n\n\xff\xfe\x00")
    build = run_pelican(content, tmp_path / "output")
    assert build.status != 0
    assert "untitled.md: it has no Title line; add one" in build.messages
    assert "binary.md: it is not UTF-8 text; save it as UTF-8" in build.messages
    assert is_site(build.output)
    assert [path.name for path in (build.output / "articles").iterdir()] == ["good.html"]


def test_two_articles_of_one_name(run_pelican: Any, file_articles: Any, tmp_path: Path) -> None:
    content = file_articles(tmp_path / "content", article("same"), article("other"))
    second = content / "articles" / "2025" / "same.md"
    second.parent.mkdir()
    second.write_text(
        "Title: Second\nDate: 2025-01-02\nPeople:\nCountries:\nOrganizations:\n\nText"
    )
    build = run_pelican(content, tmp_path / "output")
    assert build.status != 0
    assert "2025/same.md: it has the same name as" in build.messages
    assert "rename one of them" in build.messages
    assert is_site(build.output)
    page = (build.output / "articles" / "same.html").read_text(encoding="utf-8")
    assert "Title of same" in page
    assert "Second" not in (build.output / "index.html").read_text(encoding="utf-8")


def test_an_address_that_cannot_be_read_is_no_link(
    run_pelican: Any, file_articles: Any, tmp_path: Path
) -> None:
    broken = [address for address in HOSTILE if one_line(address) == address]
    articles = [
        replace(article(f"story-{number}", url=address), body=f"They [voted](<{address}>).")
        for number, address in enumerate(broken)
    ]
    content = file_articles(tmp_path / "content", *articles)
    build = run_pelican(content, tmp_path / "output", SITEURL="https://archive.example/a")
    assert build.status == 0, build.messages
    pages = {path.stem for path in (build.output / "articles").glob("story-*.html")}
    assert pages == {story.slug for story in articles}


def test_an_empty_archive_is_a_site(run_pelican: Any, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    build = run_pelican(tmp_path / "content", tmp_path / "output")
    assert build.status == 0, build.messages
    assert is_site(build.output)
    assert "How to search" in (build.output / "about.html").read_text(encoding="utf-8")


def test_an_archive_may_have_an_about_page_of_its_own(run_pelican: Any, tmp_path: Path) -> None:
    page = tmp_path / "content" / "pages" / "about.md"
    page.parent.mkdir(parents=True)
    page.write_text("Title: About us\n\nWe keep cuttings.\n", encoding="utf-8")
    build = run_pelican(tmp_path / "content", tmp_path / "output")
    assert build.status == 0, build.messages
    assert "We keep cuttings." in (build.output / "about.html").read_text(encoding="utf-8")


def test_an_empty_archive_can_be_published(run_pelican: Any, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    build = run_pelican(
        tmp_path / "content",
        tmp_path / "output",
        settings="publishconf.py",
        SITEURL="https://example.org",
    )
    assert build.status == 0, build.messages


def test_an_index_that_cannot_be_written_stops_the_build_with_one_line(
    run_pelican: Any, file_articles: Any, tmp_path: Path
) -> None:
    content = file_articles(tmp_path / "content", article("good"))
    in_the_way = tmp_path / "output" / "search"
    in_the_way.parent.mkdir()
    in_the_way.write_text("no folder")
    build = run_pelican(content, tmp_path / "output")
    assert build.status == 1
    assert f"{in_the_way}: cannot be made: File exists" in build.messages
    assert "Traceback" not in build.messages


def test_a_build_beside_another_run_shows_what_is_there(
    run_pelican: Any, file_articles: Any, tmp_path: Path
) -> None:
    content = file_articles(tmp_path / "content", article("good"))
    untagged = content / "articles" / "2024" / "untagged.md"
    untagged.write_text("Title: A\nDate: 2024-01-02\nAdded: 2024-01-02\n\nPeru.\n")
    before = untagged.read_bytes()
    with archive_lock(content):
        build = run_pelican(content, tmp_path / "output")
    assert build.status == 3
    assert build.messages.count("is writing in the archive") == 1
    assert is_site(tmp_path / "output")
    assert (tmp_path / "output" / "articles" / "untagged.html").exists()
    assert untagged.read_bytes() == before


def test_articles_that_no_build_can_name_or_date_and_links_are_reported(
    run_pelican: Any, file_articles: Any, tmp_path: Path
) -> None:
    content = file_articles(tmp_path / "content", article("good"))
    year = content / "articles" / "2024"
    lines = "People:\nCountries:\nCountries_mentioned:\nOrganizations:\n"
    story = f"Title: A\nDate: {{0}}\nAdded: 2024-01-02\n{{1}}{lines}\nT\n"
    (year / f"{'x' * 251}.md").write_text(story.format("2024-01-02", ""))
    (year / "slug.md").write_text(story.format("2024-01-02", f"Slug: {'y' * 300}\n"))
    (year / "offset.md").write_text(story.format("2024-01-01T00:00:00-25:00", ""))
    (year / "folder.md").mkdir()
    (year / "link.md").symlink_to(year / "good.md")
    (year / "broken.md").symlink_to("nowhere")
    (content / "articles" / "elsewhere").symlink_to("/etc")
    build = run_pelican(content, tmp_path / "output")
    assert build.status == 3
    for name in ("offset.md", "folder.md", "link.md", "broken.md", "elsewhere"):
        assert f"{name}: " in build.messages
    pages = sorted(path.name[:3] for path in (tmp_path / "output" / "articles").iterdir())
    assert pages == ["goo", "xxx", "yyy"]
