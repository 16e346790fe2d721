"""Recognizing names in English text with a spaCy model."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from threadpoolctl import ThreadpoolController

from cuttings.entities.form_index import is_capitals
from cuttings.entities.model import Model, load_language

if TYPE_CHECKING:
    from spacy.tokens import Doc

BATCH = 32
"""How many texts are recognized together."""

_PIECE_LENGTH = 20_000
_GROUP_LENGTH = 40_000


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


class Recognizer:
    """Recognizes names; the model is loaded at first use.

    Args:
        model: Which model.
    """

    def __init__(self, model: Model = Model.MEDIUM) -> None:
        self.model = model

    def recognize(self, texts: Iterable[str]) -> Iterator[tuple[RecognizedSpan, ...]]:
        """Yield the names in each of ``texts``, in their order.

        Blocks in capitals are left out: the model finds nothing true in them.

        Raises:
            SettingsError: If the model is not installed as it is pinned.
        """
        remaining = iter(texts)
        while batch := list(islice(remaining, BATCH)):
            yield from self._recognize_batch(batch)

    def _recognize_batch(self, texts: Sequence[str]) -> list[tuple[RecognizedSpan, ...]]:
        found: list[list[RecognizedSpan]] = [[] for _ in texts]
        pieces = [(piece, n) for n, text in enumerate(texts) for piece in _pieces(text)]
        for group in _groups(pieces):
            language = load_language(self.model)
            with language.memory_zone(), _one_thread().limit(limits=1, user_api="blas"):
                texts = [piece.text for piece, _ in group]
                documents = language.pipe(texts, batch_size=len(texts))
                for document, (piece, number) in zip(documents, group, strict=True):
                    found[number].extend(_spans(document, piece.offset))
        return [tuple(spans) for spans in found]


@dataclass(frozen=True, slots=True)
class _Piece:
    offset: int
    text: str


def _pieces(text: str) -> Iterator[_Piece]:
    """Yield runs of a text's blocks, without empty blocks and those in capitals."""
    start = end = position = 0
    for block in text.split("\n\n"):
        stop = position + len(block)
        skipped = is_capitals(block) or not block.strip()
        if end > start and (skipped or stop - start > _PIECE_LENGTH):
            yield _Piece(start, text[start:end])
            start = end = position
        if skipped:
            start = end = stop + 2
        else:
            end = stop
        position = stop + 2
    if end > start:
        yield _Piece(start, text[start:end])


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
