"""The spaCy models that recognize names, and how one is loaded."""

from __future__ import annotations

import contextlib
import functools
import importlib
import sys
import warnings
from collections.abc import Iterator
from enum import StrEnum
from types import ModuleType
from typing import TYPE_CHECKING

from cuttings.entities.recognition.model_files import PinnedModel, pinned_models, verify
from cuttings.garbage_collection import without_garbage_collection

if TYPE_CHECKING:
    from spacy.language import Language

_LEFT_OUT = ("parser", "senter", "attribute_ruler", "lemmatizer", "strings")
"""Components that recognize no names, and the spellings of the words that have a vector, which is
found by a digest of the word: to read them takes more time than all the rest."""


class Model(StrEnum):
    """The models to choose from."""

    MEDIUM = "md"
    LIGHT = "sm"

    @property
    def pinned(self) -> PinnedModel:
        """The distribution, version and files that are meant."""
        return pinned_models()[self.value]

    def provenance(self) -> str:
        """Return name, version and start of the SHA-256 of the model's files, verified.

        Raises:
            SettingsError: If the model is not installed as it is pinned.
        """
        verify(self.pinned)
        return self.pinned.provenance


@functools.cache
@without_garbage_collection()
def load_language(model: Model) -> Language:
    """Return the components of a model that recognize names; each model is loaded once.

    The labels are the only words that it can spell before it has read a text. Matrices are
    multiplied by NumPy's library: the one that spaCy brings does not know every processor and then
    is a third as fast.

    Raises:
        SettingsError: If the model is not installed as it is pinned.
    """
    verify(model.pinned)
    with _without_command_line():
        importlib.import_module("spacy")
    from thinc.api import use_ops

    with _known_warning_silenced():
        package = importlib.import_module(model.pinned.package)
        with use_ops("numpy", use_blis=False):
            language: Language = package.load(exclude=list(_LEFT_OUT))
    for labels in language.pipe_labels.values():
        for label in labels:
            language.vocab.strings.add(label)
    return language


@contextlib.contextmanager
def _without_command_line() -> Iterator[None]:
    """Let spaCy be imported without its command line, which takes two fifths of the time."""
    names = () if "spacy" in sys.modules else ("spacy.cli", "spacy.cli.info")
    for name in names:
        sys.modules[name] = ModuleType(name)
        vars(sys.modules[name])["info"] = None
    try:
        yield
    finally:
        for name in names:
            del sys.modules[name]


@contextlib.contextmanager
def _known_warning_silenced() -> Iterator[None]:
    """Silence W095: the weights come from spaCy 3.7 and load unchanged in 3.8."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]", category=UserWarning)
        yield
