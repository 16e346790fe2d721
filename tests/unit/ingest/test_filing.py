from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from cuttings.article.article_file import read_article
from cuttings.article.content_folder import ContentFolder
from cuttings.errors import UnreadableSourceError
from cuttings.ingest.deduplication import Holdings
from cuttings.ingest.draft import Draft
from cuttings.ingest.filing import empty_inbox, file_draft, store_original
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
    path = file_draft(folder, Holdings(folder), _draft(source, title), TODAY, lambda _step: None)
    assert path == folder.articles / "2026" / f"{slug}.md"


def test_a_title_without_letters_is_filed_by_the_digest(
    folder: ContentFolder, make_source: MakeSource
) -> None:
    source = make_source("Text")
    draft = _draft(source, "🎉 🎉")
    path = file_draft(folder, Holdings(folder), draft, TODAY, lambda _step: None)
    assert path.stem == source.digest


def test_the_slug_that_a_source_asks_for_cannot_lead_out_of_the_archive(
    folder: ContentFolder, make_source: MakeSource
) -> None:
    draft = _draft(make_source("Text"), "Wall falls", slug="../../../wall")
    path = file_draft(folder, Holdings(folder), draft, TODAY, lambda _step: None)
    assert path == folder.articles / "2026" / "wall.md"


def test_two_records_of_one_file_may_share_a_title(
    folder: ContentFolder, make_source: MakeSource
) -> None:
    source = make_source("Several stories")
    holdings = Holdings(folder)
    for row in ("row 2", "row 3"):
        part = source.part(row.encode(), row)
        draft = replace(_draft(source, "Wall"), record=part.record)
        path = file_draft(folder, holdings, draft, TODAY, lambda _step: None)
        article = read_article(path)
        assert (article.original, article.record) == (source.digest, part.digest)
        assert Holdings(folder).articles_of(part.digest) == (path,)
    assert Holdings(folder).articles_of(source.digest) == ()
    assert len(list(folder.article_paths())) == 2


def test_a_file_that_changes_while_it_is_taken_in_is_not_kept(
    folder: ContentFolder, make_source: MakeSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cuttings.ingest.source_file.MAX_SOURCE_BYTES", 4)
    source = make_source("A long story")
    source.path.write_text("Another story", encoding="utf-8")
    with pytest.raises(UnreadableSourceError, match="changed while it was taken in"):
        store_original(folder, Holdings(folder), source, lambda _step: None)
    assert list(folder.originals.iterdir()) == []


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
