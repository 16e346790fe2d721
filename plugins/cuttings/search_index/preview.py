"""Previews: what results show of the best stories of each term, in files beside the postings.

Ten results lie scattered over the archive, so their stored documents are ten files. Most searches
end in stories that are the best of one of their words, or all that its rarest word has; those
stand together in one file, each with the passage that holds the word.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from cuttings.article.article import Certainty
from cuttings.article.identity import plain_slug
from cuttings.search_index.best_documents import BestDocuments
from cuttings.search_index.field import FIELDS
from cuttings.search_index.inverted_index import InvertedIndex, TermPostings
from cuttings.search_index.packing import pack, pack_number
from cuttings.search_index.passage import passage
from cuttings.search_index.stored_document import StoredDocument
from cuttings.search_index.term_list import shared_length
from cuttings.search_index.terms.analysis import Analysis

MOST_DOCUMENTS = 12
"""Documents that a term's preview holds: ten results, and some that a second word moves up."""

LEAST_DOCUMENTS = 3
"""A term of fewer documents has no preview; their own files are as few requests."""

_TEXT = [field.name for field in FIELDS].index("text")

LEAST_SIZE, MOST_SIZE = 6_000, 12_000
"""Characters of passages at which a file may end, and must: about 6.5 KB gzipped in the mean."""

CLOSING_TERMS = 2
"""One of so many terms closes a file that may be closed."""


ShownStory = list[str]
"""What a result shows of a story: its headline, its address (``_address``), its day, the packed
numbers of its source and its tags in the tables of the file, and a passage; then author and URL
unless both are unknown. A day of which the source is not sure ends with ``INFERRED``.
"""

Preview = tuple[str, str, list[ShownStory]]
"""A term, its documents and what each of these shows, from the oldest on.

The documents are packed as differences of their places, counted from the archive's oldest. So a
new story moves none of them.
"""

INFERRED = "~"


@dataclass(frozen=True, slots=True)
class PreviewedTerm:
    """A term that has a preview.

    Attributes:
        term: The term.
        documents: The numbers of the documents shown, ascending.
        in_text: For each of these whether its text holds the term.
    """

    term: str
    documents: tuple[int, ...]
    in_text: tuple[bool, ...]


def previewed_terms(
    index: InvertedIndex, entries: Iterable[TermPostings]
) -> Iterator[PreviewedTerm]:
    """Yield the terms that have a preview, with the documents that are best for each.

    Args:
        index: The index, whose statistics weigh the terms.
        entries: All its terms; their order stays.
    """
    best = BestDocuments(index)
    for postings in entries:
        documents = best.of(postings, MOST_DOCUMENTS)
        if len(documents) >= LEAST_DOCUMENTS:
            holding = set(postings.fields[_TEXT].documents)
            in_text = tuple(number in holding for number in documents)
            yield PreviewedTerm(postings.term, tuple(documents), in_text)


@dataclass(slots=True)
class PreviewFile:
    """The previews of neighbouring terms, with tables of what their stories have in common.

    Attributes:
        sources: The sources of its stories, each once.
        tags: Their tags as stored documents have them, each once.
        previews: The previews.
    """

    sources: dict[str, int] = field(default_factory=dict)
    tags: dict[str | tuple[str | int, ...], int] = field(default_factory=dict)
    previews: list[Preview] = field(default_factory=list)

    @property
    def payload(self) -> list[object]:
        """The file as it is written."""
        return [list(self.sources), list(self.tags), self.previews]

    def shown(self, document: StoredDocument, passage: str) -> ShownStory:
        """Return what a result shows of a stored document with a passage for its text."""
        path, title, date, dated, source, author, url, *kinds, _ = document
        numbers = [self.sources.setdefault(source, len(self.sources)) + 1 if source else 0]
        for tags in kinds:
            numbers.append(len(tags))
            numbers += [self.tags.setdefault(_key(tag), len(self.tags)) for tag in tags]
        day = date + INFERRED if dated == Certainty.INFERRED else date
        shown = [title, _address(path, title), day, pack(numbers), passage]
        return [*shown, author, url] if author or url else shown


def _key(tag: str | list[str | int]) -> str | tuple[str | int, ...]:
    return tag if isinstance(tag, str) else tuple(tag)


def _address(path: str, title: str) -> str:
    """Return the name of a story's page by how much it shares with that of its headline."""
    slug = path.removeprefix("articles/").removesuffix(".html")
    shared = shared_length(plain_slug(title), slug)
    return pack_number(shared) + slug[shared:]


@dataclass(slots=True)
class PreviewFiles:
    """The preview files of an index while they are made.

    Where a file ends is decided by its own terms alone, so what a new story adds to one file
    leaves those behind it as they were.

    Attributes:
        documents: All stored documents, by number.
        analysis: What the index was made with, and so has met every spelling.
        files: The files, in the order of their terms.
    """

    documents: Sequence[StoredDocument]
    analysis: Analysis
    files: list[PreviewFile] = field(default_factory=list)
    _size: int = 0
    _is_open: bool = False

    @property
    def payloads(self) -> list[list[object]]:
        """The files as they are written."""
        return [file.payload for file in self.files]

    def add(self, previewed: PreviewedTerm) -> int:
        """Add the next term; return the number of its file."""
        if not self._is_open:
            self.files.append(PreviewFile())
            self._size = 0
        term = previewed.term
        holding = reversed(list(zip(previewed.documents, previewed.in_text, strict=True)))
        shown = [self._shown(number, term if in_text else None) for number, in_text in holding]
        places = [len(self.documents) - 1 - number for number in reversed(previewed.documents)]
        gaps = (b - a for a, b in zip([0, *places], places, strict=False))
        self.files[-1].previews.append((term, pack(gaps), shown))
        self._is_open = not self._ends_at(term)
        return len(self.files) - 1

    def _ends_at(self, term: str) -> bool:
        """Say whether the file of a term that was just added ends with it."""
        closes = zlib.crc32(term.encode()) % CLOSING_TERMS == 0
        return self._size >= (LEAST_SIZE if closes else MOST_SIZE)

    def _shown(self, number: int, term: str | None) -> ShownStory:
        """Return what is shown of a document, with the passage for ``term`` or the beginning."""
        document = self.documents[number]
        text = document[-1]
        place = 0 if term is None else self.analysis.first_place(text, term)
        part = passage(text, place)
        self._size += len(part)
        return self.files[-1].shown(document, part)


def pack_files(numbers: Iterable[int | None]) -> str:
    """Return for each term 0 if it has no file, else one more than the step from the last file."""
    return "".join(_steps(numbers))


def _steps(numbers: Iterable[int | None]) -> Iterator[str]:
    last = 0
    for number in numbers:
        yield pack_number(0 if number is None else number - last + 1)
        last = last if number is None else number
