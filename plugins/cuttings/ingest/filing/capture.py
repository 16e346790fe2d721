"""Captures: what was fetched, when, through which redirects, and with which outcome.

They stand in a CSV table beside the articles, one row per address. The table says which original
is the page of which address, so that a run after a kill goes on from the original. It also keeps
the validators of the page (ETag, Last-Modified), so that a server sends it again only if it has
changed.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from cuttings.article.atomic_file import write_atomically
from cuttings.article.formula_guard import guarded, unguarded
from cuttings.article.front_matter import join_values, split_values
from cuttings.article.regular_file import open_regular
from cuttings.article.table_separator import separator_of
from cuttings.errors import UnreadableSourceError


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """A page that was fetched.

    Attributes:
        url: The address asked for.
        fetched: The day, ISO 8601.
        original: Name of the file of its content among the originals: its digest and a suffix.
        redirects: The addresses of the redirects, the page's own last.
        charset: The character set that the server named, or "".
        etag: What the server calls this version of the page, or "".
        modified: When the server says it was changed, as written, or "".
        outcome: "filed", or the kind of page if it is not an article ("it is a front page"); ""
            as long as it is not settled.
    """

    url: str
    fetched: str
    original: str
    redirects: tuple[str, ...] = ()
    charset: str = ""
    etag: str = ""
    modified: str = ""
    outcome: str = ""

    @property
    def digest(self) -> str:
        """Payload digest of the content."""
        return self.original.partition(".")[0]

    @property
    def found_at(self) -> str:
        """The address of the page itself."""
        return self.redirects[-1] if self.redirects else self.url

    @property
    def conditions(self) -> dict[str, str]:
        """Header fields by which the server can say that the page is as it was.

        A value that no header can have, as after an edit of the table, is left out.
        """
        written = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {
            name: value
            for name, value in written.items()
            if value and value.isascii() and value.isprintable()
        }


FILED = "filed"
"""The outcome of a capture whose stories are in the archive."""

_COLUMNS = tuple(field.name for field in fields(Capture))


class Captures:
    """The captures of one archive, kept in the table at ``path``.

    Args:
        path: The table; it is made when there is something to keep.

    Raises:
        UnreadableSourceError: If it is there and is not such a table.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._captures = _read(path)

    def get(self, url: str) -> Capture | None:
        """Return the last capture of an address, or None."""
        return self._captures.get(url)

    def unsettled(self) -> list[Capture]:
        """Return those without an outcome, which are what a kill left."""
        return [capture for capture in self._captures.values() if not capture.outcome]

    def keep(self, capture: Capture) -> None:
        """Keep a capture in place of an earlier one of its address."""
        self._captures[capture.url] = capture
        self._write()

    def forget(self, url: str) -> None:
        """Keep nothing of an address."""
        if self._captures.pop(url, None) is not None:
            self._write()

    def _write(self) -> None:
        table = io.StringIO(newline="")
        # With the usual line end of CSV, as with no other Python quotes a lone "\r" in a cell.
        writer = csv.DictWriter(table, _COLUMNS)
        writer.writeheader()
        for capture in self._captures.values():
            values = {**asdict(capture), "redirects": join_values(capture.redirects)}
            writer.writerow({column: guarded(value) for column, value in values.items()})
        write_atomically(self._path, table.getvalue())


def _read(path: Path) -> dict[str, Capture]:
    if not os.path.lexists(path):
        return {}
    try:
        opened = open_regular(path, UnreadableSourceError)
        with io.TextIOWrapper(opened, encoding="utf-8-sig", newline="") as file:
            separator = separator_of(file.readline())
            file.seek(0)
            rows = csv.DictReader(file, delimiter=separator)
            if not set(_COLUMNS) <= set(rows.fieldnames or ()):
                raise UnreadableSourceError(
                    path, "it is not a table of fetched addresses", "move the file away"
                )
            captures = [_capture(row) for row in rows]
    except (UnicodeDecodeError, csv.Error) as error:
        raise UnreadableSourceError(
            path, "it is not a CSV table in UTF-8", "repair it or move it away"
        ) from error
    return {capture.url: capture for capture in captures}


def _capture(row: Mapping[str, str | None]) -> Capture:
    values = {name: unguarded(row[name] or "") for name in _COLUMNS}
    redirects = split_values(values.pop("redirects"))
    return Capture(**values, redirects=redirects)
