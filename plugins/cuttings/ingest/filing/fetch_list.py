"""The list of stories to be fetched: addresses that came in without a text.

A CSV table beside the articles, which a spreadsheet opens. An address stands in it once;
what is there stays as it is, so that a person may delete rows and add some. A story that was
fetched leaves the list; beside one that could not be, the reason is noted. No spreadsheet runs a
cell that was written here (``formula_guard``).
"""

from __future__ import annotations

import csv
import datetime
import io
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cuttings.article.atomic_file import write_atomically
from cuttings.article.characters import one_line
from cuttings.article.formula_guard import guarded, unguarded
from cuttings.article.front_matter import join_values, split_values
from cuttings.article.regular_file import open_regular
from cuttings.article.table_separator import separator_of
from cuttings.errors import UnreadableSourceError
from cuttings.ingest.raw.address import ADDRESS_COLUMNS, PROBLEM, Address


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """A list as it stands in its file.

    Attributes:
        text: The file's text; "" if there is none.
        separator: What separates its columns.
        columns: Their names.
        rows: Its cells by column, as they stand there.
    """

    text: str
    separator: str
    columns: Sequence[str]
    rows: Sequence[dict[str, str]]

    def writer(self, file: io.StringIO, columns: Sequence[str]) -> csv.DictWriter[str]:
        """Return what writes rows as those that are there are written."""
        return csv.DictWriter(
            file, columns, extrasaction="ignore", lineterminator="\n", delimiter=self.separator
        )


def add_to_fetch_list(path: Path, addresses: Iterable[Address]) -> None:
    """Add addresses to the list at ``path``; it is written in one step, or not at all.

    Args:
        path: The CSV table; it is made if it is missing.
        addresses: What to add; those that are listed already are left out.

    Raises:
        UnreadableSourceError: If the table is there and is not such a list.
    """
    present = _present(path)
    listed = {_url(row) for row in present.rows}
    new = {address.url: address for address in addresses if address.url not in listed}
    if not new:
        return
    added = io.StringIO(newline="")
    writer = present.writer(added, present.columns)
    if not present.text:
        writer.writeheader()
    elif not present.text.endswith("\n"):
        added.write("\n")
    writer.writerows(map(_row, new.values()))
    write_atomically(path, present.text + added.getvalue())


def listed_addresses(path: Path) -> list[Address]:
    """Return the addresses in the list at ``path`` in their order, each once.

    Raises:
        UnreadableSourceError: If the table is there and is not such a list.
    """
    addresses = (_address(row) for row in _present(path).rows)
    return list({address.url: address for address in addresses if address.url}.values())


def take_off(path: Path, url: str) -> None:
    """Take an address off the list at ``path``; what else stands there stays.

    Raises:
        UnreadableSourceError: If the table is there and is not such a list.
    """
    present = _present(path)
    left = [row for row in present.rows if _url(row) != url]
    if len(left) < len(present.rows):
        _write(path, present, present.columns, left)


def note_problem(path: Path, url: str, problem: str) -> None:
    """Note in the list at ``path`` why an address could not be fetched.

    Raises:
        UnreadableSourceError: If the table is there and is not such a list.
    """
    present = _present(path)
    for row in present.rows:
        if _url(row) == url:
            row[PROBLEM] = guarded(one_line(problem))
    columns = [*present.columns, *({PROBLEM} - set(present.columns))]
    _write(path, present, columns, present.rows)


def _present(path: Path) -> _Table:
    """Return the list at ``path``, or an empty one if there is none.

    Raises:
        UnreadableSourceError: If it is not such a list.
    """
    try:
        text = _text(path) if os.path.lexists(path) else ""
        separator = separator_of(text)
        reader = csv.DictReader(io.StringIO(text, newline=""), restval="", delimiter=separator)
        columns = reader.fieldnames or ADDRESS_COLUMNS
        rows = list(reader)
    except UnicodeDecodeError as error:
        raise UnreadableSourceError.not_utf8(path) from error
    except csv.Error as error:
        raise UnreadableSourceError(
            path, f"it is not a CSV table ({error})", "save it as CSV"
        ) from error
    if "url" not in columns:
        raise UnreadableSourceError(path, "it has no column 'url'", "name it, or move the file")
    return _Table(text=text, separator=separator, columns=columns, rows=rows)


def _text(path: Path) -> str:
    opened = open_regular(path, UnreadableSourceError)
    with io.TextIOWrapper(opened, encoding="utf-8-sig") as file:
        return file.read()


def _write(
    path: Path, present: _Table, columns: Sequence[str], rows: Iterable[Mapping[str, str]]
) -> None:
    table = io.StringIO(newline="")
    writer = present.writer(table, columns)
    writer.writeheader()
    writer.writerows(rows)
    write_atomically(path, table.getvalue())


def _url(row: Mapping[str, str]) -> str:
    return unguarded(row["url"]).strip()


def _address(row: Mapping[str, str]) -> Address:
    values = {column: unguarded(row.get(column, "")) for column in ADDRESS_COLUMNS}
    try:
        saved = datetime.date.fromisoformat(values["saved"].strip())
    except ValueError:
        saved = None
    return Address(
        url=values["url"].strip(),
        title=one_line(values["title"]),
        saved=saved,
        tags=split_values(values["tags"]),
        note=one_line(values["note"]),
    )


def _row(address: Address) -> dict[str, str]:
    values = {
        "url": address.url,
        "title": address.title,
        "saved": address.saved.isoformat() if address.saved else "",
        "tags": join_values(address.tags),
        "note": address.note,
    }
    return {column: guarded(value) for column, value in values.items()}
