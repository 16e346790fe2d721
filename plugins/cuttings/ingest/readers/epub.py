"""Electronic books and newspapers (EPUB)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from cuttings.article.characters import printable
from cuttings.article.front_matter import one_line
from cuttings.article.markup import plain_text
from cuttings.errors import UnreadableSourceError
from cuttings.ingest.document_package import opened_package
from cuttings.ingest.document_story import draft_from_document
from cuttings.ingest.draft import Draft
from cuttings.ingest.electronic_book import ElectronicBook
from cuttings.ingest.encoding import decode
from cuttings.ingest.format import Format
from cuttings.ingest.record import NoStory, Record, broken_record
from cuttings.ingest.source_file import SourceFile

_MIME_TYPE = b"mimetypeapplication/epub+zip"
_SHORTEST_STORY = 200
"""Characters of a text that is no cover, title page or notice, where there are several."""


def read_epub(source: SourceFile) -> Iterator[Record]:
    """Yield the texts of a book or newspaper: a chapter, or an article of a newspaper, each.

    Raises:
        UnreadableSourceError: If it is damaged.
    """
    with opened_package(source) as package:
        book = ElectronicBook.read(package)
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
            yield Record(source.part(content, place), partial(_story, book))


def _story(book: ElectronicBook, part: SourceFile) -> Draft | NoStory:
    html = decode(part, markup=True)
    is_only = len(book.documents) == 1
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
