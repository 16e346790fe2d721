"""From an article as filed to the story with its tags proved from its text."""

from __future__ import annotations

from cuttings.article.article import Article
from cuttings.entities.authority import Authorities
from cuttings.entities.catalogue import Catalogue, headings_about, preferred_headings
from cuttings.entities.entity import EntityKind
from cuttings.entities.evidence import gather_evidence
from cuttings.entities.salience import subjects
from cuttings.entities.tagged_article import Role, Tag, TaggedArticle


def resolve(
    article: Article, html: str, text: str, authorities: Authorities, catalogue: Catalogue
) -> TaggedArticle:
    """Return an article with its headings resolved and proved; loads no model.

    Which countries it is about its lines say; for people and organizations
    their salience does.

    Args:
        article: The article as filed.
        html: Its body as safe HTML.
        text: Its body as plain text, blocks separated by an empty line.
        authorities: Records that say which heading a form goes by.
        catalogue: The archive's entities, ``article``'s among them.
    """
    entities = [
        catalogue.entity(kind, heading)
        for kind in EntityKind
        for heading in preferred_headings(kind, article, authorities)
    ]
    found = gather_evidence(entities, article.title, text)
    tags: dict[EntityKind, list[Tag]] = {kind: [] for kind in EntityKind}
    for kind in EntityKind:
        of_kind = {heading: e for (its_kind, heading), e in found.items() if its_kind is kind}
        if kind is EntityKind.COUNTRY:
            about = headings_about(article, authorities)
        else:
            about = subjects({heading: e.prominence for heading, e in of_kind.items()})
        for heading, evidence in of_kind.items():
            tags[kind].append(
                Tag(
                    entity=catalogue.entity(kind, heading),
                    role=Role.ABOUT if heading in about else Role.MENTIONED,
                    count=evidence.count,
                    evidence=evidence.sentence,
                    uses=evidence.uses,
                )
            )
    return TaggedArticle(
        article=article,
        html=html,
        text=text,
        people=tuple(tags[EntityKind.PERSON]),
        countries=tuple(tags[EntityKind.COUNTRY]),
        organizations=tuple(tags[EntityKind.ORGANIZATION]),
    )
