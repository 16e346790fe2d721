"""What is wrong with the tags of a passage, by kind of error."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from enum import StrEnum

from tests.quality.gold_passage import Passage

from cuttings.entities.entity import EntityKind
from cuttings.entities.tagged_article import Role
from cuttings.entities.tagging.tagger import Candidate, Tagging


class ErrorKind(StrEnum):
    """The ways in which a tag can be wrong."""

    MISSED = "missed"
    SPURIOUS = "spurious"
    WARNED_OF = "warned of"
    WRONG_KIND = "wrong kind"
    WRONG_HEADING = "wrong heading"
    SPLIT = "split"
    MERGED = "merged"
    WRONG_ROLE = "wrong role"


@dataclass(frozen=True, slots=True)
class TagError:
    """One error: what was expected and what came instead, either "" where there is none."""

    kind: ErrorKind
    entity_kind: EntityKind
    expected: str
    got: str


def candidates(tagging: Tagging, kind: EntityKind) -> tuple[Candidate, ...]:
    """Return a tagging's candidates of one kind."""
    return {
        EntityKind.PERSON: tagging.people,
        EntityKind.COUNTRY: tagging.countries,
        EntityKind.ORGANIZATION: tagging.organizations,
    }[kind]


def tag_errors(passage: Passage, tagging: Tagging) -> tuple[TagError, ...]:
    """Compare a passage's tags with the expected ones.

    A heading that shares words with an expected one is not counted twice: it is that one's
    wrong heading if the right one is missing, a split if it is there, and a merger if it
    needs words of two expected ones.
    """
    errors: list[TagError] = []
    explained: set[tuple[EntityKind, str]] = set()
    for kind, expected in passage.expected.items():
        found = {candidate.heading for candidate in candidates(tagging, kind)}
        missing = expected - found
        for heading in sorted(found - expected - passage.optional):
            error = _unexpected(passage, kind, heading, missing)
            errors.append(error)
            explained.add((error.entity_kind, error.expected))
    for kind, expected in passage.expected.items():
        found = {candidate.heading for candidate in candidates(tagging, kind)}
        errors += (
            TagError(ErrorKind.MISSED, kind, heading, "")
            for heading in sorted(expected - found)
            if (kind, heading) not in explained
        )
    return (*errors, *_wrong_roles(passage, tagging))


def _unexpected(passage: Passage, kind: EntityKind, heading: str, missing: Set[str]) -> TagError:
    """Return what the unexpected heading is an error of."""
    for other, expected in passage.expected.items():
        if heading in expected:
            return TagError(ErrorKind.WRONG_KIND, other, heading, f"{kind.value} {heading}")
    related = sorted(e for e in passage.expected[kind] if _words(e) & _words(heading))
    if len(related) > 1 and not any(_words(heading) <= _words(e) for e in related):
        return TagError(ErrorKind.MERGED, kind, related[0], heading)
    for expected_heading in sorted(related, key=lambda e: e not in missing):
        wrong = expected_heading in missing
        error = ErrorKind.WRONG_HEADING if wrong else ErrorKind.SPLIT
        return TagError(error, kind, expected_heading, heading)
    warned = heading in passage.never
    return TagError(ErrorKind.WARNED_OF if warned else ErrorKind.SPURIOUS, kind, "", heading)


def _wrong_roles(passage: Passage, tagging: Tagging) -> Iterator[TagError]:
    for country in tagging.countries:
        if country.heading in passage.expected[EntityKind.COUNTRY]:
            expected = Role.ABOUT if country.heading in passage.about else Role.MENTIONED
            if country.role is not expected:
                yield TagError(
                    ErrorKind.WRONG_ROLE,
                    EntityKind.COUNTRY,
                    f"{country.heading} {expected.value}",
                    country.role.value,
                )


def _words(heading: str) -> set[str]:
    return set(re.findall(r"\w{2,}", heading.casefold()))
