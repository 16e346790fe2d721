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
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from cuttings.article.atomic_file import write_atomically
from cuttings.article.formula_guard import guarded, unguarded
from cuttings.article.front_matter import join_values, one_line, split_values
from cuttings.errors import UnreadableSourceError
from cuttings.ingest.address import Address

COLUMNS = ("url", "title", "saved", "tags", "note")
PROBLEM = "problem"
"""The column in which the reason of a failure is noted; it is made when there is one."""


def add_to_fetch_list(path: Path, addresses: Iterable[Address]) -> None:
    """Add addresses to the list at ``path``; it is written in one step, or not at all.

    Args:
        path: The CSV table; it is made if it is missing.
        addresses: What to add; those that are listed already are left out.

    Raises:
        UnreadableSourceError: If the table is there and is not such a list.
    """
    present, columns, rows = _present(path)
    listed = {_url(row) for row in rows}
    new = {address.url: address for address in addresses if address.url not in listed}
    if not new:
        return
    table = io.StringIO(newline="")
    writer = csv.DictWriter(table, columns, extrasaction="ignore", lineterminator="\n")
    if not present:
        writer.writeheader()
    elif not present.endswith("\n"):
        table.write("\n")
    writer.writerows(map(_row, new.values()))
    write_atomically(path, present + table.getvalue())


def listed_addresses(path: Path) -> list[Address]:
    """Return the addresses in the list at ``path`` in their order, each once.

    Raises:
        UnreadableSourceError: If the table is there and is not such a list.
    """
    _, _, rows = _present(path)
    addresses = (_address(row) for row in rows)
    return list({address.url: address for address in addresses if address.url}.values())


def take_off(path: Path, url: str) -> None:
    """Take an address off the list at ``path``; what else stands there stays.

    Raises:
        UnreadableSourceError: If the table is there and is not such a list.
    """
    _, columns, rows = _present(path)
    left = [row for row in rows if _url(row) != url]
    if len(left) < len(rows):
        _write(path, columns, left)


def note_problem(path: Path, url: str, problem: str) -> None:
    """Note in the list at ``path`` why an address could not be fetched.

    Raises:
        UnreadableSourceError: If the table is there and is not such a list.
    """
    _, columns, rows = _present(path)
    for row in rows:
        if _url(row) == url:
            row[PROBLEM] = guarded(one_line(problem))
    _write(path, [*columns, *({PROBLEM} - set(columns))], rows)


def _present(path: Path) -> tuple[str, Sequence[str], list[dict[str, str]]]:
    """Return the text of a list, its columns and its rows; if it is missing, those of an empty one.

    Raises:
        UnreadableSourceError: If it is no such list.
    """
    try:
        text = path.read_text(encoding="utf-8-sig") if path.exists() else ""
        reader = csv.DictReader(io.StringIO(text, newline=""), restval="")
        columns = reader.fieldnames or COLUMNS
        rows = list(reader)
    except UnicodeDecodeError as error:
        raise UnreadableSourceError(path, "it is not UTF-8 text", "save it as UTF-8") from error
    except csv.Error as error:
        raise UnreadableSourceError(
            path, f"it is no CSV table ({error})", "save it as CSV"
        ) from error
    if "url" not in columns:
        raise UnreadableSourceError(path, "it has no column 'url'", "name it, or move the file")
    return text, columns, rows


def _write(path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> None:
    table = io.StringIO(newline="")
    writer = csv.DictWriter(table, columns, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    write_atomically(path, table.getvalue())


def _url(row: Mapping[str, str]) -> str:
    return unguarded(row["url"]).strip()


def _address(row: Mapping[str, str]) -> Address:
    values = {column: unguarded(row.get(column, "")) for column in COLUMNS}
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
