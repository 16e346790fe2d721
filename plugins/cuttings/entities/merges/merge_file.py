"""The CSV table in which a person ticks the merges to make."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from cuttings.article.atomic_file import remove_leftovers, write_atomically
from cuttings.article.characters import one_line
from cuttings.article.formula_guard import guarded, unguarded
from cuttings.article.table_separator import SAVE_AS_CSV, separator_of
from cuttings.entities.entity import EntityKind
from cuttings.entities.merges.merge_suggestion import MergeSuggestion
from cuttings.errors import AuthorityError

MERGE_COLUMNS = ("kind", "keep", "merge", "why", "stories", "accept")
"""The table's columns; a person fills in the last."""

_NEEDED = ("kind", "keep", "merge", "accept")
_MARK = "\ufeff"
"""Byte order mark, by which spreadsheets recognize UTF-8."""

_ACCEPTED = {"": False, "no": False, "n": False, "false": False, "0": False}
_ACCEPTED |= {"yes": True, "y": True, "true": True, "1": True, "x": True, "✓": True}


@dataclass(frozen=True, slots=True)
class Merge:
    """One row that a person ticked.

    Attributes:
        kind: Person, country or organization.
        keep: The heading to keep.
        merge: The heading that is to lead to it.
        line: The row's line in the file.
    """

    kind: EntityKind
    keep: str
    merge: str
    line: int


def write_merges(path: Path, suggestions: Iterable[MergeSuggestion]) -> int:
    """Write suggestions to ``path``; what a person answered there before stays.

    Returns:
        How many suggestions have no answer yet.

    Raises:
        AuthorityError: If there is a file that is not such a table.
    """
    answers = _answers(path) if path.exists() else {}
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(MERGE_COLUMNS)
    unanswered = 0
    for item in suggestions:
        answer = answers.get((item.kind.value, item.keep, item.merge), "")
        unanswered += not answer
        cells = (item.kind.value, item.keep, item.merge, item.why, str(item.stories), answer)
        writer.writerow(map(guarded, cells))
    remove_leftovers(path.parent, below=False)
    write_atomically(path.resolve(), f"{_MARK}{table.getvalue()}")
    return unanswered


def read_merges(path: Path) -> tuple[tuple[Merge, ...], tuple[AuthorityError, ...]]:
    """Return the rows that a person ticked, and an error for each row that cannot be used.

    Raises:
        AuthorityError: If the file is not such a table.
    """
    merges: list[Merge] = []
    problems: list[AuthorityError] = []
    for line, row in _rows(path):
        try:
            merge = _merge(path, line, row)
        except AuthorityError as error:
            problems.append(error)
            continue
        if merge is not None:
            merges.append(merge)
    return tuple(merges), tuple(problems)


def _merge(path: Path, line: int, row: Mapping[str, str]) -> Merge | None:
    place = f"line {line}"
    answer = row["accept"].casefold()
    if answer not in _ACCEPTED:
        raise AuthorityError(path, f"'{answer}' in column accept", "write yes or no", place)
    if not _ACCEPTED[answer]:
        return None
    if row["kind"].casefold() not in set(EntityKind):
        known = ", ".join(EntityKind)
        raise AuthorityError(path, f"'{row['kind']}' is not a kind", f"use one of {known}", place)
    keep, merge = row["keep"], row["merge"]
    if not keep or not merge:
        raise AuthorityError(path, "a name is missing", "fill in keep and merge", place)
    if keep == merge:
        raise AuthorityError(path, f"'{keep}' cannot lead to itself", "name another", place)
    if "|" in merge or "|" in keep:
        raise AuthorityError(path, "a name holds '|', which separates names", "untick it", place)
    return Merge(EntityKind(row["kind"].casefold()), keep, merge, line)


def _answers(path: Path) -> Mapping[tuple[str, str, str], str]:
    return {
        (row["kind"].casefold(), row["keep"], row["merge"]): row["accept"] for _, row in _rows(path)
    }


def _rows(path: Path) -> list[tuple[int, dict[str, str]]]:
    """Return the table's rows with their lines, cells by column, empty rows left out."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise AuthorityError.not_utf8(path, SAVE_AS_CSV) from error
    lines = text.splitlines(keepends=True) or [""]
    reader = csv.reader(lines, delimiter=separator_of(lines[0]))
    rows: list[tuple[int, dict[str, str]]] = []
    try:
        columns = [cell.strip().casefold() for cell in next(reader, [])]
        missing = [name for name in _NEEDED if name not in columns]
        if missing:
            remedy = f"name the columns {', '.join(MERGE_COLUMNS)}"
            raise AuthorityError(path, f"it has no column '{missing[0]}'", remedy, "line 1")
        for cells in reader:
            if any(cell.strip() for cell in cells):
                padded = [one_line(unguarded(cell)) for cell in cells] + [""] * len(columns)
                row = dict(zip(columns, padded, strict=False))
                rows.append((reader.line_num, row))
    except csv.Error as error:
        place = f"line {reader.line_num}"
        raise AuthorityError(
            path, f"it is not a CSV table ({error})", "save it anew", place
        ) from error
    return rows
