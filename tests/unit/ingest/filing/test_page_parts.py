"""The folder of a saved page's parts: each part is among the originals or still in the inbox."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.files.taken import Taken

from cuttings.article.content_folder import ContentFolder
from cuttings.article.identity import payload_digest
from cuttings.errors import UnreadableSourceError
from cuttings.ingest.filing.intake import Intake
from cuttings.ingest.filing.page_parts import PageParts, keep_parts
from cuttings.ingest.raw.source_file import SourceFile

pytestmark = pytest.mark.usefixtures("inbox")

TODAY = datetime.date(2026, 1, 2)
PAGE = b"<html><body><h1>Bridge opens</h1><p>The bridge over the river is open again.</p>"


def _save(folder: ContentFolder, parts: dict[str, bytes]) -> Path:
    """Lay the page in the inbox with some parts; return their folder."""
    (folder.inbox / "page.html").write_bytes(PAGE)
    for name, content in parts.items():
        part = folder.inbox / "page_files" / name
        part.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(content)
    return folder.inbox / "page_files"


def _take(folder: ContentFolder) -> Taken:
    return Taken.of(Intake(folder, TODAY).take_inbox())


def _kept(folder: ContentFolder) -> dict[str, dict[str, bytes]]:
    """Return the parts that are kept, by folder and name."""
    return {
        place.name.removeprefix(payload_digest(PAGE)): {
            path.relative_to(place).as_posix(): path.read_bytes()
            for path in place.rglob("*")
            if path.is_file()
        }
        for place in sorted(folder.originals.iterdir())
        if place.is_dir()
    }


def test_a_page_that_comes_again_with_other_parts_has_both_kept(folder: ContentFolder) -> None:
    first = {"a.css": b"p {}", "images/a.jpg": b"one"}
    second = {"a.css": b"p {}", "images/a.jpg": b"another", "b.js": b"1"}
    for parts in (first, second, first, second, {"b.js": b"1"}):
        _save(folder, parts)
        assert _take(folder).rejected == ()
        assert list(folder.inbox.iterdir()) == []
    (name, kept), (other_name, other_kept) = _kept(folder).items()
    assert (name, kept) == ("_files", first)
    assert other_name.startswith("_files-")
    assert other_kept == second


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda path: path.symlink_to("/etc/passwd"), "it is a link, and links are not followed"),
        (lambda path: path.symlink_to("/etc"), "it is a link, and links are not followed"),
        (lambda path: path.symlink_to("nowhere"), "it is a link, and links are not followed"),
        (os.mkfifo, "it is not a file"),
    ],
)
def test_what_is_not_a_file_leaves_the_page_in_the_inbox_and_its_story_filed(
    folder: ContentFolder, make: Callable[[Path], None], reason: str
) -> None:
    parts = _save(folder, {"images/a.jpg": b"one"})
    odd = parts / "images" / "b.jpg"
    make(odd)
    taken = _take(folder)
    assert len(taken.filed) == 1
    (rejected,) = taken.rejected
    assert str(rejected).startswith(f"{odd}: {reason}; ")
    assert sorted(path.name for path in folder.inbox.iterdir()) == ["page.html", "page_files"]
    assert _kept(folder) == {}

    odd.unlink()
    assert len(_take(folder).duplicates) == 1
    assert _kept(folder) == {"_files": {"images/a.jpg": b"one"}}
    assert list(folder.inbox.iterdir()) == []


@pytest.mark.parametrize(
    "moment", ["companion copied beside", "companion renamed", "companion removed"]
)
@pytest.mark.parametrize("change", ["changed", "added", "page"])
def test_what_changes_while_it_is_taken_in_is_not_lost(
    folder: ContentFolder, moment: str, change: str
) -> None:
    parts = _save(folder, {"a.css": b"p {}", "b.css": b"a {}"})
    page = folder.inbox / "page.html"
    places = {"changed": parts / "b.css", "added": parts / "late.css", "page": page}
    late = places[change]

    def write(step: str) -> None:
        if step == moment:
            late.parent.mkdir(exist_ok=True)
            late.write_bytes(PAGE + b"of late")

    list(Intake(folder, TODAY, checkpoint=write).take_inbox())
    everywhere = [path.read_bytes() for path in folder.root.rglob("*") if path.is_file()]
    assert {PAGE, PAGE + b"of late", b"p {}"} <= set(everywhere)
    if change == "page":
        assert page.read_bytes() == PAGE + b"of late"


def test_parts_that_change_while_they_are_copied_are_refused(
    folder: ContentFolder,
) -> None:
    parts = _save(folder, {"a.css": b"p {}"})
    page = SourceFile.load(folder.inbox / "page.html")
    folder.originals.mkdir()
    found = PageParts.of(parts)
    (parts / "a.css").write_bytes(b"a {}")
    with pytest.raises(UnreadableSourceError, match="changed while it was taken in"):
        found.copy(folder.originals / "x_files", lambda _step: None)
    with pytest.raises(UnreadableSourceError, match="changed while it was taken in"):
        found.remove()
    assert list(folder.originals.iterdir()) == []
    keep_parts(parts, folder.originals, page, lambda _step: None)
    assert _kept(folder) == {"_files": {"a.css": b"a {}"}}


def test_links_that_an_older_version_kept_do_not_keep_a_page_in_the_inbox(
    folder: ContentFolder,
) -> None:
    kept = folder.originals / f"{payload_digest(PAGE)}_files"
    kept.mkdir(parents=True)
    (kept / "a.css").write_bytes(b"p {}")
    (kept / "b.css").symlink_to("/etc/passwd")
    _save(folder, {"a.css": b"p {}"})
    assert _take(folder).rejected == ()
    assert list(folder.inbox.iterdir()) == []
    assert [path.name for path in folder.originals.iterdir() if path.is_dir()] == [kept.name]
