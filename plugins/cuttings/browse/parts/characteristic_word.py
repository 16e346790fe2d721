"""The word most characteristic of some stories, for example queries."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

from cuttings.entities.entity import Entity
from cuttings.entities.tagged_article import TaggedArticle

SAMPLE = 1_000
"""The newest stories, from which example queries are chosen."""

LONGEST_EXAMPLE = 40
"""Most characters of an example query: readers type nothing longer (chosen by eye)."""

_WORD = re.compile(r"[^\W\d_]{5,}")


def characteristic_word(
    stories: Sequence[TaggedArticle], sample: Sequence[TaggedArticle], avoid: str
) -> str:
    """Return the word most characteristic of ``stories``.

    It stands in headlines, comes back often in the texts below them but in few
    texts of ``sample``, has five letters or more and names no tag.

    Args:
        stories: The stories to characterize.
        sample: What they are compared with.
        avoid: Words that it must not be.
    """
    avoided = set(_words(avoid))
    frequencies: Counter[str] = Counter()
    for story in stories:
        names = " ".join(form for tag in story.tags for form in (tag.entity.heading, *tag.forms))
        subjects = set(_words(story.article.title)) - set(_words(names)) - avoided
        frequencies.update(word for word in _words(story.text) if word in subjects)
    in_texts: Counter[str] = Counter()
    for story in sample:
        in_texts.update(frequencies.keys() & set(_words(story.text)))
    weights = {
        word: frequency * math.log(1 + len(sample) / in_texts[word])
        for word, frequency in frequencies.items()
    }
    return min(weights, key=lambda word: (-weights[word], word), default="")


def is_example(entity: Entity) -> bool:
    """Return whether an entity's heading is short enough for an example query."""
    return len(entity.heading) <= LONGEST_EXAMPLE


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text.lower()) if len(word) <= LONGEST_EXAMPLE]
