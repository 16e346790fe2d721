"""What a result shows of a story, and the blocks of neighbouring stories in one file."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from cuttings.article.identity import slug_unless_plain
from cuttings.article.shortened import shortened
from cuttings.entities.entity import Entity
from cuttings.entities.tagged_article import Tag, TaggedArticle

StoredDocument = list[Any]
"""Its values as ``stored_document`` lists them."""

Of = TypeVar("Of")
"""Something that there is of each document."""

BLOCK_SIZE = 4
"""Documents of one file. Stories on one event are neighbours in time and often in a result."""


def document_blocks(documents: Sequence[Of]) -> Iterator[list[Of]]:
    """Yield the payload of each file of stored documents, filled from the oldest story on.

    So a new story changes the last file alone, and a reader who keeps the archive has all
    others already.

    Args:
        documents: All of them, or something of each, in the order of their numbers, newest first.
    """
    oldest_first = documents[::-1]
    for start in range(0, len(oldest_first), BLOCK_SIZE):
        yield list(oldest_first[start : start + BLOCK_SIZE])


class StoredDocuments(dict[int, StoredDocument]):
    """What is stored of each story, by its number, each made when it is first looked up.

    Args:
        stories: The archive, in the order of their numbers.
    """

    def __init__(self, stories: Sequence[TaggedArticle]) -> None:
        self._stories = stories

    def __missing__(self, number: int) -> StoredDocument:
        document = self[number] = stored_document(self._stories[number])
        return document

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        """Go to another process without the stories."""
        return dict, ({number: self[number] for number in range(len(self._stories))},)


def stored_document(story: TaggedArticle) -> StoredDocument:
    """Return what is stored of a story.

    It holds path, title, date, dated, source, author, URL, people, countries, organizations and
    text. What is longer than a list shows is shortened, because it stands in a file for each of
    its words.
    """
    article = story.article
    return [
        story.path,
        shortened(article.title),
        _day(article.date),
        article.dated.value,
        shortened(article.source),
        shortened(article.author),
        article.url,
        _tags(story.people),
        _tags(story.countries),
        _tags(story.organizations),
        story.text,
    ]


def _day(date: datetime.date | None) -> str:
    return "" if date is None else date.isoformat()[:10]


def _tags(tags: Iterable[Tag]) -> list[str | list[str | int]]:
    return [_tag(tag.entity) for tag in tags]


def _tag(entity: Entity) -> str | list[str | int]:
    """Return the heading alone if it says all.

    Otherwise also ``slug_unless_plain`` and a country's code; 0 if the name has no page.
    """
    heading = shortened(entity.heading)
    slug = slug_unless_plain(entity.slug, heading)
    if not entity.has_page:
        return [heading, slug, 0]
    if entity.code:
        return [heading, slug, entity.code]
    return [heading, slug] if slug else heading
