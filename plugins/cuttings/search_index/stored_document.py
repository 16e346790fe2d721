"""What a result shows of a story: one small file a document."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from cuttings.entities.tagged_article import Tag, TaggedArticle


def stored_document(story: TaggedArticle) -> list[object]:
    """Return the payload of a story's file.

    It holds path, title, date, dated, source, author, URL, people, countries, organizations and
    text. A tag is its slug, its heading and, for a country that has one, its code.
    """
    article = story.article
    return [
        story.path,
        article.title,
        _day(article.date),
        article.dated.value,
        article.source,
        article.author,
        article.url,
        _tags(story.people),
        _tags(story.countries),
        _tags(story.organizations),
        story.text,
    ]


def _day(date: datetime.date | None) -> str:
    return "" if date is None else date.isoformat()[:10]


def _tags(tags: Iterable[Tag]) -> list[list[str]]:
    return [
        [tag.entity.slug, tag.entity.heading, *([tag.entity.code] if tag.entity.code else [])]
        for tag in tags
    ]
