"""What a result shows of a story: one small file a document."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from cuttings.entities.tagged_article import Tag, TaggedArticle


def stored_document(story: TaggedArticle) -> dict[str, object]:
    """Return the payload of a story's file.

    A tag is its slug, its heading and, for a country that has one, its code.
    """
    article = story.article
    return {
        "path": story.path,
        "title": article.title,
        "date": _day(article.date),
        "dated": article.dated.value,
        "source": article.source,
        "author": article.author,
        "url": article.url,
        "people": _tags(story.people),
        "countries": _tags(story.countries),
        "organizations": _tags(story.organizations),
        "text": story.text,
    }


def _day(date: datetime.date | None) -> str:
    return "" if date is None else date.isoformat()[:10]


def _tags(tags: Iterable[Tag]) -> list[list[str]]:
    return [
        [tag.entity.slug, tag.entity.heading, *([tag.entity.code] if tag.entity.code else [])]
        for tag in tags
    ]
