"""The headings of an article's entities, as the authority records prefer them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cuttings.article.article import Article
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.authorities.story_context import StoryContext
from cuttings.entities.countries.country_names import country_names
from cuttings.entities.entity import EntityKind
from cuttings.entities.lines.entity_lines import written_headings


def preferred_headings(
    kind: EntityKind, article: Article, authorities: Authorities
) -> tuple[str, ...]:
    """Return an article's headings of a kind as the authority records prefer them.

    See-from forms become their heading, hidden ones go, and a country's other
    names become its heading, so that each entity stands once. Where records
    tell namesakes apart, the article decides (see ``Authorities.choice``).
    """
    return _preferred(kind, written_headings(article, kind), article, authorities)


def headings_about(article: Article, authorities: Authorities) -> frozenset[str]:
    """Return the headings of the countries that an article is about, as the records prefer them."""
    about = article.countries or ()
    return frozenset(_preferred(EntityKind.COUNTRY, about, article, authorities))


def story_context(article: Article, authorities: Authorities) -> StoryContext:
    """Return what an article tells namesakes apart by.

    Names that records hide or tell apart are not among its entities', so that
    no choice depends on another.
    """
    names = (
        name
        for kind in EntityKind
        for written in written_headings(article, kind)
        for name in _names(kind, written, authorities)
    )
    return StoryContext(article, names)


def _preferred(
    kind: EntityKind, headings: Iterable[str], article: Article, authorities: Authorities
) -> tuple[str, ...]:
    context = story_context(article, authorities)
    preferred = (_heading(kind, written, authorities, context) for written in headings)
    return tuple(dict.fromkeys(h for h in preferred if not authorities.is_hidden(kind, h)))


def _names(kind: EntityKind, written: str, authorities: Authorities) -> Iterator[str]:
    """Yield what an undivided entity is called: its heading and the forms that lead there."""
    heading = _heading(kind, written, authorities, None)
    if not (authorities.is_hidden(kind, heading) or authorities.is_divided(kind, heading)):
        record = authorities.record(kind, heading)
        yield heading
        yield from record.see_from if record else ()


def _heading(
    kind: EntityKind, written: str, authorities: Authorities, context: StoryContext | None
) -> str:
    heading = authorities.preferred(kind, written, context)
    if kind is EntityKind.COUNTRY and heading == written:
        heading = country_names().heading(written) or written
        heading = authorities.preferred(kind, heading, context)
    return heading
