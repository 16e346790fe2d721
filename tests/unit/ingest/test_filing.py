from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from cuttings.article.article_file import read_article
from cuttings.article.content_folder import ContentFolder
from cuttings.ingest.deduplication import Holdings
from cuttings.ingest.draft import Draft
from cuttings.ingest.filing import empty_inbox, file_drafts, store_original
from cuttings.ingest.source_file import SourceFile

TODAY = datetime.date(2026, 1, 2)
MakeSource = Callable[..., SourceFile]


@pytest.fixture
def folder(tmp_path: Path) -> ContentFolder:
    return ContentFolder(tmp_path / "content")


@pytest.fixture
def steps() -> list[str]:
    return []


def _draft(source: SourceFile, title: str, body: str = "Text", **fields: str) -> Draft:
    return Draft(source=source.path, original=source.digest, title=title, body=body, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Élysée: “L’année 1989”", "elysee-lannee-1989"),
        ("Президент в Москве", "prezident-v-moskve"),
        ("../../etc/passwd", "etc-passwd"),
        ("word " * 40, "-".join(["word"] * 16)),
        ("CON", "con"),
    ],
)
def test_the_slug_is_made_of_the_title(
    folder: ContentFolder, make_source: MakeSource, title: str, slug: str
) -> None:
    source = make_source("Text")
    (path,) = file_drafts(
        folder, Holdings(folder), [_draft(source, title)], TODAY, lambda _step: None
    )
    assert path == folder.articles / "2026" / f"{slug}.md"


def test_a_title_without_letters_is_filed_by_the_digest(
    folder: ContentFolder, make_source: MakeSource
) -> None:
    source = make_source("Text")
    (path,) = file_drafts(
        folder, Holdings(folder), [_draft(source, "🎉 🎉")], TODAY, lambda _step: None
    )
    assert path.stem == source.digest


def test_the_slug_that_a_source_asks_for_cannot_lead_out_of_the_archive(
    folder: ContentFolder, make_source: MakeSource
) -> None:
    draft = _draft(make_source("Text"), "Wall falls", slug="../../../wall")
    (path,) = file_drafts(folder, Holdings(folder), [draft], TODAY, lambda _step: None)
    assert path == folder.articles / "2026" / "wall.md"


def test_stories_of_one_source_that_are_held_are_not_filed_again(
    folder: ContentFolder, make_source: MakeSource
) -> None:
    source = make_source("Several stories")
    drafts = [_draft(source, title, title) for title in ("One", "Two", "Two", "Three")]
    first = file_drafts(folder, Holdings(folder), drafts[:3], TODAY, lambda _step: None)
    again = file_drafts(folder, Holdings(folder), drafts, TODAY, lambda _step: None)
    assert len(set(again)) == 4
    assert set(first) < set(again)
    assert sorted(read_article(path).title for path in folder.article_paths()) == [
        "One",
        "Three",
        "Two",
        "Two",
    ]


@pytest.mark.parametrize(
    ("name", "kept"),
    [("a.TXT", ".txt"), ("a", ""), ("a.h t", ""), ("a.été", ""), ("a.tar.gz", ".gz")],
)
def test_the_original_is_named_by_its_digest(
    folder: ContentFolder, make_source: MakeSource, steps: list[str], name: str, kept: str
) -> None:
    source = make_source("Text", name)
    holdings = Holdings(folder)
    store_original(folder, holdings, source, steps.append)
    store_original(folder, holdings, source, steps.append)
    (original,) = folder.originals.iterdir()
    assert original.name == f"{source.digest}{kept}"
    assert original.read_bytes() == source.payload
    assert steps == ["original written beside", "original renamed"]


def test_the_parts_of_a_page_are_kept_and_empty_folders_go(
    folder: ContentFolder, steps: list[str]
) -> None:
    page = folder.inbox / "monday" / "page.html"
    part = page.parent / "page_files" / "images" / "a.jpg"
    part.parent.mkdir(parents=True)
    part.write_bytes(b"picture")
    page.write_text("<p>Text", encoding="utf-8")
    folder.originals.mkdir()
    source = SourceFile.load(page)
    empty_inbox(folder.inbox, folder, source, steps.append)
    assert list(folder.inbox.iterdir()) == []
    kept = folder.originals / f"{source.digest}_files" / "images" / "a.jpg"
    assert kept.read_bytes() == b"picture"
    assert steps == [
        "companion copied beside",
        "companion renamed",
        "companion removed",
        "inbox emptied",
    ]


def test_what_else_lies_in_the_inbox_stays(folder: ContentFolder) -> None:
    page = folder.inbox / "monday" / "page.html"
    other = page.parent / "other_files" / "a.jpg"
    other.parent.mkdir(parents=True)
    other.write_bytes(b"picture")
    page.write_text("<p>Text", encoding="utf-8")
    empty_inbox(folder.inbox, folder, SourceFile.load(page), lambda _step: None)
    assert not page.exists()
    assert other.exists()
