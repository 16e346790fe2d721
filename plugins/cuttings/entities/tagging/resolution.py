"""From an article as filed to the story with its tags proved from its text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cuttings.article.article import Article
from cuttings.article.article_file import with_entity_lines
from cuttings.entities.authorities.archive_name import ArchiveName
from cuttings.entities.authorities.article_headings import ArticleHeadings
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.authorities.catalogue import Catalogue
from cuttings.entities.authorities.decided_lines import decided_lines
from cuttings.entities.entity import Entity, EntityKind
from cuttings.entities.evidence.evidence import Evidence, gather_evidence
from cuttings.entities.evidence.prominence import by_salience, subjects
from cuttings.entities.form_use import Rule
from cuttings.entities.lines.entity_lines import ENTITY_LINES
from cuttings.entities.tagged_article import Role, Tag, TaggedArticle


def resolve(
    article: Article,
    html: str,
    text: str,
    headings: ArticleHeadings,
    authorities: Authorities,
    catalogue: Catalogue,
) -> TaggedArticle:
    """Return an article with its headings resolved and proved; loads no model.

    Which countries it is about its lines say; for people and organizations
    their salience does.

    Args:
        article: The article as filed.
        html: Its body as safe HTML.
        text: Its body as plain text, blocks separated by an empty line.
        headings: Its headings, as ``authorities`` prefer them.
        authorities: Records that say which heading a form goes by.
        catalogue: The archive's entities, ``article``'s among them.
    """
    tags: dict[EntityKind, tuple[Tag, ...]] = {}
    for kind, of_kind in _evidence(article, text, headings, catalogue).items():
        if kind is EntityKind.COUNTRY:
            about = headings.about
        else:
            about = subjects({heading: e.prominence for heading, e in of_kind.items()})
        tags[kind] = tuple(
            _tag(
                catalogue.entity(kind, heading),
                Role.ABOUT if heading in about else Role.MENTIONED,
                evidence,
                authorities,
                headings,
            )
            for heading, evidence in of_kind.items()
        )
    return TaggedArticle(
        article=article,
        html=html,
        text=text,
        people=tags[EntityKind.PERSON],
        countries=tags[EntityKind.COUNTRY],
        organizations=tags[EntityKind.ORGANIZATION],
    )


def _tag(
    entity: Entity,
    role: Role,
    evidence: Evidence,
    authorities: Authorities,
    headings: ArticleHeadings,
) -> Tag:
    names = authorities.archive_names(entity.kind, entity.heading, headings.context)
    is_divided = authorities.is_divided(entity.kind, entity.heading)
    return Tag(
        entity=entity,
        role=role,
        count=evidence.count,
        evidence=evidence.sentence,
        uses=evidence.uses,
        choice=authorities.choice(entity.kind, entity.heading, headings.context)
        if is_divided
        else None,
        reasons=_reasons(names, evidence),
        places=evidence.places,
    )


def _reasons(names: Sequence[ArchiveName], evidence: Evidence) -> tuple[str, ...]:
    """Say why forms are taken for an entity; the story that has its name itself shows a surname."""
    is_named = any(use.rule is Rule.NAME for use in evidence.uses)
    forms = {use.form for use in evidence.uses if not (is_named and use.rule is Rule.SURNAME)}
    return tuple(name.meaning for name in names if name.form in forms)


def with_found_lines(
    article: Article, found: Mapping[str, tuple[str, ...]], text: str, authorities: Authorities
) -> Article:
    """Return an article with entity lines as the tagger writes them.

    What the whole archive decides about a name counts, unless a record has the name.
    Their headings are those that the authority records prefer, most salient
    first; which countries stand in which line their salience says. Other lines
    stay, and count among what the story names.

    Args:
        article: The article as filed.
        found: Headings by the keys of the lines to write, all of a kind or none.
        text: Its body as plain text, blocks separated by an empty line.
        authorities: Records that say which heading a form goes by.
    """
    filled = with_entity_lines(article, decided_lines(article, found, authorities))
    headings = ArticleHeadings.of(filled, authorities)
    catalogue = Catalogue.of([headings], authorities)
    lines: dict[str, tuple[str, ...]] = {}
    for kind, of_kind in _evidence(filled, text, headings, catalogue).items():
        prominence = {heading: evidence.prominence for heading, evidence in of_kind.items()}
        ranked = by_salience(prominence)
        about = subjects(prominence) if kind is EntityKind.COUNTRY else frozenset(ranked)
        first, *others = ENTITY_LINES[kind]
        lines[first] = tuple(heading for heading in ranked if heading in about)
        for field in others:
            lines[field] = tuple(heading for heading in ranked if heading not in about)
    return with_entity_lines(article, {field: lines[field] for field in found})


def _evidence(
    article: Article, text: str, headings: ArticleHeadings, catalogue: Catalogue
) -> Mapping[EntityKind, Mapping[str, Evidence]]:
    """Return the evidence for an article's entities by kind and heading, in the lines' order."""
    entities = [
        catalogue.entity(kind, heading) for kind in EntityKind for heading in headings.by_kind[kind]
    ]
    found = gather_evidence(entities, article.title, text, day=article.day)
    by_kind: dict[EntityKind, dict[str, Evidence]] = {kind: {} for kind in EntityKind}
    for (kind, heading), evidence in found.items():
        by_kind[kind][heading] = evidence
    return by_kind
