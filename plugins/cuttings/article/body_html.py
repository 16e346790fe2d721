"""The HTML of an article's body, whatever it would cost Python-Markdown."""

from __future__ import annotations

import functools
import html
import re
from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile
from textwrap import dedent

from cuttings.article.bounded_markdown import BoundedMarkdown
from cuttings.article.effort import Effort, EffortError

_WHOLE = 120_000_000
"""What a body may cost: about a second, or a long novel."""

_TRIAL = _BLOCKWISE = 50_000_000
"""What it may cost to find the blocks that cost too much, and to render the others."""

_ONE_BLOCK = 5_000_000
_MOST_PARAGRAPHS = 20_000

_GAP = re.compile(r"\n(?:[ \t]*\n)+")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()>#+.!|~:=-])")


def body_html(body: str) -> str:
    """Return the HTML of a body in Markdown; it is not safe yet.

    A body that Python-Markdown would render too slowly is rendered block by block.
    The blocks that are too much, and those at its end that would be too many, show
    their text as it is written, without its escapes.
    """
    try:
        return _markdown().convert(body, Effort(_WHOLE))
    except EffortError:
        return "\n".join(_by_blocks(_GAP.split(body)))


@functools.cache
def _markdown() -> BoundedMarkdown:
    return BoundedMarkdown()


def _by_blocks(blocks: Sequence[str]) -> Iterator[str]:
    """Yield the HTML of runs of blocks."""
    trial, effort = Effort(_TRIAL), Effort(_BLOCKWISE)
    references: dict[str, tuple[str, str | None]] = {}
    tried = takewhile(lambda _: not trial.is_spent, blocks)
    verdicts = [_is_rendered(block, trial, references) for block in tried]
    verdicts += [False] * (len(blocks) - len(verdicts))
    runs = groupby(zip(blocks, verdicts, strict=True), key=lambda block: block[1])
    for is_rendered, run in runs:
        texts = [text for text, _ in run]
        try:
            if not is_rendered:
                raise EffortError
            yield _markdown().convert("\n\n".join(texts), effort, references)
        except EffortError:
            yield from _as_written(texts)


def _is_rendered(block: str, effort: Effort, references: dict[str, tuple[str, str | None]]) -> bool:
    """Whether a block alone is rendered quickly; keep the links that it defines for others."""
    try:
        _markdown().convert(dedent(block), Effort(_ONE_BLOCK, effort))
    except EffortError:
        return False
    references.update(_markdown().references)
    return True


def _as_written(blocks: Sequence[str]) -> Iterator[str]:
    """Yield paragraphs that show blocks as they are written, without their escapes."""
    number = 1 + len(blocks) // _MOST_PARAGRAPHS
    for start in range(0, len(blocks), number):
        block = "\n\n".join(blocks[start : start + number])
        text = html.unescape(_ESCAPED.sub(r"\1", block))
        if text.strip():
            yield f"<p>{html.escape(text, quote=False)}</p>"
