"""Authority records: which heading an entity goes by, and the forms that lead to it.

An authority file is a CSV table that any spreadsheet opens and saves. Its columns
are ``heading``, ``see-from`` (forms separated by ``|``), ``when`` (words separated
by ``|``), ``same-as`` (a Wikidata id), ``note`` and ``hide`` (``yes`` keeps the
entity from the site). Comma, semicolon and tab are accepted between columns,
because spreadsheets save with the separator of the country they run in.

A row with ``when`` holds for the stories that have one of its words, so that rows
may share a see-from form and tell namesakes apart: "John Smith (banker)" when
"Barclays", "John Smith (cricketer)" when "Lord's". A row without is for all others.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from cuttings.article.front_matter import one_line
from cuttings.entities.choice import Choice
from cuttings.entities.entity import EntityKind
from cuttings.entities.story_context import StoryContext
from cuttings.errors import AuthorityError

COLUMNS = ("heading", "see-from", "when", "same-as", "note", "hide")
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
        when: What a story must have one of for its forms to lead here; () for any story.
        same_as: Wikidata id, or "".
        note: Shown on the entity's page, or "".
        hidden: Whether the entity is kept from the site.
    """

    heading: str
    see_from: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    same_as: str = ""
    note: str = ""
    hidden: bool = False


class Authorities:
    """The authority records of an archive, by kind.

    Args:
        records: Records by kind. No two may have one heading; of those that
            share a form only one may lack ``when``. ``read`` checks that of files.
    """

    def __init__(
        self, records: Mapping[EntityKind, Iterable[AuthorityRecord]] | None = None
    ) -> None:
        self._records: dict[EntityKind, dict[str, AuthorityRecord]] = {}
        self._sharing: dict[EntityKind, dict[str, list[AuthorityRecord]]] = {}
        for kind in EntityKind:
            known = (records or {}).get(kind, ())
            self._records[kind] = {record.heading: record for record in known}
            self._sharing[kind] = {}
            for record in self._records[kind].values():
                for form in (record.heading, *record.see_from):
                    self._sharing[kind].setdefault(form, []).append(record)

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

    def preferred(self, kind: EntityKind, form: str, context: StoryContext | None = None) -> str:
        """Return the heading that ``form`` leads to; itself if no record knows it.

        A record without ``when`` may lead to a heading that others tell apart;
        what one with ``when`` leads to is final, so this ends after two steps.

        Args:
            kind: The kind of entity.
            form: A heading or another form.
            context: The story that has the form; without one no ``when`` fits.
        """
        while (heading := self.choice(kind, form, context).heading) != form:
            form = heading
        return heading

    def choice(self, kind: EntityKind, form: str, context: StoryContext | None = None) -> Choice:
        """Return which of the records that share ``form`` a story decides for."""
        sharing = self._sharing[kind].get(form, ())
        default = next((record.heading for record in sharing if not record.when), form)
        divided = [record for record in sharing if record.when]
        words = {r.heading: context.first_of(r.when) if context else "" for r in divided}
        fitting = tuple((heading, word) for heading, word in words.items() if word)
        others = tuple(heading for heading, word in words.items() if not word)
        if len(fitting) > 1:
            return Choice(form, fitting, others)
        return Choice(fitting[0][0] if fitting else default, fitting, others)

    def is_divided(self, kind: EntityKind, heading: str) -> bool:
        """Whether a record with ``when`` has this heading, or has it for a form."""
        return any(record.when for record in self._sharing[kind].get(heading, ()))

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
    claims: dict[str, list[tuple[AuthorityRecord, int]]] = {}
    try:
        for row in reader:
            if any(row.values()):
                record = _record(path, reader.line_num, row)
                _check_distinct(path, reader.line_num, record, claims)
                yield record
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
    return AuthorityRecord(
        heading=heading,
        see_from=tuple(form for form in _forms(cells.get("see-from", "")) if form != heading),
        when=_forms(cells.get("when", "")),
        same_as=same_as,
        note=cells.get("note", ""),
        hidden=_HIDDEN[hide],
    )


def _forms(cell: str) -> tuple[str, ...]:
    """Return the forms between the ``|`` of a cell, each once."""
    forms = (one_line(form) for form in cell.split("|"))
    return tuple(dict.fromkeys(form for form in forms if form))


def _check_distinct(
    path: Path,
    line: int,
    record: AuthorityRecord,
    claims: dict[str, list[tuple[AuthorityRecord, int]]],
) -> None:
    """Refuse a record that no story can tell from an earlier one with the same form."""
    for form in (record.heading, *record.see_from):
        for earlier, its_line in claims.setdefault(form, []):
            if remedy := _remedy(record, earlier):
                reason = f"'{form}' already leads to '{earlier.heading}' in line {its_line}"
                raise AuthorityError(path, reason, remedy, f"line {line}")
        claims[form].append((record, line))


def _remedy(record: AuthorityRecord, earlier: AuthorityRecord) -> str:
    """Return what tells two records that share a form apart, or "" if ``when`` does.

    One without ``when`` is for the stories that fit no other. Of two with it each
    needs a word of its own, else it would never fit alone.
    """
    if record.heading == earlier.heading:
        return "keep one of the two rows"
    mine, theirs = set(record.when), set(earlier.when)
    if not mine and not theirs:
        return "keep it in one of the two rows, or tell them apart in column when"
    if mine and theirs and (mine <= theirs or theirs <= mine):
        return "give each row a word in column when that the other does not have"
    return ""
