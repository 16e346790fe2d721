"""Hidden markup: what stands in the source of a page and is not part of its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_COMMENT = "<!--"


def without_hidden(source: str, elements: Sequence[str] = ()) -> str:
    """Return a source without its comments and without some elements, each with what it holds.

    What has no end stays. Its end is looked for once, however many others begin after it.

    Args:
        source: The source of a page or of a part of one.
        elements: Names of elements that end with the first end tag of their name.
    """
    return "".join(_shown(source, elements))


def _shown(source: str, elements: Sequence[str]) -> Iterator[str]:
    names = "".join(rf"|<(?P<name>{'|'.join(elements)})\b" for _ in elements[:1])
    starts = re.compile(f"{_COMMENT}{names}", re.I)
    endless: set[str] = set()
    shown = position = 0
    while start := starts.search(source, position):
        name = start["name"].lower() if elements and start["name"] else ""
        position = start.end()
        if name in endless:
            continue
        end = re.compile(rf"</{name}\s*+>" if name else "-->", re.I).search(source, position)
        if end is None:
            endless.add(name)
            continue
        yield source[shown : start.start()]
        shown = position = end.end()
    yield source[shown:]
