"""The archive as data: one JSON object per story and line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from cuttings.entities.tagged_article import Tag, TaggedArticle
from cuttings.errors import InputError, Report, raise_error

_NONE: Mapping[str, str] = MappingProxyType({})

PATH = "data/articles.jsonl"
"""The file's path from the site's root."""


def article_records(
    stories: Iterable[TaggedArticle],
    report: Report = raise_error,
    known: Mapping[str, str] = _NONE,
) -> Iterator[tuple[TaggedArticle, str]]:
    """Yield each story and its line, with the line feed.

    Each line is ASCII, so that a separator of other line conventions
    (U+2028) in a headline cannot end it early.

    Args:
        stories: The archive.
        report: Called with the reason for each story that cannot be written.
        known: Lines of an earlier build, by the digests of their stories.
    """
    for story in stories:
        try:
            line = known.get(story.digest) or _line(story)
        except Exception as error:
            report(InputError.unforeseen(story.name, error, step="written as data"))
            continue
        yield story, line


def _line(story: TaggedArticle) -> str:
    return json.dumps(_record(story), separators=(",", ":")) + "\n"


def _record(story: TaggedArticle) -> dict[str, object]:
    article = story.article
    return {
        "path": story.path,
        "title": article.title,
        "titled": article.titled.value,
        "date": article.date.isoformat() if article.date else None,
        "dated": article.dated.value,
        "source": article.source,
        "author": article.author,
        "agency": article.agency,
        "url": article.url,
        "language": article.language,
        "added": article.added.isoformat(),
        "original": article.original,
        "reviewed": article.reviewed,
        "people": _tags(story.people),
        "countries": _tags(story.countries),
        "organizations": _tags(story.organizations),
    }


def _tags(tags: Iterable[Tag]) -> list[dict[str, object]]:
    return [
        {
            "name": tag.entity.heading,
            **({"code": tag.entity.code} if tag.entity.code else {}),
            **({"same_as": tag.entity.same_as} if tag.entity.same_as else {}),
            "role": tag.role.value,
            "count": tag.count,
        }
        for tag in tags
    ]
