"""The choice of the blocks that are a page's story, with the reasons for each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from cuttings.ingest.web.blocks.block_features import KEPT, Column, block_features
from cuttings.ingest.web.blocks.block_weights import block_weights
from cuttings.ingest.web.blocks.page_block import PageBlock, Place

_CHOSEN = 0.0
"""Score from which a block is the story's: as likely as not. Learned on two of the folds looked at
and tried on the third, 0 gives an F1 of .959 (body) and .935 (passages), .2 .962 and .935, .4 .964
and .931; but from .2 headings of lists are left out, and the lists taken for articles."""

_CHOSEN_ASIDE = 2.0
"""The same for a block that stands aside (``_aside``): a notice on cookies above the story, the
teaser of another one below it. With 0 for all, F1 of body and passages is .976 and .942 on the
folds looked at and .966 and .928 on the others; so it is .976 and .939, and .968 and .931."""

_STORY_SHARE = 0.7
"""Part of what Trafilatura keeps that the element of the story holds (chosen by eye: captions and
notes may stand elsewhere)."""

_FIGURE = "text figure"

_NOTICE = re.compile(r"\bcookies\b", re.I)
"""A word that notices on cookies have in most languages."""


@dataclass(frozen=True, slots=True)
class ChosenBlock:
    """A block and what was decided on it.

    Attributes:
        block: The block.
        kept: Part of its characters that Trafilatura keeps.
        score: The logarithm of the odds that it is the story's.
        is_chosen: Whether it is taken into the story.
        rule: What decided it against its score, as a sentence without its end, or "".
        reasons: The features and what each adds to the score, the strongest first.
    """

    block: PageBlock
    kept: float
    score: float
    is_chosen: bool
    rule: str = ""
    reasons: tuple[tuple[str, float], ...] = ()

    @property
    def is_kept(self) -> bool:
        """Whether Trafilatura keeps most of it."""
        return self.kept >= KEPT


def choose_blocks(
    blocks: Sequence[PageBlock], passages: Sequence[str], title: str
) -> tuple[ChosenBlock, ...]:
    """Decide on each block of a page whether it is the story's.

    Args:
        blocks: All blocks of the page in document order.
        passages: The texts that Trafilatura keeps.
        title: The headline, or "".
    """
    return _chosen(blocks, block_features(blocks, passages, title)) if blocks else ()


def _chosen(blocks: Sequence[PageBlock], features: Mapping[str, Column]) -> tuple[ChosenBlock, ...]:
    scores = [float(score) for score in block_weights().scores(features)]
    likely = [score >= _CHOSEN for score in scores]
    doubtful = [i for i, score in enumerate(scores) if _CHOSEN <= score < _CHOSEN_ASIDE]
    for i in _aside(blocks, doubtful, [float(part) for part in features["kept"]]):
        likely[i] = False
    chosen = _with_whole_quotations(blocks, likely)
    return tuple(
        ChosenBlock(block, float(kept), score, is_chosen, _rule(score, is_chosen=is_chosen))
        for block, kept, score, is_chosen in zip(
            blocks, features["kept"], scores, chosen, strict=True
        )
    )


def _rule(score: float, *, is_chosen: bool) -> str:
    """Return what decided on a block if not its score."""
    if is_chosen is (score >= _CHOSEN):
        return ""
    return "it is part of a quotation or figure" if is_chosen else "it stands aside of the story"


def _aside(
    blocks: Sequence[PageBlock], asked: Sequence[int], kept: Sequence[float]
) -> Iterator[int]:
    """Yield which of the blocks that are asked for stand aside.

    Such a block is outside the innermost element with most of what Trafilatura keeps, and it is
    about cookies, or it comes behind the last block there and is alone in its element.
    """
    story = _story_place(blocks, kept) if asked else None
    if story is None:
        return
    places = [block.place for block in blocks]
    last = next(i for i in reversed(range(len(places))) if _is_within(places[i], story))
    alone = Counter(places)
    for i in asked:
        is_further = i > last and alone[places[i]] == 1
        is_apart = is_further or _NOTICE.search(blocks[i].text) is not None
        if is_apart and not _is_within(places[i], story):
            yield i


def _story_place(blocks: Sequence[PageBlock], kept: Sequence[float]) -> Place | None:
    """Return the innermost element with most of the characters that Trafilatura keeps."""
    own: Counter[Place] = Counter()
    for block, part in zip(blocks, kept, strict=True):
        if size := round(block.size * part):
            own[block.place] += size
    sizes: Counter[Place] = Counter()
    for place, size in own.items():
        for around in _chain(place):
            sizes[around] += size
    total = max(sizes.values(), default=0)
    holders = [place for place, size in sizes.items() if size > _STORY_SHARE * total > 0]
    return max(holders, key=lambda place: len(_chain(place)), default=None)


def _is_within(place: Place | None, other: Place) -> bool:
    while place is not None and place is not other:
        place = place.parent
    return place is not None


def _chain(place: Place | None) -> list[Place]:
    """Return an element and those around it, the innermost first."""
    chain = []
    while place is not None:
        chain.append(place)
        place = place.parent
    return chain


def _with_whole_quotations(blocks: Sequence[PageBlock], chosen: Sequence[bool]) -> list[bool]:
    """Choose the rest of a quotation most of which is chosen: who said it, above all.

    A figure of text goes as a whole likewise, with its caption. It is also chosen where the blocks
    before and behind it are: Trafilatura passes over figures, whatever they hold.
    """
    members: dict[Place, list[int]] = {}
    for i, block in enumerate(blocks):
        if (whole := _whole(block.place)) is not None:
            members.setdefault(whole, []).append(i)
    result = list(chosen)
    for whole, inner in members.items():
        size = sum(blocks[i].size for i in inner)
        taken = sum(blocks[i].size for i in inner if chosen[i])
        if 2 * taken > size or (
            _FIGURE in whole.own and _is_among_story(whole, blocks, chosen, inner)
        ):
            for i in inner:
                result[i] = True
    return result


def _is_among_story(
    figure: Place, blocks: Sequence[PageBlock], chosen: Sequence[bool], inner: Sequence[int]
) -> bool:
    """Return whether a figure that holds some blocks stands between paragraphs of the story.

    What is not in the same element counts as little as what is not there.

    One of links leads to other stories, or is what is left of something embedded.
    """
    linked = sum(blocks[i].linked for i in inner)
    around = [
        chosen[i]
        for i in (inner[0] - 1, inner[-1] + 1)
        if 0 <= i < len(blocks) and figure.parent in _chain(blocks[i].place)
    ]
    text = sum(blocks[i].size for i in inner)
    return 2 * linked < text and bool(around) and all(around)


def _whole(place: Place | None) -> Place | None:
    """Return the figure of text that a block stands in, else the innermost quotation, if any."""
    chain = _chain(place)
    figure = next((one for one in chain if _FIGURE in one.own), None)
    return figure or next((one for one in chain if "blockquote" in one.own), None)


def with_reasons(
    weighed: Sequence[ChosenBlock], passages: Sequence[str], title: str
) -> tuple[ChosenBlock, ...]:
    """Return the blocks that ``choose_blocks`` gave, with the reasons for each.

    Args:
        weighed: The blocks; there is at least one.
        passages: As for ``choose_blocks``.
        title: Likewise.
    """
    features = block_features([one.block for one in weighed], passages, title)
    return tuple(
        replace(one, reasons=tuple(block_weights().reasons(features, i)))
        for i, one in enumerate(weighed)
    )
