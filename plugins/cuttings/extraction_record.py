"""What would be filed for one story, as a JSON object."""

from __future__ import annotations

from cuttings.entities.country_names import country_names
from cuttings.entities.entity import EntityKind
from cuttings.entities.tagged_article import Role
from cuttings.entities.tagging import Candidate, Tagging
from cuttings.ingest.draft import Draft

JsonObject = dict[str, object]


def extraction_record(draft: Draft, tagging: Tagging) -> JsonObject:
    """Return a draft and its tags as one JSON object.

    Keys: ``source`` (path), ``title``, ``titled``, ``date`` (ISO 8601 or null),
    ``dated``, ``author``, ``publication``, ``agency``, ``url``, ``language``,
    ``body`` (Markdown), ``related``, ``people`` and ``organizations`` (``name``,
    ``count``, ``evidence``), ``countries`` (those, ``code`` and ``role``).
    """
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
        "language": draft.language,
        "body": draft.body,
        "related": list(draft.related),
        "people": _tags(EntityKind.PERSON, draft.people, tagging.people),
        "countries": _countries(draft, tagging.countries),
        "organizations": _tags(EntityKind.ORGANIZATION, draft.organizations, tagging.organizations),
    }


def _countries(draft: Draft, found: tuple[Candidate, ...]) -> list[JsonObject]:
    """Return the countries as ``_tags`` does; the source's own lines say their roles."""
    if draft.countries is None and draft.countries_mentioned is None:
        return _tags(EntityKind.COUNTRY, None, found)
    lines = {Role.ABOUT: draft.countries, Role.MENTIONED: draft.countries_mentioned}
    return [
        tag | {"role": role.value}
        for role, headings in lines.items()
        for tag in _tags(EntityKind.COUNTRY, headings or (), found)
    ]


def _tags(
    kind: EntityKind, given: tuple[str, ...] | None, found: tuple[Candidate, ...]
) -> list[JsonObject]:
    """Return the tags that the source itself gives, else those found in its text."""
    if given is None:
        return [_tag(candidate) for candidate in found]
    by_heading = {candidate.heading: candidate for candidate in found}
    return [_tag(by_heading.get(heading) or _unproved(kind, heading)) for heading in given]


def _unproved(kind: EntityKind, heading: str) -> Candidate:
    """Return a tag that the source gives and its text does not name."""
    return Candidate(
        kind=kind,
        heading=heading,
        code=country_names().codes.get(heading, "") if kind is EntityKind.COUNTRY else "",
        role=Role.MENTIONED,
        count=0,
        evidence="",
        rule="given",
    )


def _tag(candidate: Candidate) -> JsonObject:
    tag: JsonObject = {"name": candidate.heading}
    if candidate.kind is EntityKind.COUNTRY:
        tag |= {"code": candidate.code, "role": candidate.role.value}
    return tag | {"count": candidate.count, "evidence": candidate.evidence}
