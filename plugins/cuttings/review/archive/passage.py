"""A sentence of a story, with the forms in it that name somebody."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cuttings.entities.words.form_index import FormIndex


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a sentence.

    Attributes:
        text: The piece.
        marked: Whether it names the entity that the sentence is shown for.
    """

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """The sentence of a story that shows best why it has a name.

    Attributes:
        title: The story's headline.
        date: Its day as YYYY-MM-DD, or "".
        source: Its publication, or "".
        file: Its file, below the content folder.
        sentence: The sentence in pieces; empty if no form in the story names the entity alone.
    """

    title: str
    date: str
    source: str
    file: str
    sentence: tuple[Segment, ...]


def segments(text: str, forms: Iterable[str]) -> tuple[Segment, ...]:
    """Return a text in pieces, the forms in it marked."""
    pieces: list[Segment] = []
    behind = 0
    for match in FormIndex({form: form for form in forms}).find(text):
        pieces.append(Segment(text[behind : match.start]))
        pieces.append(Segment(text[match.start : match.end], marked=True))
        behind = match.end
    pieces.append(Segment(text[behind:]))
    return tuple(piece for piece in pieces if piece.text)
