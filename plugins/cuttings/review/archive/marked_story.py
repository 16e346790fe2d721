"""A story's text with the places that name its entities."""

from __future__ import annotations

from dataclasses import dataclass

from cuttings.entities.tagged_article import Tag, TaggedArticle
from cuttings.review.archive.passage import Segment, segments

NOBODY = -1
"""The number of a piece of text that names none of the story's entities."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a paragraph.

    Attributes:
        text: The piece.
        tag: The number of the tag that it names, or ``NOBODY``.
    """

    text: str
    tag: int = NOBODY


@dataclass(frozen=True, slots=True)
class ShownTag:
    """A tag of a story.

    Attributes:
        kind: Person, country or organization.
        heading: Its heading.
        code: A country's code, or "".
        role: Whether the story is about it.
        count: How often the story names it.
        sentence: The sentence that shows it best, in pieces.
        reasons: Why it is there, where more than its name shows it.
    """

    kind: str
    heading: str
    code: str
    role: str
    count: int
    sentence: tuple[Segment, ...]
    reasons: tuple[str, ...]


def shown_tags(story: TaggedArticle) -> tuple[ShownTag, ...]:
    """Return the tags of a story as the desk shows them."""
    return tuple(
        ShownTag(
            kind=tag.entity.kind,
            heading=tag.entity.heading,
            code=tag.entity.code,
            role=tag.role,
            count=tag.count,
            sentence=segments(tag.evidence, tag.forms) if tag.evidence else (),
            reasons=_reasons(tag),
        )
        for tag in story.tags
    )


def marked_paragraphs(story: TaggedArticle) -> tuple[tuple[Piece, ...], ...]:
    """Return the paragraphs of a story in pieces, those that name a tag with its number."""
    text = story.text
    marks = sorted(
        (*place, number) for number, tag in enumerate(story.tags) for place in tag.places
    )
    paragraphs: list[tuple[Piece, ...]] = []
    following, behind = iter([*marks, (len(text), len(text), NOBODY)]), 0
    start, end, number = next(following)
    for paragraph in text.split("\n\n"):
        pieces: list[Piece] = []
        last = behind + len(paragraph)
        while start < last:
            pieces += [Piece(text[behind:start]), Piece(text[start:end], number)]
            behind = end
            start, end, number = next(following)
        pieces.append(Piece(text[behind:last]))
        paragraphs.append(tuple(piece for piece in pieces if piece.text))
        behind = last + len("\n\n")
    return tuple(paragraphs)


def _reasons(tag: Tag) -> tuple[str, ...]:
    heading = tag.entity.heading
    uses = tuple(f"“{use.form}”: {use.meaning(heading)}, {use.times}" for use in tag.uses)
    return uses + ((tag.choice.meaning(heading),) if tag.choice else ())
