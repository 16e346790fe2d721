"""The choice of the blocks that are a page's story, with the reasons for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from cuttings.ingest.web.blocks.block_features import KEPT, block_features
from cuttings.ingest.web.blocks.block_weights import block_weights
from cuttings.ingest.web.blocks.page_block import PageBlock, Place

_CHOSEN = 0.0
"""Score from which a block is the story's: as likely as not. Learned on two of the folds looked at
and tried on the third, 0 gives an F1 of .959 (body) and .935 (passages), .2 .962 and .935, .4 .964
and .931; but from .2 headings of lists are left out, and the lists taken for articles."""


@dataclass(frozen=True, slots=True)
class ChosenBlock:
    """A block and what was decided on it.

    Attributes:
        block: The block.
        kept: Part of its characters that Trafilatura keeps.
        score: The logarithm of the odds that it is the story's.
        is_chosen: Whether it is taken into the story.
        reasons: The features and what each adds to the score, the strongest first.
    """

    block: PageBlock
    kept: float
    score: float
    is_chosen: bool
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
    if not blocks:
        return ()
    features = block_features(blocks, passages, title)
    scores = [float(score) for score in block_weights().scores(features)]
    chosen = _with_whole_quotations(blocks, [score >= _CHOSEN for score in scores])
    return tuple(
        ChosenBlock(block, float(kept), score, is_chosen)
        for block, kept, score, is_chosen in zip(
            blocks, features["kept"], scores, chosen, strict=True
        )
    )


def _with_whole_quotations(blocks: Sequence[PageBlock], chosen: Sequence[bool]) -> list[bool]:
    """Choose the rest of a quotation most of which is chosen: who said it, above all."""
    sizes: Counter[Place] = Counter()
    taken: Counter[Place] = Counter()
    quotations = [_quotation(block.place) for block in blocks]
    for block, quotation, is_chosen in zip(blocks, quotations, chosen, strict=True):
        if quotation is not None:
            sizes[quotation] += block.size
            taken[quotation] += block.size * is_chosen
    return [
        is_chosen or (quotation is not None and 2 * taken[quotation] > sizes[quotation])
        for quotation, is_chosen in zip(quotations, chosen, strict=True)
    ]


def _quotation(place: Place | None) -> Place | None:
    """Return the innermost quotation that a block stands in, if any."""
    while place is not None and "blockquote" not in place.own:
        place = place.parent
    return place


def explained_blocks(
    blocks: Sequence[PageBlock], passages: Sequence[str], title: str
) -> tuple[ChosenBlock, ...]:
    """Decide as ``choose_blocks`` does, and give the reasons for each block."""
    features = block_features(blocks, passages, title) if blocks else {}
    return tuple(
        replace(one, reasons=tuple(block_weights().reasons(features, i)))
        for i, one in enumerate(choose_blocks(blocks, passages, title))
    )
