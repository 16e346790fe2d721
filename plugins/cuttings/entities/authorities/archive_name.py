"""A name whose meaning the whole archive decides, where a single story cannot."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cuttings.entities.authorities.story_context import StoryContext
from cuttings.entities.entity import EntityKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveName:
    """What a name that the tagger finds stands for.

    Attributes:
        kind: What the tagger takes it for.
        form: The name as found.
        heading_kind: What it is.
        heading: The heading it leads to, or "" if it is not a name of anybody.
        when: Words of which a story must have one; () for any story.
        since: The first day of the stories that this holds for, or None.
        until: The last day of them, or None. A story without a day is outside of both.
        why: The reason, as the end of a sentence.
    """

    kind: EntityKind
    form: str
    heading_kind: EntityKind
    heading: str
    when: tuple[str, ...] = ()
    since: datetime.date | None = None
    until: datetime.date | None = None
    why: str = ""

    def fits(self, story: StoryContext) -> bool:
        """Whether it holds for a story."""
        if self.since or self.until:
            if story.day is None:
                return False
            if story.day < (self.since or story.day) or story.day > (self.until or story.day):
                return False
        return not self.when or bool(story.first_of(self.when))

    @property
    def meaning(self) -> str:
        """Say in words what it stands for, and why."""
        if not self.heading:
            return self.why
        return f"“{self.form}” is taken for {self.heading}: {self.why}"


class ArchiveNames:
    """The names of an archive whose meaning all its stories decide.

    Args:
        names: Several may share a form: those with ``when`` go before those without, and where two
            headings fit a story, none is meant.
    """

    def __init__(self, names: Iterable[ArchiveName] = ()) -> None:
        self.names = tuple(sorted(names, key=_order))
        self._of_form: dict[tuple[EntityKind, str], list[ArchiveName]] = defaultdict(list)
        self._of_heading: dict[tuple[EntityKind, str], list[ArchiveName]] = defaultdict(list)
        for name in self.names:
            self._of_form[name.kind, name.form].append(name)
            self._of_heading[name.heading_kind, name.heading].append(name)

    def meant(self, kind: EntityKind, form: str, story: StoryContext) -> ArchiveName | None:
        """Return what a name found in a story stands for; None for itself."""
        fitting = [name for name in self._of_form.get((kind, form), ()) if name.fits(story)]
        dated = [name for name in fitting if name.when] or fitting
        headings = {(name.heading_kind, name.heading) for name in dated}
        return dated[0] if len(headings) == 1 else None

    def of_form(self, kind: EntityKind, form: str) -> Sequence[ArchiveName]:
        """Return what a name found may stand for, in the order in which it is asked."""
        return self._of_form.get((kind, form), ())

    def leading_to(self, kind: EntityKind, heading: str) -> Sequence[ArchiveName]:
        """Return the names that lead to a heading, in the order of their forms."""
        return self._of_heading.get((kind, heading), ())

    def changes(self, other: ArchiveNames) -> frozenset[tuple[EntityKind, str]]:
        """Return the names that do not mean the same in both, and the headings they lead to."""
        mine, theirs = (set(map(_meaning, names.names)) for names in (self, other))
        changed = mine ^ theirs
        ends = {(kind, heading) for _, _, kind, heading, *_ in changed}
        return frozenset(ends | {(kind, form) for kind, form, *_ in changed})


def _order(name: ArchiveName) -> tuple[str, str, str, str]:
    return name.kind.plural, name.form, name.heading, str(name.since or "")


def _meaning(
    name: ArchiveName,
) -> tuple[EntityKind, str, EntityKind, str, object, object, object]:
    end = (name.heading_kind, name.heading)
    return name.kind, name.form, *end, name.when, name.since, name.until
