"""The tags of a story as plain values, which the next build loads in a third of the time."""

from __future__ import annotations

from cuttings.entities.authorities.catalogue import Catalogue
from cuttings.entities.choice import Choice
from cuttings.entities.entity import EntityKind
from cuttings.entities.form_use import FormUse, Rule
from cuttings.entities.tagged_article import Role, Tag, TaggedArticle
from cuttings.entities.text_places import TextPlaces

_KeptUse = tuple[str, str, int]
_KeptTag = tuple[str, str, int, str, tuple[_KeptUse, ...], Choice | None, tuple[str, ...], bytes]

KeptTags = tuple[tuple[_KeptTag, ...], ...]
"""Tags of one story for people, countries and organizations, without what the catalogue says."""

_ROLES = {role.value: role for role in Role}
_RULES = {rule.value: rule for rule in Rule}


def kept_tags(story: TaggedArticle) -> KeptTags:
    """Return the tags of a story to be kept."""
    return tuple(
        tuple(map(_kept, tags)) for tags in (story.people, story.countries, story.organizations)
    )


def tags_of(kept: KeptTags, catalogue: Catalogue) -> tuple[tuple[Tag, ...], ...]:
    """Return the tags that were kept of a story.

    Args:
        kept: What was kept.
        catalogue: Says what their entities are.
    """
    return tuple(
        tuple(_tag(kind, tag, catalogue) for tag in of_kind)
        for kind, of_kind in zip(EntityKind, kept, strict=True)
    )


def _kept(tag: Tag) -> _KeptTag:
    uses = tuple((use.form, use.rule.value, use.count) for use in tag.uses)
    heading, role = tag.entity.heading, tag.role.value
    places = tag.places.packed
    return heading, role, tag.count, tag.evidence, uses, tag.choice, tag.reasons, places


def _tag(kind: EntityKind, kept: _KeptTag, catalogue: Catalogue) -> Tag:
    heading, role, count, evidence, uses, choice, reasons, places = kept
    return Tag(
        entity=catalogue.entity(kind, heading),
        role=_ROLES[role],
        count=count,
        evidence=evidence,
        uses=tuple(FormUse(form, _RULES[rule], times) for form, rule, times in uses),
        choice=choice,
        reasons=reasons,
        places=TextPlaces(places),
    )
