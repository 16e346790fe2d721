"""Recognizing names in English text with a spaCy model."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from threadpoolctl import ThreadpoolController

from cuttings.article.language.sentence_end import CUT_BEHIND
from cuttings.entities.recognition.model import Model, load_language
from cuttings.entities.recognition.written_case import as_written
from cuttings.entities.words.capitals import is_capitals

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

BATCH = 32
"""Texts that are recognized together, and articles that a process takes at a time."""

READ_LENGTH = 120_000
"""Characters of a text that are read: 20,000 words, two to seven seconds' work."""

_GAP = "\n\n"
_PIECE_LENGTH = 20_000
"""Characters of a part that is read at once: spaCy refuses a million, and stories are shorter."""

_GROUP_LENGTH = 40_000
"""Characters that go through the model together: 496 MB at most for the newswire's longest stories,
where 32 stories at once took 918 (measured 25 November 2026)."""

_LONGEST_SPAN = 500
"""Characters of what may be names in a row, joined by "and"; the corpora's longest has 64."""

_UNREAD_WORD = re.compile(r"\S{201,}")
"""A word that cannot be a name: the model's tokenizer takes off one mark after another, and
looks at the whole word each time (33 s for a million marks in words of 200, 300 s in
words of 2,000)."""


@dataclass(frozen=True, slots=True)
class RecognizedSpan:
    """A name as the model sees it.

    Attributes:
        start: Offset of the first character.
        end: Offset after the last character.
        form: The text between the two.
        label: The model's label: ``PERSON``, ``ORG``, ``GPE``, ``NORP``, …
        tags: Part-of-speech tag of each token (Penn Treebank).
    """

    start: int
    end: int
    form: str
    label: str
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FailedRecognition:
    """Why the names in a text are not known.

    Attributes:
        error: What the model raised.
    """

    error: Exception


class Recognizer:
    """Recognizes names; the model is loaded at first use.

    Args:
        model: Which model.
    """

    def __init__(self, model: Model = Model.MEDIUM) -> None:
        self.model = model

    def as_written(self, text: str) -> str:
        """Return a text with paragraphs in capitals in the usual case (see ``written_case``).

        What lies beyond ``READ_LENGTH`` stays as it is.

        Raises:
            SettingsError: If it has some, and the model is not installed as it is pinned.
        """
        return as_written(self.model, text[:READ_LENGTH]) + text[READ_LENGTH:]

    def recognize(self, texts: Iterable[str]) -> Iterator[tuple[RecognizedSpan, ...]]:
        """Yield the names in each of ``texts``, in their order.

        Blocks in capitals are left out: the model finds nothing true in them (see
        ``as_written``). So are
        words of more than 200 characters, and what lies beyond ``READ_LENGTH``.

        Raises:
            SettingsError: If the model is not installed as it is pinned.
            Exception: What the model raises at a text; it is the last.
        """
        for spans in self.recognize_each(texts):
            if isinstance(spans, FailedRecognition):
                raise spans.error
            yield spans

    def recognize_each(
        self, texts: Iterable[str]
    ) -> Iterator[tuple[RecognizedSpan, ...] | FailedRecognition]:
        """Yield the names in each of ``texts`` like ``recognize``, or why they are not known.

        No text that the model fails at keeps the others from being read.

        Raises:
            SettingsError: If the model is not installed as it is pinned.
        """
        remaining = iter(texts)
        while batch := list(islice(remaining, BATCH)):
            yield from self._recognize_batch(batch)

    def _recognize_batch(
        self, texts: Sequence[str]
    ) -> list[tuple[RecognizedSpan, ...] | FailedRecognition]:
        found: list[list[RecognizedSpan]] = [[] for _ in texts]
        failed: dict[int, FailedRecognition] = {}
        pieces = [(piece, n) for n, text in enumerate(texts) for piece in _pieces(text)]
        for group in _groups(pieces):
            language = load_language(self.model)
            results = _read(language, [piece for piece, _ in group])
            for result, (_, number) in zip(results, group, strict=True):
                if isinstance(result, FailedRecognition):
                    failed[number] = result
                else:
                    found[number].extend(result)
        return [failed.get(number, tuple(spans)) for number, spans in enumerate(found)]


