"""What would be filed for one story, as a JSON object."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from cuttings.article.article_file import entity_lines
from cuttings.article.markup import plain_text
from cuttings.entities.authorities.article_headings import ArticleHeadings
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.authorities.catalogue import Catalogue
from cuttings.entities.entity import EntityKind
from cuttings.entities.lines.entity_lines import ENTITY_LINES
from cuttings.entities.tagged_article import Tag, TaggedArticle
from cuttings.entities.tagging.resolution import resolve, with_found_lines
from cuttings.entities.tagging.tagger import Tagging
from cuttings.ingest.raw.draft import Draft

JsonObject = dict[str, object]


def extraction_record(
    draft: Draft, added: datetime.date, tagging: Tagging, authorities: Authorities
) -> JsonObject:
    """Return a draft and its tags as one JSON object.

    Tags that the source itself gives stay; others are those found in its text.

    Keys: ``source`` (path), ``title``, ``titled``, ``date`` (ISO 8601 or null),
    ``dated``, ``author``, ``publication``, ``agency``, ``url``, ``language``,
    ``body`` (Markdown), ``related``, ``people`` and ``organizations`` (``name``,
    ``count``, ``evidence``), ``countries`` (those, ``code`` and ``role``).

    Args:
        draft: What was read.
        added: The day it would be filed.
        tagging: What the tagger found in it.
        authorities: Records that say which heading a form goes by.
    """
    story = _tagged(draft, added, tagging, authorities)
    return {
        "source": str(draft.source),
        "title": draft.title,
        "titled": draft.titled.value,
        "date": None if draft.date is None else draft.date.isoformat(),
        "dated": draft.dated.value,
        "author": draft.author,
        "publication": draft.publication,
        "agency": draft.agency,
        "url": draft.url,
        "language": draft.own_language,
        "body": draft.body,
        "related": list(draft.related),
        "people": _tags(story.people),
        "countries": _tags(story.countries),
        "organizations": _tags(story.organizations),
    }


def _tagged(
    draft: Draft, added: datetime.date, tagging: Tagging, authorities: Authorities
) -> TaggedArticle:
    article = draft.to_article(draft.slug, added)
    text = plain_text(draft.body)
    found, given = tagging.lines(), entity_lines(article)
    missing = {
        field: found[field]
        for fields in ENTITY_LINES.values()
        if all(given[field] is None for field in fields)
        for field in fields
    }
    filed = with_found_lines(article, missing, text, authorities)
    headings = ArticleHeadings.of(filed, authorities)
    catalogue = Catalogue.of([headings], authorities)
    return resolve(filed, "", text, headings, authorities, catalogue)


def _tags(tags: Iterable[Tag]) -> list[JsonObject]:
    return [_tag(tag) for tag in tags]


def _tag(tag: Tag) -> JsonObject:
    record: JsonObject = {"name": tag.entity.heading}
    if tag.entity.kind is EntityKind.COUNTRY:
        record |= {"code": tag.entity.code, "role": tag.role.value}
    return record | {"count": tag.count, "evidence": tag.evidence}
