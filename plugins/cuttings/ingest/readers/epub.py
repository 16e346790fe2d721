"""Electronic books and newspapers (EPUB)."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import cast

from lxml.html import HtmlElement, tostring

from cuttings.article.characters import one_line, printable
from cuttings.article.markup import plain_text
from cuttings.errors import UnreadableSourceError
from cuttings.ingest.documents.book_notes import (
    is_notes_alone,
    put_notes_below,
    refers_to_notes,
    texts_referred_to,
)
from cuttings.ingest.documents.document_package import DocumentPackage, opened_package
from cuttings.ingest.documents.document_story import draft_from_document
from cuttings.ingest.documents.electronic_book import ElectronicBook
from cuttings.ingest.html.page import Page
from cuttings.ingest.raw.draft import Draft
from cuttings.ingest.raw.encoding import decode
from cuttings.ingest.raw.format import Format
from cuttings.ingest.raw.record import NoStory, Record, broken_record
from cuttings.ingest.raw.source_file import SourceFile

_MIME_TYPE = b"mimetypeapplication/epub+zip"
_SHORTEST_STORY = 200
"""Characters of a text that is not a cover, a title page or a notice, where there are several."""


def read_epub(source: SourceFile) -> Iterator[Record]:
    """Yield the texts of a book or newspaper: a chapter, or an article of a newspaper, each.

    Raises:
        UnreadableSourceError: If it is damaged.
    """
    with opened_package(source) as package:
        book = ElectronicBook.read(package)
        texts = _Texts(source, package)
        for number, name in enumerate(book.documents, start=1):
            place = f"text {number}"
            if name in book.locked:
                part = source.part(name.encode(), place)
                yield broken_record(part, "it is locked against copying", "get an unlocked copy")
                continue
            try:
                content = package.part(name)
            except UnreadableSourceError as error:
                part = source.part(name.encode(), place)
                yield broken_record(part, error.reason, error.remedy)
                continue
            if refers_to_notes(content):
                texts.hold_those_with_notes_of(content, name)
            yield Record(source.part(content, place), partial(_story, book, texts, name))


class _Texts:
    """Texts of a book that keep the notes of others; what cannot be read is left out.

    Args:
        source: The book.
        package: Its parts.
    """

    def __init__(self, source: SourceFile, package: DocumentPackage) -> None:
        self._source = source
        self._package = package
        self._held: dict[str, HtmlElement | None] = {}

    def hold_those_with_notes_of(self, content: bytes, name: str) -> None:
        """Read what a text refers to for its notes, while the package is open."""
        root = self._parsed(content, name)
        for other in texts_referred_to(root, name) if root is not None else ():
            if other not in self._held:
                self._held[other] = self._read(other)

    def find(self, name: str) -> HtmlElement | None:
        """Return a text that is held, or None."""
        return self._held.get(name)

    def _read(self, name: str) -> HtmlElement | None:
        try:
            return self._parsed(self._package.part(name), name)
        except UnreadableSourceError:
            return None

    def _parsed(self, content: bytes, name: str) -> HtmlElement | None:
        try:
            page = Page.parse(decode(self._source.part(content, name), markup=True))
        except UnreadableSourceError:
            return None
        return None if page is None else page.root


def _with_notes(page: Page, name: str, texts: _Texts) -> str:
    """Return a text with its notes below it."""
    root = copy.deepcopy(page.root)
    put_notes_below(root, name, texts.find)
    return cast("str", tostring(root, encoding="unicode"))


def _story(book: ElectronicBook, texts: _Texts, name: str, part: SourceFile) -> Draft | NoStory:
    html = decode(part, markup=True)
    is_only = len(book.documents) == 1
    page = Page.parse(html)
    if page is not None and not is_only and is_notes_alone(page.root):
        return NoStory("it is the notes of other texts")
    if page is not None and refers_to_notes(part.payload):
        html = _with_notes(page, name, texts)
    title = book.properties.title if is_only else ""
    try:
        draft = draft_from_document(part, html, replace(book.properties, title=title, keywords=()))
    except UnreadableSourceError:
        if is_only:
            raise
        return NoStory("it is a page without text")
    if not is_only and len(plain_text(draft.body)) < _SHORTEST_STORY:
        return NoStory("it is a cover, a title page or a notice")
    whole = one_line(printable(book.properties.title))
    extra = (("Part_of", whole),) if whole and whole != draft.title else ()
    return replace(
        draft, extra=(*draft.extra, *extra), summary="" if not is_only else draft.summary
    )


FORMAT = Format(
    name="EPUB",
    suffixes=(".epub",),
    records=read_epub,
    recognizes=lambda source: _MIME_TYPE in source.head[:100],
    gives="each chapter, or each article of a newspaper",
    example="magazine.epub",
)
