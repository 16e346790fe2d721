from __future__ import annotations

from collections.abc import Callable

import pytest

from cuttings.article.content_folder import ContentFolder
from cuttings.errors import UnreadableSourceError
from cuttings.ingest.filing.holdings import Holdings
from cuttings.ingest.filing.original import empty_inbox, store_original
from cuttings.ingest.raw.source_file import SourceFile

MakeSource = Callable[..., SourceFile]


@pytest.fixture
def steps() -> list[str]:
    return []


def test_a_file_that_changes_while_it_is_taken_in_is_not_kept(
    folder: ContentFolder, make_source: MakeSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cuttings.ingest.raw.source_file.MAX_SOURCE_BYTES", 4)
    source = make_source("A long story")
    source.path.write_text("Another story", encoding="utf-8")
    with pytest.raises(UnreadableSourceError, match="changed while it was taken in"):
        store_original(folder, Holdings(folder), source, lambda _step: None)
    assert list(folder.originals.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("a.TXT", ".txt"),
        ("a", ""),
        ("a.h t", ""),
        ("a.été", ""),
        (f"a.{'x' * 240}", ""),
        ("a.tar.gz", ".gz"),
    ],
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
