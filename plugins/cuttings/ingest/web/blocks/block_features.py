"""Features of a page's blocks, by which the story's are chosen.

Every feature is a number of a block; what it counts for is learned (data/block_weights.csv, made by
``python -m tests.quality.block_training``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from cuttings.ingest.web.blocks.page_block import PageBlock, Place, furniture_words

Column = NDArray[np.float64]

_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"[.!?…。！？:][\"”’»“)\]\s]*$")
_SENTENCE_BREAK = re.compile(r"[.!?。！？](?:[\s\"”’»)]|$)")
_COMMA = re.compile("[,،、，]")
KEPT = 0.6
"""Part of a block's characters from which Trafilatura keeps it."""

_SHORT = 24
"""Characters below which equal text proves nothing unless a whole line is equal."""

_LONGEST_FURNITURE = 60
"""Words from which a block's words say little of what it is."""

_LONGEST_BEGINNING = 400
"""Characters of a block whose words are looked at."""

_LONGEST_END = 8
_MOST_MARKS = 6
_ALL_BOLD = 0.9
_TEXT_COLUMNS = ("sentence", "commas", "sentences", "capitals", "bold", "like title")
_TAGS = {
    **dict.fromkeys(("td", "th", "dt", "dd", "caption"), "cell"),
    **{tag: tag for tag in "p h1 h2 h3 h4 h5 h6 li blockquote pre figcaption".split()},
}
_OTHER_TAG = "div"
_IS = "cell h1 li div".split()
_WITHIN = ["ol", "blockquote", "figcaption", "side role", "share", "side", "tags", "foot"]
_NEAR = "picture author data subscription body".split()
"""Of the marks of ``PageBlock.own`` those that the table made use of when all were offered."""

_SHORTEST_SCORED = 25
_PARTS_OF_SCORE = (1.0, 1 / 2, 1 / 6, 1 / 9)
"""How much of a paragraph's score the elements around it have, the innermost first."""

_LEVELS = 3
_FAR = 3


def block_features(
    blocks: Sequence[PageBlock], passages: Sequence[str], title: str
) -> Mapping[str, Column]:
    """Return the features of a page's blocks by name, each with a number a block.

    Args:
        blocks: All blocks of the page in document order; not empty.
        passages: The texts that Trafilatura keeps.
        title: The headline, or "".
    """
    sizes = _column(len(block.text) for block in blocks)
    linked = np.minimum(_column(block.linked for block in blocks), sizes)
    kept = _column(kept_shares(blocks, passages))
    features = {"kept": kept, "length": np.log1p(sizes), "linked": linked / sizes}
    features |= _text_features(blocks, title)
    features |= _mark_features(blocks)
    features |= _position_features(sizes, kept)
    features |= _place_features(blocks, sizes, linked, kept)
    features |= _neighbour_features(blocks, features)
    return features


def kept_shares(blocks: Sequence[PageBlock], passages: Sequence[str]) -> list[float]:
    """Return which part of each block's characters Trafilatura keeps."""
    keys = ["".join(text.split()) for text in passages]
    exact = set(keys)
    whole = "\n".join(keys)
    words = _WORD.findall("\n".join(passages))
    runs = set(zip(words, words[1:], words[2:], strict=False))
    shares: list[float] = []
    for block in blocks:
        total = found = 0.0
        for line in block.lines:
            key = "".join(line.split())
            total += len(key)
            if key in exact or (len(key) >= _SHORT and key in whole):
                found += len(key)
            elif len(key) >= _SHORT:
                # Trafilatura drops the text of some elements within a line, such as a time.
                own = _WORD.findall(line)
                found += len(key) * _share(
                    [run in runs for run in zip(own, own[1:], own[2:], strict=False)]
                )
        shares.append(found / total if total else 0.0)
    return shares


def _share(values: Sequence[bool]) -> float:
    return sum(values) / len(values) if values else 0.0


def _column(values: Iterable[float]) -> Column:
    return np.array([*values], dtype=np.float64)


def _text_features(blocks: Sequence[PageBlock], title: str) -> dict[str, Column]:
    titled = set(_WORD.findall(title.casefold()))
    kinds = furniture_words()
    names = sorted(set(kinds.values()))
    nothing = [0.0] * len(names)
    rows: list[list[float]] = []
    for block in blocks:
        text = block.text
        cased = _WORD.findall(text, 0, _LONGEST_BEGINNING)
        words = [word.casefold() for word in cased]
        distinct = set(words)
        row = [
            _SENTENCE_END.search(text, max(0, len(text) - _LONGEST_END)) is not None,
            min(_MOST_MARKS, len(_COMMA.findall(text))),
            min(_MOST_MARKS, len(_SENTENCE_BREAK.findall(text))),
            sum([word[0].isupper() for word in cased]) / (len(words) or 1),
            block.bold > _ALL_BOLD * len(text),
            len(distinct & titled) / max(1, len(distinct | titled)),
        ]
        found = nothing
        if len(words) <= _LONGEST_FURNITURE and not distinct.isdisjoint(kinds):
            counts = Counter([kinds[word] for word in words if word in kinds])
            found = [counts[name] / len(words) ** 0.5 for name in names]
        rows.append([*row, *found])
    columns = [*_TEXT_COLUMNS, *(f"words of {name}" for name in names)]
    return dict(zip(columns, np.array(rows, dtype=np.float64).T, strict=True))


