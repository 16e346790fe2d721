"""Tagged articles, made of the little that a test cares about."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from cuttings.article.article import Article, Certainty
from cuttings.article.markup import plain_text, render_html
from cuttings.entities.entity import Entity, EntityKind
from cuttings.entities.evidence.evidence import gather_evidence
from cuttings.entities.form_use import FormUse
from cuttings.entities.tagged_article import Role, Tag, TaggedArticle

ADDED = datetime.date(2026, 1, 2)


def tag_of(entity: Entity, role: Role = Role.ABOUT, uses: tuple[FormUse, ...] = ()) -> Tag:
    """Return a tag that stands for an entity, mentioned once."""
    return Tag(entity=entity, role=role, count=1, evidence="", uses=uses)


def tagged_article(
    body: str = "",
    tags: Sequence[Tag] = (),
    *,
    text: str | None = None,
    date: datetime.date | None = None,
    **fields: Any,
) -> TaggedArticle:
    """Return an article with its tags.

    Args:
        body: Its Markdown.
        tags: Its tags, of any kinds.
        text: What is searched, if not the body's plain text.
        date: Its day, which is certain; None for an article without one.
        fields: Further fields of the article.
    """
    usual: dict[str, Any] = {"title": "A title", "slug": "a-title", "added": ADDED}
    dated = Certainty.EXACT if date else Certainty.UNKNOWN
    article = Article(body=body, date=date, dated=dated, **(usual | fields))
    text = plain_text(body) if text is None else text
    placed: list[Tag] = []
    if tags:
        found = gather_evidence([tag.entity for tag in tags], article.title, text, day=date)
        placed = [
            replace(tag, places=found[tag.entity.kind, tag.entity.heading].places) for tag in tags
        ]
    kinds = {kind: tuple(tag for tag in placed if tag.entity.kind is kind) for kind in EntityKind}
    return TaggedArticle(
        article=article,
        html=render_html(body),
        text=text,
        people=kinds[EntityKind.PERSON],
        countries=kinds[EntityKind.COUNTRY],
        organizations=kinds[EntityKind.ORGANIZATION],
    )
