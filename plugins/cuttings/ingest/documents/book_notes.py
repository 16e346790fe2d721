"""Notes of electronic books: each put below the text that refers to it, wherever it is kept."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote

from lxml import html as lxml_html
from lxml.html import HtmlElement

from cuttings.ingest.documents.document_package import part_beside
from cuttings.ingest.html.page import BLOCKS

_REFERENCES = frozenset({"noteref", "doc-noteref"})
_NOTES = frozenset({"footnote", "endnote", "rearnote", "doc-footnote", "doc-endnote"})
_LISTS = frozenset({"footnotes", "endnotes", "rearnotes", "doc-endnotes"})
_WAYS_BACK = frozenset({"backlink", "doc-backlink", "referrer"})
"""Terms of the EPUB 3 Structural Semantics Vocabulary and of Digital Publishing WAI-ARIA."""

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_NO_NOTE = frozenset({"html", "body"})

_MOST_BESIDE = 0.1
"""Part of a text that may stand beside notes if it is nothing else."""

FindText = Callable[[str], HtmlElement | None]
"""Gives the root of another text of the book by its part's name, or None if it has no such part."""


def refers_to_notes(content: bytes) -> bool:
    """Return whether a text of a book may refer to notes."""
    return b"noteref" in content


def texts_referred_to(root: HtmlElement, name: str) -> frozenset[str]:
    """Return the names of the parts, but for its own, that keep notes of a text.

    Args:
        root: The text.
        name: Name of its part.
    """
    places = (_place(reference, name)[0] for reference in _references(root))
    return frozenset(places) - {name}


def put_notes_below(root: HtmlElement, name: str, find_text: FindText) -> None:
    """Put the notes of a text at its end, numbered in the order of the references to them.

    A reference whose note is missing stays as it is, and so does a note that nothing refers to.

    Args:
        root: The text, which is changed.
        name: Name of its part.
        find_text: Gives the other texts that notes are kept in.
    """
    notes = _Notes()
    for reference in list(_references(root)):
        part, anchor = _place(reference, name)
        text = root if part == name else find_text(part)
        note = None if text is None else _note(text, anchor)
        if note is not None and note not in reference.iterancestors():
            _write_number(reference, notes.number(note))
    below = notes.written()
    for note in notes.found:
        if note.getroottree().getroot() is root:
            note.drop_tree()
    for notes_list in [one for one in root.iter() if _kinds(one) & _LISTS]:
        if notes_list.tag not in _NO_NOTE and not _has_text_below_headings(notes_list):
            notes_list.drop_tree()
    if len(below):
        body = root.find("body")
        (body if body is not None else root).append(below)


def is_notes_alone(root: HtmlElement) -> bool:
    """Return whether a text is the notes of others, with no more than headings beside them."""
    notes = [one for one in root.iter() if _kinds(one) & (_NOTES | _LISTS)]
    if not notes:
        return False
    rest = copy.deepcopy(root)
    for element in [*rest.iter(*_HEADINGS, "title"), *rest.iter()]:
        if element.tag in (*_HEADINGS, "title") or _kinds(element) & (_NOTES | _LISTS):
            _empty(element)
    return _length(rest) < _MOST_BESIDE * _length(root)


@dataclass(slots=True)
class _Notes:
    """The notes that a text refers to, in the order of the references, and the marks of these."""

    found: list[HtmlElement] = field(default_factory=list)
    _numbers: dict[HtmlElement, int] = field(default_factory=dict)

    def number(self, note: HtmlElement) -> int:
        """Return the number of a note; one that is referred to again keeps its own."""
        if note not in self._numbers:
            self.found.append(note)
            self._numbers[note] = len(self.found)
        return self._numbers[note]

    def written(self) -> HtmlElement:
        """Return the notes as a list, without the links that lead back into the text."""
        below = lxml_html.Element("ol")
        for note in self.found:
            inner = copy.deepcopy(note)
            inner.tag, inner.tail = "li", None
            inner.attrib.clear()
            for link in [one for one in inner.iter("a") if _leads_back(one)]:
                link.drop_tree()
            below.append(inner)
        return below


def _empty(element: HtmlElement) -> None:
    element.text = None
    del element[:]


def _length(root: HtmlElement) -> int:
    return len(" ".join(root.text_content().split()))


def _references(root: HtmlElement) -> Iterator[HtmlElement]:
    for link in root.iter("a"):
        if (_kinds(link) | _kinds(link.getparent())) & _REFERENCES:
            yield link


def _kinds(element: HtmlElement | None) -> frozenset[str]:
    if element is None:
        return frozenset()
    return frozenset(f"{element.get('epub:type', '')} {element.get('role', '')}".lower().split())


def _place(reference: HtmlElement, name: str) -> tuple[str, str]:
    """Return the part and the anchor that a reference in the part ``name`` leads to."""
    path, _, anchor = (reference.get("href") or "").strip().partition("#")
    return part_beside(name, unquote(path)) if path else name, unquote(anchor)


def _note(text: HtmlElement, anchor: str) -> HtmlElement | None:
    """Return the note at an anchor: the block that the anchor is or stands in."""
    if not anchor.isprintable():
        return None
    anchored = text.xpath("//*[@id=$anchor]", anchor=anchor)
    if not anchored:
        return None
    around = [anchored[0], *anchored[0].iterancestors()]
    marked = next((one for one in around if _kinds(one) & _NOTES), None)
    block = next((one for one in around if one.tag in BLOCKS), None)
    note = marked if marked is not None else block
    return note if note is not None and note.tag not in _NO_NOTE else None


def _write_number(reference: HtmlElement, number: int) -> None:
    reference.tag = "sup"
    reference.attrib.clear()
    for child in list(reference):
        child.drop_tree()
    reference.text = f"[{number}]"


def _leads_back(link: HtmlElement) -> bool:
    """Return whether a link in a note leads back: by its name, or as an arrow or number would."""
    is_inside = "#" in (link.get("href") or "") and "://" not in (link.get("href") or "")
    text = link.text_content().strip()
    return bool(_kinds(link) & _WAYS_BACK) or (is_inside and not any(map(str.isalpha, text)))


def _has_text_below_headings(element: HtmlElement) -> bool:
    rest = copy.deepcopy(element)
    for heading in list(rest.iter(*_HEADINGS)):
        if heading is not rest:
            heading.drop_tree()
    return bool(rest.text_content().strip())