def _mark_features(blocks: Sequence[PageBlock]) -> dict[str, Column]:
    tags = [_TAGS.get(str(block.element.tag), _OTHER_TAG) for block in blocks]
    around = [block.own | block.place.around for block in blocks]
    near = [
        block.own
        | block.place.own
        | (block.place.parent.own if block.place.parent is not None else frozenset())
        for block in blocks
    ]
    return {
        **{f"is {tag}": _column(tag == own for own in tags) for tag in _IS},
        **{f"within {mark}": _column(mark in marks for marks in around) for mark in _WITHIN},
        **{f"near {mark}": _column(mark in marks for marks in near) for mark in _NEAR},
    }


def _position_features(sizes: Column, kept: Column) -> dict[str, Column]:
    count = len(sizes)
    places = np.arange(count)
    chosen = np.flatnonzero(kept > KEPT)
    first, last = (chosen[0], chosen[-1]) if len(chosen) else (0, count - 1)
    total = sizes.sum()
    window = np.convolve(kept, np.ones(11), "same") / np.convolve(
        np.ones(count), np.ones(11), "same"
    )
    if count < 11:
        window = np.full(count, kept.mean())
    return {
        "position": (sizes.cumsum() - sizes) / total,
        "before": np.clip(first - places, 0, 20).astype(np.float64),
        "after": np.clip(places - last, 0, 20).astype(np.float64),
        "kept around": window,
        "page kept": np.full(count, (sizes * kept).sum() / total),
        "page size": np.full(count, np.log1p((sizes * kept).sum())),
    }


@dataclass(slots=True)
class _PlaceText:
    """What an element holds: characters in all, in links, kept and in paragraphs; blocks; a score.

    The score is readability's: that of the paragraphs in it, less the deeper they stand.
    """

    size: float = 0.0
    linked: float = 0.0
    kept: float = 0.0
    in_paragraphs: float = 0.0
    blocks: int = 0
    score: float = 0.0


def _place_features(
    blocks: Sequence[PageBlock], sizes: Column, linked: Column, kept: Column
) -> dict[str, Column]:
    """Return what the elements around a block hold, for the innermost three."""
    texts: dict[Place, _PlaceText] = {}
    for block, size, link, share in zip(
        blocks, sizes.tolist(), linked.tolist(), kept.tolist(), strict=True
    ):
        _add_place(texts, block.place)
        text = texts[block.place]
        text.size += size
        text.linked += link
        text.kept += size * share
        text.in_paragraphs += size if block.element.tag == "p" else 0.0
        text.blocks += 1
        score = _paragraph_score(block.text, size, link)
        place: Place | None = block.place
        for part in _PARTS_OF_SCORE:
            if place is not None:
                texts[place].score += part * score
                place = place.parent
    # From the innermost outwards, so that each element is looked at once.
    for place, text in reversed(texts.items()):
        if place.parent is not None:
            around = texts[place.parent]
            around.size += text.size
            around.linked += text.linked
            around.kept += text.kept
            around.in_paragraphs += text.in_paragraphs
            around.blocks += text.blocks
    best = max(text.score for text in texts.values()) or 1.0
    features: dict[str, Column] = {}
    places = [block.place for block in blocks]
    for level in range(1, _LEVELS + 1):
        held = [texts[place] for place in places]
        features |= {
            f"links {level}": _column(text.linked / text.size for text in held),
            f"kept {level}": _column(text.kept / text.size for text in held),
            f"paragraphs {level}": _column(text.in_paragraphs / text.size for text in held),
            f"blocks {level}": np.log1p(_column(text.blocks for text in held)),
            f"score {level}": _column(text.score / best for text in held),
        }
        places = [place.parent or place for place in places]
    return features


def _add_place(texts: dict[Place, _PlaceText], place: Place | None) -> None:
    """Add an element and those around it, each behind the one that it stands in."""
    added: list[Place] = []
    while place is not None and place not in texts:
        added.append(place)
        place = place.parent
    texts.update((one, _PlaceText()) for one in reversed(added))


def _paragraph_score(text: str, size: float, linked: float) -> float:
    """Return readability's score of a paragraph: for commas and length, less for its links."""
    if size - linked < _SHORTEST_SCORED:
        return 0.0
    return (1 + len(_COMMA.findall(text)) + min(size / 100, 3)) * (1 - linked / size)


def _neighbour_features(
    blocks: Sequence[PageBlock], features: Mapping[str, Column]
) -> dict[str, Column]:
    result: dict[str, Column] = {}
    for step in (*range(-_FAR, 0), *range(1, _FAR + 1)):
        result[f"kept {step:+}"] = shifted(features["kept"], step, 0.0)
        if abs(step) < _FAR:
            result[f"length {step:+}"] = shifted(features["length"], step, 0.0)
            result[f"linked {step:+}"] = shifted(features["linked"], step, 1.0)
    same = _column(a.place is b.place for a, b in pairwise(blocks))
    result["together +1"] = np.concatenate([same, [0.0]])
    return result


def shifted(column: Column, step: int, beyond: float) -> Column:
    """Return the values of the blocks ``step`` after each, ``beyond`` where there are none."""
    result = np.full(len(column), beyond)
    if abs(step) < len(column):
        if step > 0:
            result[:-step] = column[step:]
        else:
            result[-step:] = column[:step]
    return result
