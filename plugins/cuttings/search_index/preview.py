"""Previews: what results show of the best stories of each term, in files beside the postings.

Ten results lie scattered over the archive, so their stored documents are ten files. Most searches
end in stories that are the best of one of their words, or all that its rarest word has; those
stand together in one file, each with the passage that holds the word.
"""

from __future__ import annotations

import re
import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, Self

import numpy as np

from cuttings.article.article import Certainty
from cuttings.article.identity import plain_slug
from cuttings.search_index.best_documents import BestDocuments
from cuttings.search_index.field import FIELDS
from cuttings.search_index.inverted_index import InvertedIndex
from cuttings.search_index.kept.kept_previews import KEY_SIZE, KeptPreviews, Passages
from cuttings.search_index.packing import pack, pack_number
from cuttings.search_index.passage import passage
from cuttings.search_index.stored_document import StoredDocument
from cuttings.search_index.term_list import shared_length
from cuttings.search_index.terms.analysis import Analysis

MOST_DOCUMENTS = 12
"""Documents that a term's preview holds: ten results, and some that a second word moves up."""

LEAST_DOCUMENTS = 3
"""A term of fewer documents has no preview; their own files are as few requests."""

_AMOUNT = re.compile(r"\d*\.\d+|\d{5,}")
"""A term without a preview however many have it: nobody searches for 68.9 or 680000 alone."""

_TEXT = [field.name for field in FIELDS].index("text")

LEAST_SIZE, MOST_SIZE = 6_000, 12_000
"""Characters of passages at which a file may end, and must: about 6.5 KB gzipped in the mean."""

CLOSING_TERMS = 2
"""One of so many terms closes a file that may be closed."""


ShownStory = tuple[str, str, str, str, str, tuple[str, ...]]
"""What a result shows of a story: its headline, its address (``_address``), its day, the packed
numbers of its source and its tags in the tables of the file, a passage; author and URL, or nothing
if both are unknown. A day of which the source is not sure ends with ``INFERRED``.
"""

Preview = tuple[str, str]
"""A term and its documents, from the oldest on.

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


def previewed_terms(index: InvertedIndex) -> Iterator[PreviewedTerm]:
    """Yield the terms that have a preview, with the documents that are best for each.

    Amounts have none.

    Args:
        index: The index, whose statistics weigh the terms.
    """
    postings, holding = index.postings, index.postings.holding
    best = BestDocuments(index)
    in_text = np.zeros(len(holding.documents), bool)
    in_text[holding.places[postings.fields == _TEXT]] = True
    for term in np.flatnonzero(holding.counts >= LEAST_DOCUMENTS).tolist():
        name = postings.terms[term]
        if not _AMOUNT.fullmatch(name):
            places = best.of(term, MOST_DOCUMENTS)
            documents = tuple(holding.documents[places].tolist())
            yield PreviewedTerm(name, documents, tuple(in_text[places].tolist()))


class PreviewFile:
    """The previews of neighbouring terms, with tables of what their stories have in common.

    Args:
        documents: What results show of each document.
    """

    def __init__(self, documents: _ShownDocuments) -> None:
        self._documents = documents
        self._sources: dict[str, int] = {}
        self._tags: dict[_TagKey, int] = {}
        self._packed: dict[int, str] = {}
        self._previews: list[Preview] = []
        self._stories: list[ShownStory] = []

    @property
    def payload(self) -> list[object]:
        """The file as it is written: tables, previews, and each value of all their stories.

        Tags, too, are written value by value, as values of one kind compress best together.
        """
        tags = zip(*self._tags, strict=True) if self._tags else ((), (), ())
        stories = zip(*self._stories, strict=True)
        return [list(self._sources), *map(list, tags), self._previews, *map(list, stories)]

    def add(self, term: str, numbers: Sequence[int], passages: Iterable[str]) -> None:
        """Add the preview of a term.

        Args:
            term: The term.
            numbers: Its documents, the oldest first.
            passages: What is shown of the text of each.
        """
        oldest = self._documents.count - 1
        places = [oldest - number for number in numbers]
        gaps = (b - a for a, b in zip([0, *places], places, strict=False))
        self._previews.append((term, pack(gaps)))
        self._stories.extend(map(self._shown, numbers, passages))

    def _shown(self, number: int, part: str) -> ShownStory:
        """Return what a result shows of a document with a passage for its text."""
        document = self._documents[number]
        if number not in self._packed:
            self._packed[number] = pack(self._numbers(document))
        packed = self._packed[number]
        return document.title, document.address, document.day, packed, part, document.origin

    def _numbers(self, document: _ShownDocument) -> Iterator[int]:
        source, sources = document.source, self._sources
        yield sources.setdefault(source, len(sources)) + 1 if source else 0
        for tags in document.tags:
            yield len(tags)
            for tag in tags:
                yield self._tags.setdefault(tag, len(self._tags))


_TagKey = tuple[str, str, str | int]
"""A tag as a stored document has it, with "" for what that leaves out."""


@dataclass(frozen=True, slots=True)
class _ShownDocument:
    """What results show of a document, whatever they show of its text.

    Attributes:
        title: Its headline.
        address: See ``_address``.
        day: Its day, marked if the source is not sure of it.
        source: Its source, or "".
        tags: Its tags, kind by kind.
        origin: Author and URL, or neither.
    """

    title: str
    address: str
    day: str
    source: str
    tags: tuple[tuple[_TagKey, ...], ...]
    origin: tuple[str, ...]

    @classmethod
    def of(cls, document: StoredDocument) -> Self:
        """Take it from a stored document."""
        path, title, date, dated, source, author, url, *kinds, _ = document
        return cls(
            title=title,
            address=_address(path, title),
            day=date + INFERRED if dated == Certainty.INFERRED else date,
            source=source,
            tags=tuple(tuple(map(_key, tags)) for tags in kinds),
            origin=(author, url) if author or url else (),
        )


class _ShownDocuments(dict[int, _ShownDocument]):
    """What results show of each document, by its number, each made when it is first looked up.

    Args:
        documents: All stored documents.
        count: How many there are.
    """

    def __init__(self, documents: Mapping[int, StoredDocument], count: int) -> None:
        self.count = count
        self._documents = documents

    def __missing__(self, number: int) -> _ShownDocument:
        shown = self[number] = _ShownDocument.of(self._documents[number])
        return shown


def _key(tag: str | list[Any]) -> _TagKey:
    heading, slug, code, *_ = (tag, "", "") if isinstance(tag, str) else (*tag, "")
    return heading, slug, code


def _address(path: str, title: str) -> str:
    """Return the name of a story's page by how much it shares with that of its headline."""
    slug = path.removeprefix("articles/").removesuffix(".html")
    shared = shared_length(plain_slug(title), slug)
    return pack_number(shared) + slug[shared:]


