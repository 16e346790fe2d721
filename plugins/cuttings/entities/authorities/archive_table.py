"""The table of what the whole archive decides about names, ``archive.csv``.

The tagger writes it beside the authority files, so that a build needs neither the model nor
another look at all stories. Nobody has to edit it: an authority record for a name goes before
what stands here, and ``cuttings tag`` writes it anew.
"""

from __future__ import annotations

import csv
import datetime
import io
import os
from collections.abc import Mapping
from pathlib import Path

from cuttings.article.atomic_file import write_atomically
from cuttings.article.formula_guard import guarded, unguarded
from cuttings.article.regular_file import open_regular
from cuttings.entities.authorities.archive_name import ArchiveName, ArchiveNames
from cuttings.entities.entity import EntityKind
from cuttings.errors import AuthorityError, Report

ARCHIVE_TABLE = "archive.csv"
"""Its file's name in the folder of the authority records."""

_COLUMNS = ("kind", "name", "is", "heading", "when", "since", "until", "why")


def read_archive_names(folder: Path, report: Report) -> ArchiveNames:
    """Read the table in the folder of the authority records; a missing one has no names.

    Args:
        folder: The folder.
        report: Called with what cannot be read; the rest counts.
    """
    path = folder / ARCHIVE_TABLE
    if not os.path.lexists(path):
        return ArchiveNames()
    names: list[ArchiveName] = []
    try:
        with open_regular(path, AuthorityError) as file:
            text = file.read().decode("utf-8-sig")
        for row in csv.DictReader(text.splitlines()):
            names.append(_name(row))
    except (ValueError, KeyError, AttributeError, csv.Error) as error:
        reason = f"it is not as the tagger wrote it ({error})"
        report(AuthorityError(path, reason, "type 'cuttings tag', which writes it anew"))
    return ArchiveNames(names)


def write_archive_names(folder: Path, names: ArchiveNames) -> None:
    """Write the table into the folder of the authority records; none if there are no names.

    Raises:
        OSError: If it cannot be written.
    """
    path = folder / ARCHIVE_TABLE
    if not names.names and not path.exists():
        return
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for name in names.names:
        writer.writerow(map(guarded, _cells(name)))
    folder.mkdir(parents=True, exist_ok=True)
    write_atomically(path.resolve(), table.getvalue())


def _cells(name: ArchiveName) -> tuple[str, ...]:
    return (
        name.kind.value,
        name.form,
        name.heading_kind.value,
        name.heading,
        " | ".join(name.when),
        name.since.isoformat() if name.since else "",
        name.until.isoformat() if name.until else "",
        name.why,
    )


def _name(row: Mapping[str, str]) -> ArchiveName:
    cells = {column: unguarded(row[column]) for column in _COLUMNS}
    return ArchiveName(
        kind=EntityKind(cells["kind"]),
        form=cells["name"],
        heading_kind=EntityKind(cells["is"]),
        heading=cells["heading"],
        when=tuple(word for word in cells["when"].split(" | ") if word),
        since=_day(cells["since"]),
        until=_day(cells["until"]),
        why=cells["why"],
    )


def _day(cell: str) -> datetime.date | None:
    return datetime.date.fromisoformat(cell) if cell else None
