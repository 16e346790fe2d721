"""Whose a surname is that stands alone in a story.

One story that says only "President Reagan" leaves it open; the archive has others with the whole
name. A surname goes to a person

- if those who have it are distinguished by the office that this story gives it, within half a year;
- else, where the story gives none, if one person alone has it in full in that time, or nearly so.

What is left stays alone.
"""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cuttings.entities.archive.bearer import Bearer
from cuttings.entities.archive.census import Census, NameRecord
from cuttings.entities.archive.name_group import NameGroup
from cuttings.entities.archive.story_names import NameUse, StoryNames
from cuttings.entities.authorities.archive_name import ArchiveName
from cuttings.entities.entity import EntityKind
from cuttings.entities.words.person_names import lone_forms, name_words

_FEWEST_STORIES = 3
"""Stories that must have a whole name for it to own a surname without an office; by eye."""

_TIMES_AS_MANY = 5
"""How many times as many stories as all others of the surname together; by eye."""

_MOST_OFFICES = 20
"""Titled forms that a decision lists, the most frequent first: enough for one person's offices."""


@dataclass(frozen=True, slots=True)
class _Owner:
    """Whom a story's lone surname belongs to, and why.

    Attributes:
        person: The person.
        office: The office that the story and others give, or "".
        stories: How many stories have the whole name near it, or with that office.
        others: How many have another's of that surname.
    """

    person: NameGroup
    office: str
    stories: int
    others: int = 0


def owned_surnames(
    lone: Iterable[NameRecord], people: Iterable[NameGroup], census: Census
) -> Iterator[ArchiveName]:
    """Yield whose the surnames are that stand alone.

    Args:
        lone: The surnames, with the stories in which they stand alone.
        people: The people of the archive.
        census: All names, which say how often a surname begins the names of companies.
    """
    bearers = _bearers(people)
    for record in lone:
        candidates = [Bearer(person) for person in bearers.get(record.form, ())]
        if candidates:
            rivals = census.companies_beginning(record.form)
            yield from _names(record, list(_decisions(record, candidates, rivals)))


def _bearers(people: Iterable[NameGroup]) -> Mapping[str, Sequence[NameGroup]]:
    bearers: dict[str, dict[str, NameGroup]] = defaultdict(dict)
    for person in people:
        for record in person.records:
            given = name_words(record.form)[0]
            for form in lone_forms(record.form):
                if form != given:
                    bearers[form][person.heading.form] = person
    return {form: list(persons.values()) for form, persons in bearers.items()}


_Decision = tuple[StoryNames, NameUse, _Owner | None]


def _decisions(
    record: NameRecord, candidates: Sequence[Bearer], rivals: int
) -> Iterator[_Decision]:
    """Yield whose a surname is in each of its stories: by its office first, then by the others."""
    rest: list[tuple[StoryNames, NameUse]] = []
    settled: list[tuple[Bearer, StoryNames, NameUse]] = []
    for story, use in record.uses:
        found = None if use.by_person else _by_office(story, use, candidates)
        if found is None:
            rest.append((story, use))
        else:
            bearer, office, stories = found
            settled.append((bearer, story, use))
            yield story, use, _Owner(bearer.person, office, stories)
    for bearer, story, use in settled:
        bearer.add(story, use)
    for story, use in rest:
        yield story, use, None if use.by_person else _by_number(story, use, candidates, rivals)


def _by_office(
    story: StoryNames, use: NameUse, candidates: Sequence[Bearer]
) -> tuple[Bearer, str, int] | None:
    """Return who has an office that the story gives, the office, and in how many stories."""
    for office in sorted(use.offices, key=lambda office: (-len(office), office)):
        counts = [(bearer, bearer.in_office(office, story.day)) for bearer in candidates]
        if (found := _leading(_of_one_sex(story, use, counts), 1)) is not None:
            return found[0], office, found[1]
    return None


def _by_number(
    story: StoryNames, use: NameUse, candidates: Sequence[Bearer], rivals: int
) -> _Owner | None:
    """Return who alone is named in full, or nearly so; nobody where the story gives an office."""
    if any(not _is_open(office) for office in use.offices):
        return None
    counts = [(bearer, bearer.named.near(story.day)) for bearer in candidates]
    found = _leading(_of_one_sex(story, use, counts), _FEWEST_STORIES, rivals)
    if found is None:
        return None
    others = sum(count for _, count in counts) - found[1]
    return _Owner(found[0].person, "", found[1], others)


