"""The list of stories to be fetched: addresses that came in without a text.

A CSV table beside the articles, which a spreadsheet opens. An address stands in it once;
what is there stays as it is, so that a person may delete rows and add some.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from cuttings.article.article_file import write_atomically
from cuttings.article.front_matter import join_values
from cuttings.errors import UnreadableSourceError
from cuttings.ingest.address import Address

COLUMNS = ("url", "title", "saved", "tags", "note")


def add_to_fetch_list(path: Path, addresses: Iterable[Address]) -> None:
    """Add addresses to the list at ``path``; it is written in one step, or not at all.

    Args:
        path: The CSV table; it is made if it is missing.
        addresses: What to add; those that are listed already are left out.

    Raises:
        UnreadableSourceError: If the table is there and is not such a list.
    """
    present = _present_text(path)
    rows = csv.DictReader(io.StringIO(present, newline=""))
    columns = rows.fieldnames or COLUMNS
    if "url" not in columns:
        raise UnreadableSourceError(path, "it has no column 'url'", "name it, or move the file")
    listed = {row["url"] for row in rows}
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


def _present_text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig") if path.exists() else ""
    except UnicodeDecodeError as error:
        raise UnreadableSourceError(path, "it is not UTF-8 text", "save it as UTF-8") from error


def _row(address: Address) -> dict[str, str]:
    return {
        "url": address.url,
        "title": address.title,
        "saved": address.saved.isoformat() if address.saved else "",
        "tags": join_values(address.tags),
        "note": address.note,
    }
