"""The names that the model finds in the stories of the corpora, looked for once a process."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator

from cuttings.entities.recognition.recognizer import (
    FailedRecognition,
    RecognizedSpan,
    Recognizer,
)


class KnownSpans(Recognizer):
    """Recognizes names with the medium model; a text read before is not read again."""

    def __init__(self) -> None:
        super().__init__()
        self._known: dict[str, tuple[RecognizedSpan, ...] | FailedRecognition] = {}

    def recognize_each(
        self, texts: Iterable[str]
    ) -> Iterator[tuple[RecognizedSpan, ...] | FailedRecognition]:
        """Yield the names in each of ``texts``; all texts are read before the first comes."""
        asked = list(texts)
        unread = list(dict.fromkeys(text for text in asked if text not in self._known))
        self._known.update(zip(unread, super().recognize_each(unread), strict=True))
        return map(self._known.__getitem__, asked)


@functools.cache
def known_spans() -> KnownSpans:
    """Return the one recognizer of a process that knows what it has read."""
    return KnownSpans()
