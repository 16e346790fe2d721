"""Tags that are less sure than others, by what the rest of the archive shows.

What a story's own text shows has been decided when it was tagged. What is left are names that other
stories file under another kind, and surnames alone that several people of the archive have.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cuttings.article.article_file import read_front_matter
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.entity import EntityKind
from cuttings.entities.lines.tagged_line import is_by_person
from cuttings.entities.words.person_names import name_words
from cuttings.errors import FrontMatterError
from cuttings.review.archive.archive_stories import ArchiveStories
from cuttings.review.archive.desk_story import DeskStory, Name
from cuttings.review.archive.kind_words import a_kind

TAG = "tag"
"""What the keys of these questions begin with."""

_NAMED = 3
"""Namesakes that a reason names: as many as fit a line."""


@dataclass(frozen=True, slots=True)
class DoubtfulTag:
    """A tag of one story that may be wrong.

    Attributes:
        key: What answers are kept under.
        story: The story.
        kind: The kind under which it stands.
        heading: Its heading, as the line has it.
        reason: Why it is in doubt.
        other_kind: The kind that other stories file it under, else its own.
        doubt: How doubtful it is; more is less sure.
    """

    key: str
    story: DeskStory
    kind: EntityKind
    heading: str
    reason: str
    other_kind: EntityKind
    doubt: float


def doubtful_tags(stories: ArchiveStories, authorities: Authorities) -> list[DoubtfulTag]:
    """Return the tags in doubt, the least sure first; what a person set or recorded is sure."""
    found: list[DoubtfulTag] = []
    surnames = _surnames(stories.names)
    for name, tagged in stories.names.items():
        kind, heading = name
        if kind is EntityKind.COUNTRY or authorities.record(kind, heading) is not None:
            continue
        doubts = (_of_another_kind(name, stories.names), _of_several(name, tagged, surnames))
        for doubt in filter(None, doubts[:1] if doubts[0] else doubts[1:]):
            reason, other_kind, weight = doubt
            found += (
                DoubtfulTag(tag_key(story, name), story, kind, heading, reason, other_kind, weight)
                for story in tagged
                if not story.reviewed and _is_by_tagger(story, kind)
            )
    found.sort(key=lambda tag: (-tag.doubt, tag.heading, tag.story.newest_first))
    return found


def _is_by_tagger(story: DeskStory, kind: EntityKind) -> bool:
    """Whether the tagger wrote the lines of a kind; not if the file cannot be read any more."""
    try:
        return not is_by_person(read_front_matter(story.path), kind)
    except FrontMatterError:
        return False


def tag_key(story: DeskStory, name: Name) -> str:
    """Return the key of the question about a tag of a story."""
    return f"{TAG} {story.path.name} {name[0]} {name[1]}"


_Doubt = tuple[str, EntityKind, float]


def _of_another_kind(name: Name, names: Mapping[Name, Sequence[DeskStory]]) -> _Doubt | None:
    """Return the doubt about a name that more stories file under another kind."""
    kind, heading = name
    here = len(names[name])
    others = {other: len(names.get((other, heading), ())) for other in EntityKind if other != kind}
    other, there = max(others.items(), key=lambda pair: pair[1])
    if there <= here:
        return None
    stories = "1 other story files" if there == 1 else f"{there:,} other stories file"
    return f"{stories} it as {a_kind(other)}", other, 1 + there / here


def _of_several(
    name: Name, tagged: Sequence[DeskStory], surnames: Mapping[str, list[str]]
) -> _Doubt | None:
    """Return the doubt about a surname alone that several people of the archive have."""
    kind, heading = name
    if kind is not EntityKind.PERSON or len(name_words(heading)) != 1:
        return None
    people = surnames.get(heading.casefold(), [])
    if len(people) < 2:
        return None
    named = ", ".join(people[:_NAMED]) + (" …" if len(people) > _NAMED else "")
    return f"a surname alone, and several people have it: {named}", kind, 1 / len(tagged)


def _surnames(names: Mapping[Name, Sequence[DeskStory]]) -> Mapping[str, list[str]]:
    """Return the full names of people by their surnames, those with most stories first."""
    people: defaultdict[str, list[str]] = defaultdict(list)
    full = (name for name in names if name[0] is EntityKind.PERSON)
    for name in sorted(full, key=lambda name: (-len(names[name]), name[1])):
        words: Iterator[str] = iter(name_words(name[1]))
        first, *others = [*words, ""]
        if first and len(others) > 1:
            people[others[-2].casefold()].append(name[1])
    return people
