"""Which names of an archive are one person's, and by which of them it goes.

A name is put to another only where both give a surname and a given name. A surname alone is a
question of its own (`surnames`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from cuttings.entities.archive.census import Census, NameRecord
from cuttings.entities.archive.misspelling import is_misspelled
from cuttings.entities.archive.name_group import NameGroup
from cuttings.entities.entity import EntityKind
from cuttings.entities.words.name_sounds import letters, sound_key
from cuttings.entities.words.person_names import generation, name_words
from cuttings.entities.words.short_names import is_short_for, match_key

_RARE_SURNAME = 3
"""People of one surname up to which a name with a given name less is the other's; by eye."""

_TIMES_AS_MANY = 3
"""How many times more stories a right spelling has than one that is an error."""


def people(census: Census, left_out: Iterable[str]) -> tuple[NameGroup, ...]:
    """Return the people whose given name and surname the archive has, in a fixed order.

    Args:
        census: All names.
        left_out: Names that are not people's.
    """
    outside = frozenset(left_out)
    records = [
        record
        for record in census.records(EntityKind.PERSON)
        if record.form not in outside and len(name_words(record.form)) > 1
    ]
    groups = _Groups(records)
    _join_spellings(groups, records)
    _join_fuller(groups, records)
    return tuple(sorted(groups.people(), key=lambda person: person.heading.form))


def _join_spellings(groups: _Groups, records: Sequence[NameRecord]) -> None:
    """Put together what is written or sounds alike, and errors to what is right."""
    by_letters: dict[str, list[NameRecord]] = defaultdict(list)
    by_sound: dict[str, list[NameRecord]] = defaultdict(list)
    by_word: dict[tuple[str, str], list[NameRecord]] = defaultdict(list)
    for record in records:
        words = name_words(record.form)
        by_letters[f"{letters(words)} {generation(record.form)}"].append(record)
        by_sound[f"{sound_key(words)} {generation(record.form)}"].append(record)
        if len(words) == 2:
            by_word["given", match_key(words[0])].append(record)
            by_word["surname", match_key(words[1])].append(record)
    borne = Counter(match_key(word) for record in records for word in name_words(record.form))
    for alike in by_letters.values():
        groups.join(alike, "the same but for case, accents or punctuation")
    for alike in by_sound.values():
        groups.join(alike, "another spelling of the same sounds")
    for (kept, _), sharing in by_word.items():
        place = 1 if kept == "given" else 0
        for right, wrong in _errors(sharing, place, borne):
            groups.join([right, wrong], "a misspelling, to judge by how few stories have it")


def _errors(
    sharing: Sequence[NameRecord], place: int, borne: Mapping[str, int]
) -> Iterator[tuple[NameRecord, NameRecord]]:
    """Yield names that share a word and differ by an error in the other, the right one first."""
    by_rest: dict[str, list[NameRecord]] = defaultdict(list)
    for record in sharing:
        word = match_key(name_words(record.form)[place])
        for key in {word[:3], word[-3:]}:
            by_rest[key].append(record)
    for alike in by_rest.values():
        frequent = [record for record in alike if record.count >= _TIMES_AS_MANY]
        for right in frequent:
            word = match_key(name_words(right.form)[place])
            for wrong in alike:
                written = match_key(name_words(wrong.form)[place])
                if (
                    right.count >= _TIMES_AS_MANY * wrong.count
                    and is_misspelled(written, word)
                    and (_share_office(wrong, [right]) or borne[written] == 1)
                ):
                    yield right, wrong


def _join_fuller(groups: _Groups, records: Sequence[NameRecord]) -> None:
    """Put a name with initials or fewer given names to the one fuller name that it fits."""
    bearers: dict[str, list[NameRecord]] = defaultdict(list)
    for record in records:
        bearers[match_key(name_words(record.form)[-1])].append(record)
    for record in sorted(records, key=lambda r: (len(name_words(r.form)), r.form)):
        namesakes = bearers[match_key(name_words(record.form)[-1])]
        fuller = [
            other
            for other in namesakes
            if other is not record
            and _is_fuller(other.form, record.form)
            and _given_names_agree(name_words(record.form), name_words(other.form))
            and not groups.are_one(record, other)
        ]
        persons = {groups.root(other.form) for other in fuller}
        all_of_surname = {groups.root(other.form) for other in namesakes}
        is_common = len(all_of_surname) > _RARE_SURNAME and not _share_office(record, fuller)
        if len(persons) == 1 and not is_common and not _stand_together(record, fuller[0]):
            groups.join([record, fuller[0]], "the only person of that surname whom it fits")


def _is_fuller(name: str, short: str) -> bool:
    """Whether a name says all that another does; of two that fit each other, the longer one does.

    Else "J. Baker" would go to "James Baker" as the name that fits it alone, beside a John Baker.
    """
    is_shorter = is_short_for(name, short) and len(name) < len(short)
    return is_short_for(short, name) and not is_shorter


def _given_names_agree(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether the given names by which two names go can be one person's.

    "Hugh Liedtke" is "J. Hugh Liedtke", and "Larry Johnson" is not "Arnold L. Johnson".
    """
    mine, theirs = match_key(short[0]), [match_key(word) for word in full[:-1]]
    if len(theirs) > 1 and len(theirs[0]) == 1 < len(theirs[1]):
        return mine in theirs[:2]
    if len(mine) == 1 or len(theirs[0]) == 1:
        return mine[:1] == theirs[0][:1]
    return mine in theirs[:2]


def _share_office(record: NameRecord, others: Sequence[NameRecord]) -> bool:
    return any(not record.offices.isdisjoint(other.offices) for other in others)


def _stand_together(one: NameRecord, other: NameRecord) -> bool:
    stories = {id(story) for story in one.stories}
    return any(id(story) in stories for story in other.stories)


class _Groups:
    """Names that are joined step by step; the reason of the first join is kept."""

    def __init__(self, records: Sequence[NameRecord]) -> None:
        self._records = {record.form: record for record in records}
        self._parent = {record.form: record.form for record in records}
        self._why: dict[str, str] = {}

    def root(self, form: str) -> str:
        while self._parent[form] != form:
            self._parent[form] = self._parent[self._parent[form]]
            form = self._parent[form]
        return form

    def are_one(self, one: NameRecord, other: NameRecord) -> bool:
        return self.root(one.form) == self.root(other.form)

    def join(self, records: Sequence[NameRecord], why: str) -> None:
        for record in records[1:]:
            first, second = self.root(records[0].form), self.root(record.form)
            if first != second:
                self._parent[max(first, second)] = min(first, second)
                for form in (records[0].form, record.form):
                    self._why.setdefault(form, why)

    def people(self) -> Iterator[NameGroup]:
        members: dict[str, list[NameRecord]] = defaultdict(list)
        for form, record in self._records.items():
            members[self.root(form)].append(record)
        for records in members.values():
            heading = max(records, key=_merit)
            names = {
                record.form: "" if record is heading else self._why.get(record.form, "")
                for record in records
            }
            yield NameGroup(heading, names, records)


def _merit(record: NameRecord) -> tuple[bool, bool, int, int, str]:
    """Return how well a name does as a heading: spelled out, and in most stories."""
    words = name_words(record.form)
    spelled = [word for word in words if len(word.strip(".")) > 1]
    return record.by_person > 0, len(spelled) > 1, record.count, len(record.form), record.form
