"""The persons a saved page names as its authors, from what its sources agree on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import cast

from lxml import etree
from lxml.html import HtmlElement

from cuttings.ingest.html.page import element_text
from cuttings.ingest.text.byline import LONGEST_BYLINE, byline_authors
from cuttings.ingest.web.page_place import is_elsewhere, names_of
from cuttings.ingest.web.structured_data import StructuredData, names_in

_META_AUTHORS = (
    "dc:creator dcterms:creator dcterm:creator author parsely-author byl sailthru:author "
    "article:author article:author_name og:article:author citation_author author_name "
    "cxenseparse:author creator dcsext:author"
).split()
_BYLINE_NAME = re.compile(
    r"(?:^|[-_\s])(?:by-?line|author|authors|auteur|autor|writer|writtenby|p-author|post-author|"
    r"article-author|reporter|contributor|creator|vcard|fn)(?:$|[-_\s])|byline|author(?:-?name)?$",
    re.I,
)
_OTHER_NAME = re.compile(
    r"bio|image|avatar|photo|thumb|social|comment|widget|related|list-of|popular|share|follow|"
    r"sidebar|promo|teaser|more-?from|recommend|copyright|authority|authoriz|tweet|login|account",
    re.I,
)
_EXACT_MARKS = etree.XPath(
    "descendant-or-self::*/@rel[contains(concat(' ', ., ' '), ' author ')]/.."
    "|descendant-or-self::*/@itemprop[contains(concat(' ', ., ' '), ' author ')"
    " or contains(concat(' ', ., ' '), ' creator ')]/.."
)
_WITHOUT_TEXT = frozenset({"script", "style", "img"})
_MOST_REMEMBERED = 4096
"""Classes whose kind is remembered: a page has a few hundred, and its site's others the same."""


def page_author(root: HtmlElement, data: StructuredData, publication: str) -> str:
    """Return the persons who wrote a page's story, or "" if it names none.

    Structured data comes before meta tags, those before marked-up bylines (``rel``, ``itemprop``)
    and those before elements that are called bylines; but a name that two of
    these agree on comes before one that stands alone.

    Args:
        root: The page.
        data: What the page says about itself.
        publication: Name of the publication, which is not a person.
    """
    groups = [
        [_from_json(data, publication)],
        [byline_authors(content, publication) for content in data.all_tags(*_META_AUTHORS)],
        list(_from_elements(_marked(root), publication)),
        list(_from_elements(_named(root), publication)),
    ]
    found = [[author for author in group if author] for group in groups]
    candidates = [author for group in found for author in group]
    if not candidates:
        return ""
    agreed = [
        author
        for author in candidates
        if sum(_key(author) in map(_key, group) for group in found) > 1
    ]
    author = (agreed or candidates)[0]
    fuller = [other for other in candidates if _key(other).startswith(f"{_key(author)}")]
    return _best_written(author, fuller)


def _from_json(data: StructuredData, publication: str) -> str:
    names = [
        byline_authors(name, publication)
        for value in _items(data.article.get("author")) + _items(data.article.get("creator"))
        if not (isinstance(value, dict) and "Organization" in str(value.get("@type")))
        for name in names_in(value)
    ]
    return ", ".join(dict.fromkeys(filter(None, names)))


def _items(value: object) -> list[object]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _from_elements(elements: Iterator[HtmlElement], publication: str) -> Iterator[str]:
    for element in elements:
        text = element_text(element) or (element.get("content") or element.get("title") or "")
        if not text or len(text) > LONGEST_BYLINE:
            continue
        whole = byline_authors(text, publication)
        names = whole if "(" in whole else _names_by_piece(element, publication) or whole
        if names:
            yield names
            return


def _names_by_piece(element: HtmlElement, publication: str) -> str:
    """Return the persons of a byline whose name, role and date are separate elements."""
    pieces = [" ".join(piece.split()) for piece in element.itertext() if piece.strip()]
    if len(pieces) < 2:
        return ""
    names: dict[str, str] = {}
    for piece in pieces:
        if re.fullmatch(r"(?:by|and|und|et|y|von|par|por|with|,|;|&|:|\||/)+:?", piece, re.I):
            continue
        authors = byline_authors(piece, publication)
        if not authors:
            if names:
                break
            continue
        names.setdefault(_key(authors), authors)
    return ", ".join(names.values())


def _marked(root: HtmlElement) -> Iterator[HtmlElement]:
    body = root.find("body")
    marked = cast("list[HtmlElement]", _EXACT_MARKS(body)) if body is not None else []
    for element in marked:
        if element.tag != "link" and not is_elsewhere(element):
            yield from element.xpath(".//*[contains(@itemprop, 'name')]")[:1] or [element]


def _named(root: HtmlElement) -> Iterator[HtmlElement]:
    body = root.find("body")
    for element in body.iter("*") if body is not None else ():
        is_byline = element.tag not in _WITHOUT_TEXT and _is_byline_name(names_of(element))
        if is_byline and not is_elsewhere(element):
            yield element


@lru_cache(_MOST_REMEMBERED)
def _is_byline_name(names: str) -> bool:
    """Return whether the class and id of an element call it a byline."""
    return bool(_BYLINE_NAME.search(names)) and not _OTHER_NAME.search(names)


def _best_written(author: str, others: list[str]) -> str:
    """Return the fullest spelling of ``author``, in mixed case rather than in capitals."""
    same = [other for other in others if _key(other) == _key(author)]
    remarked = [other for other in others if other.startswith(f"{author} (")]
    mixed = [other for other in (*remarked, author, *same) if not other.isupper()]
    return mixed[0] if mixed else author


def _key(author: str) -> str:
    return " ".join(author.casefold().split())
