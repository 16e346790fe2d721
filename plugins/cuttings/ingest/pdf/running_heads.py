"""Running heads: what is printed on every page above and below the text, page numbers too."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from cuttings.ingest.pdf.page_layout import Line

_MARGIN = 0.12
"""Part of a page's height, above and below, in which running heads stand."""

_REPEATED = 0.4
"""Part of the pages that have a running head; left and right pages may have different ones."""

_SAME_HEIGHT = 6
"""Points within which the heads of two pages stand at the same height."""

_PAGE_NUMBER = re.compile(
    r"\W*+(?:(?:page|seite|p\.|página|pagina)\s*+)?"
    r"\d{1,4}(?:\s*+(?:/|of|von|de|di|sur)\s*+\d{1,4})?\W*+",
    re.I,
)


def without_running_heads(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Return the pages without the lines that repeat in their margins, and without page numbers.

    Lines count as the same if they differ only in their numbers.

    Args:
        pages: The lines of each page, in any order.
    """
    edges = [edge for page in pages for line in page for edge in (line.bottom, line.top)]
    lowest = min(edges, default=0.0)
    height = max(edges, default=0.0) - lowest
    margins = [[line for line in page if _in_margin(line, lowest, height)] for page in pages]
    seen = Counter(key for margin in margins for key in {_key(line) for line in margin})
    repeated = {key for key, count in seen.items() if count >= max(2, _REPEATED * len(pages))}
    return [
        _without_page_number(
            [line for line in page if line not in margin or _key(line) not in repeated]
        )
        for page, margin in zip(pages, margins, strict=True)
    ]


def _without_page_number(page: Sequence[Line]) -> list[Line]:
    """Return a page without a number that stands above or below everything else."""
    if len(page) < 2:
        return list(page)
    lines = sorted(page, key=lambda line: line.bottom)
    numbers = {
        outer
        for outer, inner in ((lines[0], lines[1]), (lines[-1], lines[-2]))
        if _PAGE_NUMBER.fullmatch(outer.text)
        and (outer.top <= inner.bottom or inner.top <= outer.bottom)
    }
    return [line for line in page if line not in numbers]


def _in_margin(line: Line, lowest: float, height: float) -> bool:
    middle = (line.bottom + line.top) / 2 - lowest
    return not _MARGIN * height < middle < (1 - _MARGIN) * height


def _key(line: Line) -> tuple[str, int]:
    text = re.sub(r"\d+", "#", "".join(line.text.casefold().split()))
    return text, round(line.bottom / _SAME_HEIGHT)
