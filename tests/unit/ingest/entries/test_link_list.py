from __future__ import annotations

from pathlib import Path

import pytest

from cuttings.ingest.entries.link_list import linked_entries
from cuttings.ingest.raw.address import Address
from cuttings.ingest.raw.source_file import SourceFile

LINK = '<a href="https://planet.example/a">A</a>'


@pytest.mark.parametrize(
    ("markup", "tags"),
    [
        (f"<dl><dt><h3>Ports</h3><dl><dt>{LINK}</dl></dl>", ("Ports",)),
        (f"<dl><dt><h3>Old</h3><h3>Ports</h3><dl><dt>{LINK}</dl></dl>", ("Ports",)),
        (f"<h1>Bookmarks</h1><dl><dt>{LINK}</dl>", ()),
        (f"<h1>Unread</h1><p>Since May<ul><li>{LINK}</ul>", ("Unread",)),
        (f"<ul><li>{LINK}</ul>", ()),
    ],
)
def test_the_last_heading_before_a_list_names_the_folder(
    markup: str, tags: tuple[str, ...], tmp_path: Path
) -> None:
    path = tmp_path / "bookmarks.html"
    path.write_text(f"<!DOCTYPE NETSCAPE-Bookmark-file-1>{markup}", encoding="utf-8")
    (record,) = linked_entries(SourceFile.load(path), saved="add_date", tags="tags")
    address = record.read()
    assert isinstance(address, Address)
    assert address.tags == tags