class PreviewFiles:
    """The preview files of an index: first all terms are added, then the files are made.

    Where a file ends is decided by its own terms alone, so what a new story adds to one file
    leaves those behind it as they were.

    Args:
        documents: All stored documents, by number.
        digests: The digest of the content of each.
        analysis: What the index was made with, and so has met every spelling.
        kept: What the last build found.
    """

    def __init__(
        self,
        documents: Mapping[int, StoredDocument],
        digests: Sequence[bytes],
        analysis: Analysis,
        kept: KeptPreviews | None = None,
    ) -> None:
        self._documents = documents
        self._shown = _ShownDocuments(documents, len(digests))
        self._analysis = analysis
        self._kept = kept or KeptPreviews({})
        self._digests = digests
        self._files: list[list[tuple[PreviewedTerm, Passages]]] = []
        self._keys: list[blake2b] = []
        self._size = 0
        self._is_open = False
        self.passages: dict[bytes, Passages] = {}

    @property
    def keys(self) -> list[bytes]:
        """For each file a digest of all that it is made from."""
        return [key.digest() for key in self._keys]

    @property
    def payloads(self) -> list[list[object]]:
        """The files as they are written."""
        return [self.payload(number) for number in range(len(self._files))]

    def add(self, previewed: PreviewedTerm) -> int:
        """Add the next term; return the number of its file."""
        if not self._is_open:
            self._files.append([])
            self._keys.append(blake2b(digest_size=KEY_SIZE))
            self._size = 0
        key = self._key(previewed)
        passages = self._kept.passages.get(key) or self._passages(previewed)
        self.passages[key] = passages
        self._files[-1].append((previewed, passages))
        oldest = len(self._digests) - 1
        places = array("I", (oldest - number for number in previewed.documents))
        self._keys[-1].update(key + places.tobytes())
        self._size += passages.size
        self._is_open = not self._ends_at(previewed.term)
        return len(self._files) - 1

    def payload(self, number: int) -> list[object]:
        """Return a file as it is written."""
        file = PreviewFile(self._shown)
        for previewed, passages in self._files[number]:
            numbers = previewed.documents[::-1]
            texts = (self._documents[number][-1] for number in numbers)
            file.add(previewed.term, numbers, map(passage, texts, passages.places))
        return file.payload

    def _key(self, previewed: PreviewedTerm) -> bytes:
        """Return a digest of what a preview shows, wherever its documents stand."""
        digests = b"".join(map(self._digests.__getitem__, previewed.documents))
        term = previewed.term.encode("utf-8", "surrogatepass")
        parts = (len(term).to_bytes(4, "big"), term, bytes(previewed.in_text), digests)
        return blake2b(b"".join(parts), digest_size=KEY_SIZE).digest()

    def _passages(self, previewed: PreviewedTerm) -> Passages:
        """Find where the term stands in its documents; a passage without it is the beginning."""
        places = array("I")
        size = 0
        for number, in_text in zip(previewed.documents, previewed.in_text, strict=True):
            text = self._documents[number][-1]
            place = self._analysis.first_place(text, previewed.term) if in_text else 0
            places.append(place)
            size += len(passage(text, place))
        return Passages(size, places[::-1])

    def _ends_at(self, term: str) -> bool:
        """Say whether the file of a term that was just added ends with it."""
        closes = zlib.crc32(term.encode()) % CLOSING_TERMS == 0
        return self._size >= (LEAST_SIZE if closes else MOST_SIZE)


def pack_files(numbers: Iterable[int | None]) -> str:
    """Return for each term 0 if it has no file, else one more than the step from the last file."""
    return "".join(_steps(numbers))


def _steps(numbers: Iterable[int | None]) -> Iterator[str]:
    last = 0
    for number in numbers:
        yield pack_number(0 if number is None else number - last + 1)
        last = last if number is None else number
