"""The table of what the archive decides about names."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from cuttings.entities.authorities.archive_name import ArchiveName, ArchiveNames
from cuttings.entities.authorities.archive_table import (
    ARCHIVE_TABLE,
    read_archive_names,
    write_archive_names,
)
from cuttings.entities.entity import EntityKind
from cuttings.errors import CuttingsError, raise_error

NAMES = ArchiveNames(
    [
        ArchiveName(
            kind=EntityKind.PERSON,
            form="=Diebold",
            heading_kind=EntityKind.ORGANIZATION,
            heading="Diebold Inc",
            when=("Mr. Diebold", "Diebold"),
            why='"so named", in 4 other stories',
        ),
        ArchiveName(
            kind=EntityKind.PERSON,
            form="Baker",
            heading_kind=EntityKind.PERSON,
            heading="",
            since=datetime.date(1987, 3, 1),
            until=datetime.date(1988, 3, 1),
        ),
    ]
)


def test_a_table_is_read_as_it_was_written(tmp_path: Path) -> None:
    write_archive_names(tmp_path / "authorities", NAMES)
    assert read_archive_names(tmp_path / "authorities", raise_error).names == NAMES.names


def test_no_names_make_no_table(tmp_path: Path) -> None:
    write_archive_names(tmp_path, ArchiveNames())
    assert list(tmp_path.iterdir()) == []
    assert read_archive_names(tmp_path, raise_error).names == ()


@pytest.mark.parametrize("table", ["kind,name\nperson,A\n", "kind\n\xff\n", "a\x00b\n1\n"])
def test_a_table_that_is_not_the_taggers_is_reported(tmp_path: Path, table: str) -> None:
    (tmp_path / ARCHIVE_TABLE).write_bytes(table.encode("latin-1"))
    reported: list[CuttingsError] = []
    assert read_archive_names(tmp_path, reported.append).names == ()
    (problem,) = reported
    assert "type 'cuttings tag', which writes it anew" in str(problem)
