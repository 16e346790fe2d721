"""The persons a saved page names as its authors, from what its sources agree on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from cuttings.ingest.text.byline import AUTHOR_SEPARATOR, byline_authors, desk_name, pen_name
from cuttings.ingest.web.byline_elements import marked_byline, microformat_byline, named_byline
from cuttings.ingest.web.byline_lines import near_byline
from cuttings.ingest.web.structured_data import StructuredData, names_in

_META_AUTHORS = (
    "dc:creator dcterms:creator dcterm:creator author parsely-author byl sailthru:author "
    "article:author article:author_name og:article:author citation_author author_name "
    "cxenseparse:author creator dcsext:author shareaholic:article_author_name"
).split()
_MARKUP = re.compile(r"<[^<>]*>")
_SHORTEST_SITE = 4
_JSON, _META, _MARKED, _NAMED, _NEAR, _PEN_NAME, _DESK = 6, 4, 4, 3, 3, 2, 1
"""How much each kind of source is believed. On the pages looked at, believing all alike spoils one
byline; without the lines near the headline 9 are missing, without the names of structured data that
only reads like pen names 1, without desks 5, without those that microformats mark 1."""


@dataclass(frozen=True, slots=True)
class _Evidence:
    """A source for who wrote a story: its byline, and how much it is believed."""

    authors: str
    trust: int

    def persons(self) -> frozenset[str]:
        """Return the keys of its persons."""
        return frozenset(_key(name) for name in self.authors.split(AUTHOR_SEPARATOR))


def page_author(root: HtmlElement, data: StructuredData, publication: str, title: str = "") -> str:
    """Return the persons who wrote a page's story, with semicolons between them, or "".

    Structured data is believed more than meta tags and marked-up bylines (``rel``, ``itemprop``),
    and these more than elements that are called bylines and lines near the headline that begin as
    bylines; the byline for which most speaks is taken. For one that names more persons speaks
    what names some of them, too. A desk is believed least: it is the author where no person is.

    Args:
        root: The page.
        data: What the page says about itself.
        publication: Name of the publication, which is not a person.
        title: The story's headline, or "".
    """
    evidence = [
        *_stated(data, publication),
        _Evidence(marked_byline(root, publication), _MARKED),
        _Evidence(named_byline(root, publication), _NAMED),
        _Evidence(near_byline(root, title, publication), _NEAR),
        _Evidence(microformat_byline(root, publication), _DESK),
    ]
    found = [one for one in evidence if one.authors]
    if not found:
        return ""
    best = max(found, key=lambda one: _support(one, found))
    return _best_written(best.authors, [one.authors for one in found])


def _support(one: _Evidence, found: Iterable[_Evidence]) -> int:
    """Return how much speaks for a byline."""
    persons = one.persons()
    return sum(other.trust for other in found if other.persons() <= persons)


def _stated(data: StructuredData, publication: str) -> Iterator[_Evidence]:
    """Yield what structured data and meta tags state."""
    json = [*_json_names(data)]
    yield _listed((byline_authors(name, publication) for name, _ in json), _JSON)
    pen_names = (pen_name(name, publication) for name, kind in json if "Person" in kind)
    yield _listed(pen_names, _PEN_NAME)
    yield _listed((desk_name(name, publication) for name, _ in json), _DESK)
    for tag in _META_AUTHORS:
        contents = [_MARKUP.sub("", content) for content in data.all_tags(tag)]
        bylines = (
            byline_authors(content, publication)
            for content in contents
            if not _is_site(content, publication)
        )
        yield _listed(bylines, _META)
        yield _listed((desk_name(content, publication) for content in contents), _DESK)


def _listed(bylines: Iterable[str], trust: int) -> _Evidence:
    return _Evidence(AUTHOR_SEPARATOR.join(dict.fromkeys(filter(None, bylines))), trust)


def _is_site(content: str, publication: str) -> bool:
    """Return whether a tag begins with the publication's name, as "The Daily Planet, London"."""
    return len(publication) >= _SHORTEST_SITE and _key(content).startswith(_key(publication))


def _json_names(data: StructuredData) -> Iterator[tuple[str, str]]:
    """Yield the names of the authors who are not organizations, each with its type."""
    for value in (*_items(data.article.get("author")), *_items(data.article.get("creator"))):
        kind = str(value.get("@type")) if isinstance(value, dict) else ""
        if "Organization" not in kind:
            yield from ((name, kind) for name in names_in(value))


def _items(value: object) -> list[object]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _best_written(author: str, others: list[str]) -> str:
    """Return the fullest spelling of ``author``, in mixed case rather than in capitals."""
    same = [other for other in others if _key(other) == _key(author)]
    remarked = [other for other in others if other.startswith(f"{author} (")]
    mixed = [other for other in (*remarked, author, *same) if not other.isupper()]
    return mixed[0] if mixed else author


def _key(author: str) -> str:
    return " ".join(author.casefold().split())