def _of_one_sex(
    story: StoryNames, use: NameUse, counts: Sequence[tuple[Bearer, int]]
) -> Sequence[tuple[Bearer, int]]:
    """Leave out those who are never "Mrs." where the story has it, unless nobody is."""
    if not use.is_woman:
        return counts
    women = [(bearer, count) for bearer, count in counts if bearer.as_woman.near(story.day)]
    return women or counts


def _is_open(office: str) -> bool:
    """Whether an office distinguishes nobody: "chairman" and "leader" are said of many."""
    return " " not in office and office not in _TELLING


_TELLING = frozenset({"president", "premier", "chancellor", "senator", "governor", "king", "queen"})


def _leading(
    counts: Sequence[tuple[Bearer, int]], fewest: int, rivals: int = 0
) -> tuple[Bearer, int] | None:
    """Return the one who has nearly all of the stories, those of rivals included, or None."""
    bearer, most = max(counts, key=lambda pair: pair[1])
    others = rivals + sum(count for other, count in counts if other is not bearer)
    return (bearer, most) if most >= fewest and most >= _TIMES_AS_MANY * others else None


def _names(record: NameRecord, decisions: Sequence[_Decision]) -> Iterator[ArchiveName]:
    """Yield a row for each person and office, and for those whom the surname means without one."""
    by_office: dict[str, list[_Decision]] = defaultdict(list)
    plain: dict[str, list[_Decision]] = defaultdict(list)
    for decision in decisions:
        _, use, owner = decision
        if owner is not None and owner.office and use.titled:
            by_office[owner.person.heading.form].append(decision)
        elif owner is not None:
            plain[owner.person.heading.form].append(decision)
    settled = {id(d[0]) for group in (by_office, plain) for of in group.values() for d in of}
    apart = [d for d in decisions if id(d[0]) not in settled]
    only = len({*by_office, *plain}) == 1 and not apart
    for heading, made in by_office.items():
        titled = Counter(form for _, use, _ in made for form in use.titled)
        when = tuple(form for form, _ in titled.most_common(_MOST_OFFICES))
        if only:
            plain[heading] += made
        else:
            yield _name(record, heading, _why_office(made), when=when)
    for heading, made in plain.items():
        yield _name(record, heading, _why_plain(made), *_span(made, decisions, only))
    if plain and apart:
        titled = Counter(form for _, use, _ in apart for form in use.titled)
        if titled:
            when = tuple(form for form, _ in titled.most_common(_MOST_OFFICES))
            yield _name(record, record.form, "nobody of that name has this office", when=when)


def _span(
    made: Sequence[_Decision], decisions: Sequence[_Decision], only: bool
) -> tuple[datetime.date | None, datetime.date | None]:
    """Return the days between which a surname is one person's; none if it always is."""
    days = [story.day for story, _, _ in made if story.day]
    if only or not days or {id(d[0]) for d in made} >= {id(d[0]) for d in decisions}:
        return None, None
    return min(days), max(days)


def _name(
    record: NameRecord,
    heading: str,
    why: str,
    since: datetime.date | None = None,
    until: datetime.date | None = None,
    when: tuple[str, ...] = (),
) -> ArchiveName:
    return ArchiveName(
        kind=EntityKind.PERSON,
        form=record.form,
        heading_kind=EntityKind.PERSON,
        heading=heading,
        when=when,
        since=since,
        until=until,
        why=why,
    )


def _why_office(made: Sequence[_Decision]) -> str:
    owners = [owner for _, _, owner in made if owner]
    offices = Counter(owner.office for owner in owners)
    most = max(owner.stories for owner in owners)
    office = offices.most_common(1)[0][0]
    return f"so named in full and as {office} in {_stories(most)} within half a year"


def _why_plain(made: Sequence[_Decision]) -> str:
    owner = max((owner for _, _, owner in made if owner), key=lambda owner: owner.stories)
    named = f"named in full, or by office, in {_stories(owner.stories)} within half a year"
    others = f"in {owner.others}" if owner.others else "in none"
    return f"{named}, others of that surname {others}"


def _stories(number: int) -> str:
    return "1 other story" if number == 1 else f"{number} other stories"
