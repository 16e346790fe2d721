"""Page layout: printed text in the order it is read, column by column."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import median

_GUTTER = 0.9
"""Narrowest gap between two columns, in heights of the type."""

_COLUMN_LINES = 3
"""Fewest lines of a column that another one stands beside; the last may end sooner."""

_COLUMN_CHARACTERS = 12
"""Fewest characters, on average, of the lines in a column; those of a table have fewer."""

_SPANNING = 0.25
"""Largest part of the lines that may reach across a gutter, as headlines do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of printed text, or a part of one.

    Attributes:
        left: Its edges in points, from the page's lower left corner.
        bottom: Likewise.
        right: Likewise.
        top: Likewise.
        size: Size of its type in points.
        text: What it says.
        width: How wide the column is that it stands in.
        indent: How far it begins from the edge of that column where reading begins.
    """

    left: float
    bottom: float
    right: float
    top: float
    size: float
    text: str
    width: float = 0.0
    indent: float = 0.0


def in_reading_order(pieces: Sequence[Line]) -> list[Line]:
    """Return the lines of a page, its columns one after the other.

    Where most letters are of a script from right to left, so are the columns: they are read in
    their mirror image.

    Args:
        pieces: Parts of lines in any order.
    """
    if not _reads_from_right(pieces):
        return _from_left(pieces)
    return [_mirrored(line) for line in _from_left([_mirrored(piece) for piece in pieces])]


def _reads_from_right(pieces: Iterable[Line]) -> bool:
    """Return whether most letters run from right to left (UAX 9, table 4)."""
    found = Counter(unicodedata.bidirectional(char) for piece in pieces for char in piece.text)
    return found["R"] + found["AL"] > found["L"]


def _mirrored(line: Line) -> Line:
    return replace(line, left=-line.right, right=-line.left)


def _from_left(pieces: Sequence[Line]) -> list[Line]:
    """Return the lines of a page whose columns are read from left to right.

    What reaches across the gutter between two columns divides them: what stands above it is read
    first (a variant of the recursive X-Y cut, Nagy and Seth 1984, that tolerates headlines).
    """
    gutter = _gutter(pieces)
    if gutter is None:
        return _column(pieces)
    ordered: list[Line] = []
    across: list[Line] = []
    beside: list[Line] = []
    for piece in sorted(pieces, key=lambda piece: -piece.top):
        is_across = piece.left < gutter < piece.right
        if is_across and beside:
            ordered += _columns(beside, gutter)
            beside = []
        elif not is_across and across:
            ordered += _from_left(across)
            across = []
        (across if is_across else beside).append(piece)
    return ordered + _from_left(across) + _columns(beside, gutter)


def _columns(pieces: Sequence[Line], gutter: float) -> list[Line]:
    left = [piece for piece in pieces if piece.right <= gutter]
    right = [piece for piece in pieces if piece.right > gutter]
    return _from_left(left) + _from_left(right)


def _gutter(pieces: Sequence[Line]) -> float | None:
    """Return where the widest-open gap between two columns of text is, or None."""
    if len(pieces) <= _COLUMN_LINES:
        return None
    gap = _GUTTER * median(piece.size for piece in pieces)
    found: tuple[int, float] | None = None
    for edge in sorted({round(piece.right, 1) for piece in pieces}):
        left = [piece for piece in pieces if piece.right <= edge + 0.1]
        right = [piece for piece in pieces if piece.left >= edge + gap]
        across = len(pieces) - len(left) - len(right)
        if across > _SPANNING * len(pieces) or (found is not None and across >= found[0]):
            continue
        if (
            len(left) >= _COLUMN_LINES
            and _are_text(left)
            and _are_text(right)
            and _stand_side_by_side(left, right)
        ):
            found = across, edge + gap / 2
    return None if found is None else found[1]


def _are_text(pieces: Sequence[Line]) -> bool:
    """Return whether pieces are the lines of a column, not the cells of a table, or nothing."""
    characters = sum(len(piece.text) for piece in pieces)
    return bool(pieces) and characters >= _COLUMN_CHARACTERS * len(pieces)


def _stand_side_by_side(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Return whether both have lines at the same height."""
    bottom = max(min(piece.bottom for piece in side) for side in (left, right))
    top = min(max(piece.top for piece in side) for side in (left, right))
    return bottom < top


def _column(pieces: Iterable[Line]) -> list[Line]:
    """Return the lines of one column, from top to bottom, each made of its parts."""
    rows: list[list[Line]] = []
    for piece in sorted(pieces, key=lambda piece: -(piece.bottom + piece.top)):
        if rows and _on_one_line(rows[-1][0], piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    lines = [_joined(sorted(row, key=lambda piece: piece.left)) for row in rows]
    left = min((line.left for line in lines), default=0.0)
    right = max((line.right for line in lines), default=0.0)
    return [replace(line, width=right - left, indent=line.left - left) for line in lines]


def _on_one_line(first: Line, second: Line) -> bool:
    shared = min(first.top, second.top) - max(first.bottom, second.bottom)
    return shared > 0.5 * min(first.top - first.bottom, second.top - second.bottom)


def _joined(row: Sequence[Line]) -> Line:
    return Line(
        left=row[0].left,
        bottom=min(piece.bottom for piece in row),
        right=max(piece.right for piece in row),
        top=max(piece.top for piece in row),
        size=max(row, key=lambda piece: len(piece.text)).size,
        text=" ".join(" ".join(piece.text for piece in row).split()),
    )
