"""Two names of which a person is asked whether they are one's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.entity import EntityKind
from cuttings.entities.merges.merge_suggestion import MergeSuggestion
from cuttings.review.archive.archive_stories import ArchiveStories
from cuttings.review.changes.step import Answer, Step

MERGE = "merge"
"""What the keys of these questions begin with."""


@dataclass(frozen=True, slots=True)
class NameQuestion:
    """Whether two headings are one person's or one organization's.

    Attributes:
        key: What answers are kept under.
        kind: Person or organization.
        keep: The heading that would stay.
        merge: The heading that would lead to it.
        why: What speaks for it.
        stories: How many stories have ``merge``.
        unsure: Whether the answer was "not sure".
    """

    key: str
    kind: EntityKind
    keep: str
    merge: str
    why: str
    stories: int
    unsure: bool = False

    def shares_name(self, other: NameQuestion) -> bool:
        """Whether another question is about one of its names, or about both."""
        return self.kind is other.kind and bool({self.keep, self.merge} & {other.keep, other.merge})


def in_order(questions: Iterable[NameQuestion]) -> list[NameQuestion]:
    """Return questions, most stories first; what nobody was sure of comes last."""
    return sorted(questions, key=lambda question: (question.unsure, -question.stories))


def merge_key(kind: EntityKind, one: str, other: str) -> str:
    """Return the key of a question about two headings, whichever of them comes first."""
    first, last = sorted((one, other))
    return f"{MERGE} {kind} {first} | {last}"


def open_questions(
    suggestions: Iterable[MergeSuggestion | NameQuestion],
    stories: ArchiveStories,
    authorities: Authorities,
    answers: Mapping[str, Step],
) -> list[NameQuestion]:
    """Return what is still to be asked, most stories first; what nobody was sure of comes last."""
    questions: dict[str, NameQuestion] = {}
    for question in _live(suggestions, stories, authorities, answers):
        questions.setdefault(question.key, question)
    return in_order(questions.values())


def _live(
    suggestions: Iterable[MergeSuggestion | NameQuestion],
    stories: ArchiveStories,
    authorities: Authorities,
    answers: Mapping[str, Step],
) -> Iterator[NameQuestion]:
    """Yield the suggestions that no record and no answer has settled, under today's headings."""
    for item in suggestions:
        kind = item.kind
        keep, merge = (authorities.preferred(kind, name) for name in (item.keep, item.merge))
        answer = answers.get(key := merge_key(kind, keep, merge))
        if (
            keep == merge
            or (answer is not None and answer.answer is not Answer.UNSURE)
            or authorities.are_distinguished(kind, keep, merge)
            or any(authorities.is_hidden(kind, name) for name in (keep, merge))
            or any(authorities.is_divided(kind, name) for name in (keep, merge))
        ):
            continue
        found = stories.of_name((kind, merge), authorities)
        if found and stories.of_name((kind, keep), authorities):
            yield NameQuestion(key, kind, keep, merge, item.why, len(found), answer is not None)
