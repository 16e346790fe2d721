"""How often, when and how all stories use each name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from cuttings.entities.archive.story_names import NameUse, StoryNames
from cuttings.entities.entity import EntityKind
from cuttings.entities.words.person_names import name_words

_HEADED = frozenset({"Administration", "Cabinet", "Foundation", "Government", "Library"})
"""What follows the name of the person who heads it, or for whom it is named."""


@dataclass(slots=True)
class NameRecord:
    """A name of one kind, and the stories that have it.

    Attributes:
        kind: What it is taken for.
        form: The name.
        uses: Its use in each story, with the story.
        offices: The offices that stories give it.
        human: Stories in which it has a title of people, an office, or does what people do.
        may_be_human: Stories in which it does what people mostly do.
        company: Stories in which it has what companies have.
        common: Stories that have a word of it in small letters.
        by_person: Stories in which a person set it.
    """

    kind: EntityKind
    form: str
    uses: list[tuple[StoryNames, NameUse]] = field(default_factory=list)
    offices: set[str] = field(default_factory=set)
    human: int = 0
    may_be_human: int = 0
    company: int = 0
    common: int = 0
    by_person: int = 0

    def add(self, story: StoryNames, use: NameUse) -> None:
        """Count a story."""
        self.uses.append((story, use))
        self.offices |= use.offices
        self.human += use.is_human
        self.may_be_human += use.may_be_human
        self.company += use.is_company
        self.common += use.is_common
        self.by_person += use.by_person

    @property
    def count(self) -> int:
        """How many stories have it."""
        return len(self.uses)

    @property
    def stories(self) -> Iterator[StoryNames]:
        """The stories that have it."""
        return (story for story, _ in self.uses)


class Census:
    """All names of an archive.

    Args:
        stories: What each story says about its names.
    """

    def __init__(self, stories: Iterable[StoryNames]) -> None:
        self.stories = tuple(stories)
        self._records: dict[EntityKind, dict[str, NameRecord]] = {}

    def _of_kind(self, kind: EntityKind) -> Mapping[str, NameRecord]:
        """Return the names of a kind, which are counted when they are first asked for."""
        if kind not in self._records:
            records = self._records[kind] = {}
            for story in self.stories:
                for use in story.uses:
                    if use.kind is kind:
                        record = records.get(use.form)
                        if record is None:
                            record = records[use.form] = NameRecord(kind, use.form)
                        record.add(story, use)
        return self._records[kind]

    @cached_property
    def _company_words(self) -> Counter[str]:
        words = Counter[str]()
        for form, record in self._of_kind(EntityKind.ORGANIZATION).items():
            parts = form.split()
            if len(parts) > 1 and parts[1] not in _HEADED:
                words[parts[0]] += record.count
        return words

    @cached_property
    def _surnames(self) -> Mapping[str, set[str]]:
        surnames: dict[str, set[str]] = defaultdict(set)
        for record in self._of_kind(EntityKind.PERSON).values():
            words = name_words(record.form)
            if len(words) > 1 and (record.human or record.may_be_human):
                surnames[words[0]].add(words[-1])
        return surnames

    def records(self, kind: EntityKind) -> Sequence[NameRecord]:
        """Return the names of a kind in the order of the alphabet."""
        records = self._of_kind(kind)
        return [records[form] for form in sorted(records)]

    def record(self, kind: EntityKind, form: str) -> NameRecord | None:
        """Return what is known of a name, or None."""
        return self._of_kind(kind).get(form)

    def companies_beginning(self, word: str) -> int:
        """Return how many stories have an organization whose name begins with a word.

        Those are left out that a person of that name heads ("Reagan Administration").
        """
        return self._company_words[word]

    def surnames_with(self, given: str) -> frozenset[str]:
        """Return the surnames of the people with a given name who do what people do."""
        return frozenset(self._surnames.get(given, ()))

    def count(self, kind: EntityKind, form: str) -> int:
        """Return how many stories have a name."""
        record = self.record(kind, form)
        return record.count if record else 0
