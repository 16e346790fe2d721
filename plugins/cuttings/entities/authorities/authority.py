"""The authority records of an archive: which heading an entity goes by, in which story."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from pathlib import Path

from cuttings.entities.authorities.archive_name import ArchiveName, ArchiveNames
from cuttings.entities.authorities.archive_table import read_archive_names
from cuttings.entities.authorities.authority_record import AuthorityRecord
from cuttings.entities.authorities.authority_rows import read_authority_rows
from cuttings.entities.authorities.story_context import StoryContext
from cuttings.entities.choice import Choice
from cuttings.entities.entity import EntityKind
from cuttings.entities.words.inverted_name import reading_order
from cuttings.errors import AuthorityTableError, Report, raise_error


class Authorities:
    """The authority records of an archive, by kind.

    Args:
        records: Records by kind. No two may have one heading; of those that
            share a form only one may lack ``when``. ``read`` sees to that in files.
        unread: Kinds whose records could not be read, so that what they hide is unknown.
        archive: What the whole archive decides about names of which no record says anything.

    Attributes:
        certain: By kind, forms and the headings that they lead to in every story, as far as that
            was asked (see ``ArticleHeadings``).
    """

    def __init__(
        self,
        records: Mapping[EntityKind, Iterable[AuthorityRecord]] | None = None,
        unread: Iterable[EntityKind] = (),
        archive: ArchiveNames | None = None,
    ) -> None:
        self.archive = archive or ArchiveNames()
        self._unread = frozenset(unread)
        self._hidden_kinds: frozenset[EntityKind] = frozenset()
        self.certain: dict[EntityKind, dict[str, str]] = {kind: {} for kind in EntityKind}
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
    def read(cls, folder: Path, report: Report = raise_error) -> Authorities:
        """Read ``people.csv``, ``countries.csv`` and ``organizations.csv`` below ``folder``.

        With them comes what the whole archive decides (see ``archive_table``).

        A file that is missing or empty holds no records. A row that is wrong counts as far as
        it can: what it may have meant to hide stays hidden. Of a file that is not such a table
        nothing counts (see ``hiding_unread``).

        Args:
            folder: The folder of the files.
            report: Called with each row and file that is wrong, while the others count; without
                it the first of them is raised.
        """
        records: dict[EntityKind, tuple[AuthorityRecord, ...]] = {}
        for kind in EntityKind:
            path = folder / f"{kind.plural}.csv"
            try:
                records[kind] = read_authority_rows(path, report)
            except AuthorityTableError as error:
                remedy = f"{error.remedy}; until then builds show no {kind.plural}"
                report(AuthorityTableError(path, error.reason, remedy, error.place))
        archive = read_archive_names(folder, report)
        return cls(records, set(EntityKind) - records.keys(), archive)

    def with_archive(self, archive: ArchiveNames) -> Authorities:
        """Return the same records with what the whole archive decides now."""
        other = copy(self)
        other.archive = archive
        return other

    def hiding_unread(self) -> Authorities:
        """Return the same records, which also hide every entity of a kind that was not read.

        A site made with them shows nothing that a person may have hidden.
        """
        hiding = copy(self)
        hiding._hidden_kinds = self._unread
        return hiding

    @property
    def is_whole(self) -> bool:
        """Whether the records of all kinds could be read."""
        return not self._unread

    def record(self, kind: EntityKind, heading: str) -> AuthorityRecord | None:
        """Return the record with a heading, or None."""
        return self._records[kind].get(heading)

    def preferred(self, kind: EntityKind, form: str, context: StoryContext | None = None) -> str:
        """Return the heading that ``form`` leads to; itself if no record knows it.

        A person whose surname stands first ("Reagan, Ronald") goes by the name in reading order.

        A record without ``when`` may lead to a heading that others distinguish;
        what one with ``when`` leads to is final, so this ends after two steps.

        Args:
            kind: The kind of entity.
            form: A heading or another form.
            context: The story that has the form; without one no ``when`` fits.
        """
        while (heading := self.choice(kind, form, context).heading) != form:
            form = heading
        if kind is EntityKind.PERSON and ", " in heading and not self.knows(kind, heading):
            turned = reading_order(heading)
            return heading if turned == heading else self.preferred(kind, turned, context)
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

    def knows(self, kind: EntityKind, form: str) -> bool:
        """Whether a record decides about a form, as its heading or as another one."""
        return any(not record.only_differs for record in self._sharing[kind].get(form, ()))

    def archive_name(self, kind: EntityKind, form: str, story: StoryContext) -> ArchiveName | None:
        """Return what the archive takes a name found in a story for; None where it says nothing.

        Nor does it say anything of a name that a record has: a person has decided about that.
        """
        return None if self.knows(kind, form) else self.archive.meant(kind, form, story)

    def archive_names(
        self, kind: EntityKind, heading: str, story: StoryContext
    ) -> Sequence[ArchiveName]:
        """Return the names that lead to a heading in a story because the archive says so."""
        return tuple(
            name
            for name in self.archive.leading_to(kind, heading)
            if self.archive_name(name.kind, name.form, story) == name
        )

    def is_divided(self, kind: EntityKind, heading: str) -> bool:
        """Whether a record with ``when`` has this heading, or has it for a form."""
        return any(record.when for record in self._sharing[kind].get(heading, ()))

    def facts(self, kind: EntityKind, heading: str) -> str:
        """Return all that the tags of a heading may depend on, as text.

        They depend on no more if no record with ``when`` has a form of the story (``is_divided``).
        """
        names = self.archive.leading_to(kind, heading)
        of_form = [self.archive.of_form(name.kind, name.form) for name in names]
        known = [self.knows(name.kind, name.form) for name in names]
        return repr((self.record(kind, heading), names, of_form, known))

    @functools.cached_property
    def all_facts(self) -> str:
        """All records, and all that the archive decides, as text."""
        return repr((self._records, sorted(self._hidden_kinds), self.archive.names))

    @functools.cached_property
    def has_divided(self) -> bool:
        """Whether any record has ``when``."""
        return any(record.when for of_kind in self._records.values() for record in of_kind.values())

    def are_different(self, kind: EntityKind, one: str, other: str) -> bool:
        """Whether the record of one of two headings says that it is not the other."""
        records = [
            self.record(kind, name) or AuthorityRecord(heading=name) for name in (one, other)
        ]
        first, second = ({record.heading, *record.see_from} for record in records)
        return bool(second & {*records[0].different_from} or first & {*records[1].different_from})

    def are_distinguished(self, kind: EntityKind, one: str, other: str) -> bool:
        """Whether a person distinguished two headings.

        They did if a record says so, or if both have a record that says something else.
        """
        records = self.record(kind, one), self.record(kind, other)
        return self.are_different(kind, one, other) or all(
            record is not None and not record.only_differs for record in records
        )

    def is_hidden(self, kind: EntityKind, heading: str) -> bool:
        """Whether an entity is kept from the site."""
        record = self._records[kind].get(heading)
        return kind in self._hidden_kinds or (record is not None and record.hidden)
