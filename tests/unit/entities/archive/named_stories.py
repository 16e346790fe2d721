"""Stories by the names that they use, for what all of them together say about a name."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from itertools import count
from pathlib import Path

from cuttings.entities.archive.census import Census
from cuttings.entities.archive.name_group import NameGroup
from cuttings.entities.archive.story_names import NameUse, StoryNames
from cuttings.entities.entity import EntityKind

DAY = datetime.date(1987, 3, 1)
_number = count()


def story(
    *uses: NameUse,
    day: datetime.date | None = DAY,
    introduced: tuple[tuple[str, str], ...] = (),
) -> StoryNames:
    """Return a story that uses names."""
    return StoryNames(Path(f"{next(_number):04}.md"), day, uses, introduced)


def person(form: str, *offices: str, by_person: bool = False, is_woman: bool = False) -> NameUse:
    """Return how a story uses a person's name, who does what people do."""
    return NameUse(
        EntityKind.PERSON,
        form,
        by_person=by_person,
        offices=frozenset(offices),
        is_woman=is_woman,
        may_be_human=True,
    )


def organization(form: str, *, by_person: bool = False) -> NameUse:
    """Return how a story uses an organization's name."""
    return NameUse(EntityKind.ORGANIZATION, form, by_person=by_person)


def census(counts: dict[NameUse, int], *others: StoryNames) -> Census:
    """Return the names of an archive in which each use is that of so many stories."""
    return Census([*(story(use) for use, number in counts.items() for _ in range(number)), *others])


def headings(groups: Iterable[NameGroup]) -> dict[str, str]:
    """Return the heading of each name of groups."""
    return {form: group.heading.form for group in groups for form in group.names}
