"""Previews: what results show of the best stories of each term, in files beside the postings.

Ten results lie scattered over the archive, so their stored documents are ten files. Most searches
end in stories that are the best of one of their words, or all that its rarest word has; those
stand together in one file, each with the passage that holds the word.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from cuttings.search_index.analysis import Analysis
from cuttings.search_index.best_documents import BestDocuments
from cuttings.search_index.field import FIELDS
from cuttings.search_index.inverted_index import InvertedIndex, TermPostings
from cuttings.search_index.packing import pack, pack_number
from cuttings.search_index.passage import passage
from cuttings.search_index.stored_document import StoredDocument

MOST_DOCUMENTS = 12
"""Documents that a term's preview holds: ten results, and some that a second word moves up."""

LEAST_DOCUMENTS = 3
"""A term of fewer documents has no preview; their own files are as few requests."""

_TEXT = [field.name for field in FIELDS].index("text")

LEAST_SIZE, MOST_SIZE = 6_000, 12_000
"""Characters of passages at which a file may end, and must: about 6.5 KB gzipped in the mean."""

CLOSING_TERMS = 2
"""One of so many terms closes a file that may be closed."""


Preview = tuple[str, str, list[StoredDocument]]
"""A term, its documents and what each of these shows, from the oldest on.

The documents are packed as differences of their places, counted from the archive's oldest. So a
new story moves none of them.
"""


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
class PreviewFiles:
    """The preview files of an index while they are made.

    Where a file ends is decided by its own terms alone, so what a new story adds to one file
    leaves those behind it as they were.

    Attributes:
        documents: All stored documents, by number.
        analysis: What the index was made with, and so has met every spelling.
        payloads: A file each: the previews of neighbouring terms.
    """

    documents: Sequence[StoredDocument]
    analysis: Analysis
    payloads: list[list[Preview]] = field(default_factory=list)
    _size: int = 0
    _is_open: bool = False

    def add(self, previewed: PreviewedTerm) -> int:
        """Add the next term; return the number of its file."""
        if not self._is_open:
            self.payloads.append([])
            self._size = 0
        term = previewed.term
        shown = [
            self._preview(number, term if in_text else None)
            for number, in_text in zip(previewed.documents, previewed.in_text, strict=True)
        ]
        places = [len(self.documents) - 1 - number for number in reversed(previewed.documents)]
        gaps = (b - a for a, b in zip([0, *places], places, strict=False))
        self.payloads[-1].append((term, pack(gaps), shown[::-1]))
        self._is_open = not self._ends_at(term)
        return len(self.payloads) - 1

    def _ends_at(self, term: str) -> bool:
        """Say whether the file of a term that was just added ends with it."""
        closes = zlib.crc32(term.encode()) % CLOSING_TERMS == 0
        return self._size >= (LEAST_SIZE if closes else MOST_SIZE)

    def _preview(self, number: int, term: str | None) -> StoredDocument:
        """Return a stored document with a passage in the place of its text.

        The passage is for ``term``, or the beginning.
        """
        *rest, text = self.documents[number]
        whole = str(text)
        place = 0 if term is None else self.analysis.first_place(whole, term)
        part = passage(whole, place)
        self._size += len(part)
        return [*rest, part]


def pack_files(numbers: Iterable[int | None]) -> str:
    """Return for each term 0 if it has no file, else one more than the step from the last file."""
    return "".join(_steps(numbers))


def _steps(numbers: Iterable[int | None]) -> Iterator[str]:
    last = 0
    for number in numbers:
        yield pack_number(0 if number is None else number - last + 1)
        last = last if number is None else number
