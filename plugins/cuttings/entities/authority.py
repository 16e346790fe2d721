"""Authority records: which heading an entity goes by, and the forms that lead to it.

An authority file is a CSV table that any spreadsheet opens and saves. Its columns
are ``heading``, ``see-from`` (forms separated by ``|``), ``same-as`` (a Wikidata
id), ``note`` and ``hide`` (``yes`` keeps the entity from the site). Comma,
semicolon and tab are accepted between columns, because spreadsheets save with the
separator of the country they run in.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from cuttings.article.front_matter import one_line
from cuttings.entities.entity import EntityKind
from cuttings.errors import AuthorityError

COLUMNS = ("heading", "see-from", "same-as", "note", "hide")
"""The columns of an authority file."""

_WIKIDATA = re.compile(r"^Q[1-9]\d*$")
_HIDDEN = {"": False, "no": False, "false": False, "0": False}
_HIDDEN |= {"yes": True, "true": True, "1": True, "x": True}


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityRecord:
    """What a person decided about one entity.

    Attributes:
        heading: Preferred name.
        see_from: Other forms, which lead to the heading.
        same_as: Wikidata id, or "".
        note: Shown on the entity's page, or "".
        hidden: Whether the entity is kept from the site.
    """

    heading: str
    see_from: tuple[str, ...] = ()
    same_as: str = ""
    note: str = ""
    hidden: bool = False


class Authorities:
    """The authority records of an archive, by kind.

    Args:
        records: Records by kind. No see-from form may lead to two headings or be
            a heading itself; ``read`` checks that of files.
    """

    def __init__(
        self, records: Mapping[EntityKind, Iterable[AuthorityRecord]] | None = None
    ) -> None:
        self._records: dict[EntityKind, dict[str, AuthorityRecord]] = {}
        self._see: dict[EntityKind, dict[str, str]] = {}
        for kind in EntityKind:
            known = (records or {}).get(kind, ())
            self._records[kind] = {record.heading: record for record in known}
            self._see[kind] = {
                form: record.heading
                for record in self._records[kind].values()
                for form in record.see_from
            }

    @classmethod
    def read(cls, folder: Path) -> Authorities:
        """Read ``people.csv``, ``countries.csv`` and ``organizations.csv`` below ``folder``.

        A file that is missing or empty holds no records.

        Raises:
            AuthorityError: If a file is no such table or a row contradicts another.
        """
        return cls({kind: tuple(_read_file(folder / f"{kind.plural}.csv")) for kind in EntityKind})

    def record(self, kind: EntityKind, heading: str) -> AuthorityRecord | None:
        """Return the record with a heading, or None."""
        return self._records[kind].get(heading)

    def preferred(self, kind: EntityKind, form: str) -> str:
        """Return the heading that ``form`` leads to; itself if no record knows it."""
        return self._see[kind].get(form, form)

    def is_hidden(self, kind: EntityKind, heading: str) -> bool:
        """Whether an entity is kept from the site."""
        record = self._records[kind].get(heading)
        return record is not None and record.hidden


def _read_file(path: Path) -> Iterator[AuthorityRecord]:
    if not path.exists():
        return
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise AuthorityError(path, "it is not UTF-8 text", "save it as 'CSV UTF-8'") from error
    if not text.strip():
        return
    lines = text.splitlines(keepends=True)
    separator = max(",;\t", key=lines[0].count)
    reader = csv.DictReader(lines, delimiter=separator, restkey="", restval="")
    _check_columns(path, reader.fieldnames or ())
    leads: dict[str, tuple[str, int]] = {}
    try:
        for row in reader:
            if any(row.values()):
                yield _checked(path, reader.line_num, _record(path, reader.line_num, row), leads)
    except csv.Error as error:
        raise AuthorityError(
            path, f"it is no CSV table ({error})", "save it anew", f"line {reader.line_num}"
        ) from error


def _check_columns(path: Path, found: Iterable[str]) -> None:
    names = [name.strip().casefold() for name in found]
    unknown = [name for name in names if name and name not in COLUMNS]
    if "heading" not in names or unknown:
        reason = f"it has a column '{unknown[0]}'" if unknown else "it has no column 'heading'"
        remedy = f"name the columns {', '.join(COLUMNS)}"
        raise AuthorityError(path, reason, remedy, "line 1")


def _record(path: Path, line: int, row: Mapping[str, str | list[str]]) -> AuthorityRecord:
    place = f"line {line}"
    if row.get(""):
        raise AuthorityError(
            path, "the row has more cells than columns", "quote cells that hold a separator", place
        )
    cells = {key.strip().casefold(): one_line(str(value)) for key, value in row.items()}
    heading = cells.get("heading", "")
    if not heading:
        raise AuthorityError(path, "the row has no heading", "name it, or delete the row", place)
    same_as = cells.get("same-as", "")
    if same_as and not _WIKIDATA.match(same_as):
        raise AuthorityError(
            path, f"'{same_as}' is no Wikidata id", "write it as Q and digits, as in Q42", place
        )
    hide = cells.get("hide", "").casefold()
    if hide not in _HIDDEN:
        raise AuthorityError(path, f"'{hide}' in column hide", "write yes or no", place)
    forms = (one_line(form) for form in cells.get("see-from", "").split("|"))
    return AuthorityRecord(
        heading=heading,
        see_from=tuple(dict.fromkeys(form for form in forms if form and form != heading)),
        same_as=same_as,
        note=cells.get("note", ""),
        hidden=_HIDDEN[hide],
    )


def _checked(
    path: Path, line: int, record: AuthorityRecord, leads: dict[str, tuple[str, int]]
) -> AuthorityRecord:
    """Return ``record`` if no form of it already leads elsewhere."""
    for form in (record.heading, *record.see_from):
        if form in leads:
            heading, earlier = leads[form]
            raise AuthorityError(
                path,
                f"'{form}' already leads to '{heading}' in line {earlier}",
                "keep it in one of the two rows",
                f"line {line}",
            )
        leads[form] = (record.heading, line)
    return record
