"""Measures the people of stories that humans tagged with people.

The labels of Reuters-21578 come from a closed list: an editor could tag a story with
"james-baker", but not with an analyst it quotes, who is on no list. So a name that
the tagger finds is compared only if it belongs to somebody on the list, and a name
that belongs to nobody on it is neither right nor wrong. What keeps the tagger from
winning by naming everybody is the count of all names that it finds in a story.
The list is what the labels of the corpus make up.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.quality.known_spans import known_spans
from tests.quality.reuters import reuters_stories
from tests.quality.score import Score

from cuttings.entities.tagging.story import Story
from cuttings.entities.tagging.tagger import Tagger
from cuttings.entities.words.short_names import match_key


@dataclass(frozen=True, slots=True)
class PeopleMeasure:
    """How the people found compare with the labels.

    Attributes:
        score: Of the listed people.
        names_per_story: All people found, listed or not, by story.
    """

    score: Score
    names_per_story: float


def measure_people(corpora: Path) -> PeopleMeasure:
    """Tag all stories that have labels of people and compare, the dateline not given."""
    stories = [story for story in reuters_stories(corpora) if story.people]
    taggings = Tagger(known_spans()).tag_all(Story(title=s.title, text=s.text) for s in stories)
    found = [[person.heading for person in tagging.people] for tagging in taggings]
    listed = {label for story in stories for label in story.people}
    score = Score.of(
        (set(listed_labels(names, listed, story.people)), set(story.people))
        for names, story in zip(found, stories, strict=True)
    )
    return PeopleMeasure(score, sum(map(len, found)) / len(stories))


def is_labelled(name: str, label: str) -> bool:
    """Whether a label can be the name's: it gives its surname, and its given name if any.

    "james-baker" is for "James A. Baker" and a lone "Baker", not for "Howard Baker".
    """
    words, theirs = _key(name.replace("-", " ")), _key(label.replace("-", " "))
    if not words or words[-1] != theirs[-1]:
        return False
    return len(words) == 1 or words[-len(theirs) :] == theirs or theirs[0] in words[:-1]


def listed_labels(
    names: Iterable[str], listed: Collection[str], expected: Collection[str]
) -> Iterator[str]:
    """Yield the labels of the names; a lone surname that several share is the expected one's."""
    for name in names:
        labels = [label for label in listed if is_labelled(name, label)]
        yield from [label for label in labels if label in expected] or labels


def _key(name: str) -> list[str]:
    return [key for word in name.split() if (key := match_key(word))]
