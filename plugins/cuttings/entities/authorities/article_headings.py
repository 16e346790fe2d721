"""The headings of an article's entities, as the authority records prefer them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from cuttings.article.article import Article
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.authorities.story_context import StoryContext, UnknownStory
from cuttings.entities.countries.country_names import country_names
from cuttings.entities.entity import EntityKind
from cuttings.entities.lines.entity_lines import written_headings


@dataclass(frozen=True, slots=True)
class ArticleHeadings:
    """The headings of one article's entities, resolved once.

    See-from forms became their heading, hidden ones are left out, and a country's other
    names became its heading, so that each entity stands once. Where records distinguish
    namesakes, the article decides (see ``Authorities.choice``).

    Attributes:
        path: The page of the article, from the site's root.
        by_kind: The headings of each kind, in the order of the article's lines.
        about: Headings of the countries that the article is about.
        is_divided: Whether records distinguish any of its names from namesakes.
        context: What distinguishes namesakes in the article. Names that records hide or
            distinguish are not among its entities', so that no choice depends on another.
    """

    path: str
    by_kind: Mapping[EntityKind, tuple[str, ...]]
    about: frozenset[str]
    is_divided: bool
    context: StoryContext

    @classmethod
    def of(cls, article: Article, authorities: Authorities) -> ArticleHeadings:
        """Return the headings of an article as its lines and the authority records have them."""
        written = {kind: written_headings(article, kind) for kind in EntityKind}
        context = StoryContext(article, _certain_names(written, authorities))
        preferred = {
            kind: tuple(_preferred(kind, headings, authorities, context))
            for kind, headings in written.items()
        }
        about = _preferred(EntityKind.COUNTRY, article.countries or (), authorities, context)
        is_divided = authorities.has_divided and any(
            _is_divided(kind, written[kind], preferred[kind], authorities) for kind in EntityKind
        )
        return cls(article.path, preferred, frozenset(about), is_divided, context)


def _preferred(
    kind: EntityKind, written: Iterable[str], authorities: Authorities, context: StoryContext
) -> Iterable[str]:
    headings = dict.fromkeys(_heading(kind, form, authorities, context) for form in written)
    return (heading for heading in headings if not authorities.is_hidden(kind, heading))


def _is_divided(
    kind: EntityKind, written: Iterable[str], preferred: Iterable[str], authorities: Authorities
) -> bool:
    """Return whether a record with ``when`` has any of the names or of what they may lead to."""
    certain = {_heading(kind, form, authorities, None) for form in written}
    shown = {heading for heading in certain if not authorities.is_hidden(kind, heading)}
    names = {*written, *preferred, *certain}
    return shown != {*preferred} or any(authorities.is_divided(kind, name) for name in names)


def _certain_names(
    written: Mapping[EntityKind, Iterable[str]], authorities: Authorities
) -> Iterator[str]:
    """Yield what the undivided entities are called: their headings, and what leads there."""
    for kind, forms in written.items():
        for form in forms:
            heading = _heading(kind, form, authorities, None)
            if not (authorities.is_hidden(kind, heading) or authorities.is_divided(kind, heading)):
                record = authorities.record(kind, heading)
                yield heading
                yield from record.see_from if record else ()


def _heading(
    kind: EntityKind, written: str, authorities: Authorities, context: StoryContext | None
) -> str:
    """Return the heading of a name; where every story has the same, it is looked up once."""
    certain = authorities.certain[kind]
    if written not in certain:
        unknown = UnknownStory()
        heading = _decided(kind, written, authorities, unknown)
        if unknown.is_asked:
            return _decided(kind, written, authorities, context)
        certain[written] = heading
    return certain[written]


def _decided(
    kind: EntityKind, written: str, authorities: Authorities, context: StoryContext | None
) -> str:
    heading = authorities.preferred(kind, written, context)
    if kind is EntityKind.COUNTRY and heading == written:
        heading = country_names().heading(written) or written
        heading = authorities.preferred(kind, heading, context)
    return heading
