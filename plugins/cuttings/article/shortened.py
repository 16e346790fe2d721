"""Long names and headlines where they stand in a list: cut, with a mark that says so.

A source may give a headline of any length, and each stands on a dozen pages. Whole it is only
on the story's own page.
"""

from __future__ import annotations

MOST_SHOWN = 320
"""Characters of a headline, a name or a summary in a list; the longest headlines of newspapers
have some 200."""

MARK = "\N{HORIZONTAL ELLIPSIS}"


def shortened(text: str, most: int = MOST_SHOWN) -> str:
    """Return ``text``, or if it is longer than ``most`` characters its start with a mark.

    It is cut between words where one ends in the second half.
    """
    if len(text) <= most:
        return text
    start = text[: most - len(MARK)]
    words, space, _ = start.rpartition(" ")
    return f"{(words if space and 2 * len(words) >= most else start).rstrip()}{MARK}"
