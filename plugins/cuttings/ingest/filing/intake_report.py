"""Intake report: how many items of each format had which outcome, as a table and as a file."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from cuttings.article.formula_guard import guarded
from cuttings.errors import SettingsError, shown_path
from cuttings.ingest.filing.outcome import (
    Duplicate,
    Filed,
    LeftOut,
    Outcome,
    Rejected,
    Revisit,
    ToFetch,
)

_KINDS: tuple[tuple[type[Outcome], str], ...] = (
    (Filed, "filed"),
    (Revisit, "revisit"),
    (Duplicate, "duplicate"),
    (ToFetch, "to fetch"),
    (LeftOut, "left out"),
    (Rejected, "rejected"),
)
_NO_FORMAT = "unknown"
COLUMNS = ("file", "place", "format", "outcome", "article", "url", "reason", "remedy")
"""Columns of a report file."""


class IntakeReport:
    """Counts the outcomes of a run by format and kind, and the rejected by reason."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, str]] = Counter()
        self._reasons: Counter[str] = Counter()

    def add(self, outcome: Outcome) -> None:
        """Count one outcome."""
        self._counts[outcome.item.format or _NO_FORMAT, _kind(outcome)] += 1
        if isinstance(outcome, Rejected):
            self._reasons[outcome.error.reason] += 1

    def total(self, kind: type[Outcome]) -> int:
        """Return how many outcomes there were of one kind."""
        name = dict(_KINDS)[kind]
        return sum(count for (_, found), count in self._counts.items() if found == name)

    def lines(self) -> Iterator[str]:
        """Yield the table, and below it why items were rejected; nothing if nothing came in."""
        if not self._counts:
            return
        names = [name for _, name in _KINDS]
        formats = sorted({name for name, _ in self._counts})
        rows = [("", *names)]
        rows += [
            (known, *(f"{self._counts[known, name]:,}" for name in names)) for known in formats
        ]
        if len(formats) > 1:
            rows.append(("all", *(f"{self.total(kind):,}" for kind, _ in _KINDS)))
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        for first, *others in rows:
            aligned = [cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True)]
            yield "  ".join([first.ljust(widths[0]), *aligned])
        for reason, count in self._reasons.most_common():
            yield f"rejected {count:,}: {reason}"


@contextmanager
def report_file(path: Path | None) -> Iterator[Callable[[Outcome], None]]:
    """Give a function that writes one outcome as a row; without a path it writes nothing.

    Args:
        path: The CSV table to write, with a row for each item and ``COLUMNS`` as its header; no
            spreadsheet runs a cell of it (``formula_guard``).

    Raises:
        SettingsError: If it cannot be written.
    """
    if path is None:
        yield lambda _outcome: None
        return
    with _failure_reported(path):
        file = path.open("w", encoding="utf-8", errors="backslashreplace", newline="")
    # With the usual line end of CSV, as with no other Python quotes a lone "\r" in a cell.
    writer = csv.writer(file)

    def write(cells: tuple[str, ...]) -> None:
        with _failure_reported(path):
            writer.writerow(map(guarded, cells))

    try:
        write(COLUMNS)
        yield lambda outcome: write(_row(outcome))
    finally:
        with _failure_reported(path):
            file.close()


@contextmanager
def _failure_reported(path: Path) -> Iterator[None]:
    """Make one line of what the system says of the report's file."""
    try:
        yield
    except OSError as error:
        raise SettingsError(
            f"{path}: the report cannot be written ({error.strerror}); name another file"
        ) from error


def _row(outcome: Outcome) -> tuple[str, ...]:
    article = url = reason = remedy = ""
    match outcome:
        case Filed():
            article = shown_path(outcome.article)
            reason = outcome.remark
        case Revisit() | Duplicate():
            article = "; ".join(map(shown_path, outcome.articles))
        case ToFetch():
            url = outcome.address.url
        case LeftOut():
            reason = outcome.reason
        case Rejected():
            reason, remedy = outcome.error.reason, outcome.error.remedy
    known = outcome.item.format or _NO_FORMAT
    place = shown_path(outcome.item.source), outcome.item.place
    return (*place, known, _kind(outcome), article, url, reason, remedy)


def _kind(outcome: Outcome) -> str:
    return dict(_KINDS)[type(outcome)]