@dataclass(frozen=True, slots=True)
class _Piece:
    offset: int
    text: str


def _read(
    language: Language, pieces: Sequence[_Piece]
) -> list[list[RecognizedSpan] | FailedRecognition]:
    """Return the names in each piece, or why the model fails at it."""
    texts = [piece.text for piece in pieces]
    try:
        with language.memory_zone(), _one_thread().limit(limits=1, user_api="blas"):
            documents = language.pipe(texts, batch_size=len(texts))
            return [
                list(_spans(document, piece.offset))
                for document, piece in zip(documents, pieces, strict=True)
            ]
    except Exception as error:
        if len(pieces) == 1:
            return [FailedRecognition(error)]
        return [result for piece in pieces for result in _read(language, [piece])]


def unread_length(text: str) -> int:
    """Return how many characters at the end of a text are not read."""
    return len(text) - _read_length(text)


def _read_length(text: str) -> int:
    return _cut(text, 0, READ_LENGTH) if len(text) > READ_LENGTH else len(text)


def _pieces(text: str) -> Iterator[_Piece]:
    """Yield runs of a text's blocks, without empty blocks and those in capitals."""
    start = end = 0
    for position, stop in _blocks(text):
        skipped = is_capitals(text[position:stop]) or not text[position:stop].strip()
        joined = stop - start <= _PIECE_LENGTH and position - end <= len(_GAP)
        if end > start and (skipped or not joined):
            yield _Piece(start, text[start:end])
            start = end
        if not skipped:
            start = start if start < end else position
            end = stop
    if end > start:
        yield _Piece(start, text[start:end])


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each block, or of its parts that are not too long."""
    position = 0
    for block in text[: _read_length(text)].split(_GAP):
        stop = position + len(block)
        for word in _UNREAD_WORD.finditer(text, position, stop):
            yield from _parts(text, position, word.start())
            position = word.end()
        yield from _parts(text, position, stop)
        position = stop + len(_GAP)


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a block, in parts if it is long."""
    while end - start > _PIECE_LENGTH:
        cut = _cut(text, start, start + _PIECE_LENGTH)
        yield start, cut
        start = cut
    yield start, end


def _cut(text: str, start: int, limit: int) -> int:
    """Return where to cut before a limit: after a sentence, else between words, if there are."""
    sentences = [found.end() for found in CUT_BEHIND.finditer(text, start, limit)]
    word = max(text.rfind(space, start, limit) for space in " \n") + 1
    return sentences[-1] if sentences else (word or limit)


def _groups(pieces: Iterable[tuple[_Piece, int]]) -> Iterator[list[tuple[_Piece, int]]]:
    """Yield pieces that go through the model together: its memory grows with their length."""
    group: list[tuple[_Piece, int]] = []
    length = 0
    for piece, number in pieces:
        if group and length + len(piece.text) > _GROUP_LENGTH:
            yield group
            group, length = [], 0
        group.append((piece, number))
        length += len(piece.text)
    if group:
        yield group


def _spans(document: Doc, offset: int) -> Iterator[RecognizedSpan]:
    for entity in document.ents:
        if entity.end_char - entity.start_char > _LONGEST_SPAN:
            continue
        yield RecognizedSpan(
            offset + entity.start_char,
            offset + entity.end_char,
            entity.text,
            entity.label_,
            tuple(token.tag_ for token in entity),
        )


@functools.cache
def _one_thread() -> ThreadpoolController:
    """Return what limits the threads of a matrix product.

    More of them round sums otherwise and get in the way of other processes.
    """
    return ThreadpoolController()
