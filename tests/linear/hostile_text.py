"""Hostile texts for a regular expression: what makes it try the same again and again.

An expression takes more than linear time where a repeated part of it can begin, or end, in many
places of a text that then does not go on as it must. So from the syntax tree come: what each
repeat repeats, what stands before it, and both together, many times over, each with an end that
does not fit. The constructs that news texts are made of come on top.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_MANY = 16
"""Repetitions from which a bounded repeat counts as one without a bound."""

_MOST_SAMPLES = 4
"""Texts that stand for what one part of an expression matches."""

_IN_CLASSES = " a1A-.,'\"|<>&/:;()[]_\n\té日\u00a0—"
"""Characters that stand for the classes that have them."""

CONSTRUCTS = (
    *" a1A-.,'\"|<>&/:()[]_*#!?=@\n\t\r\u00a0é日—…”»",
    "--",
    "a ",
    "A ",
    "a.",
    "A.",
    "A, ",
    "1 ",
    "1,",
    "1/",
    "Mr. ",
    "| ",
    "[1]",
    "[a](b) ",
    "<!--",
    "-->",
    "<a ",
    "</a>",
    "<b>",
    "by ",
    "and ",
    "de ",
    "a@",
    "@a ",
    "&amp;",
    "&#",
    "\n\n",
    "- ",
    "* ",
    "> ",
    "# ",
    "a-",
    "/a",
    "a\n",
    "a: b\n",
    " \n",
    "\u00a0 ",
    "... ",
    "A’s ",
    "“a” ",
    "(A) ",
    "1 May 2020, ",
    "https://a.b/",
    "a=b&",
    ";",
    "a=b; ",
    "=?utf-8?q?a?= ",
    "On 1 May 2020, A wrote:\n",
    "From: a\n",
    "Re: ",
    '"a","b\n',
    'a","b\n',
)
"""What the texts of sources repeat."""

_ENDS = ("", "\x00", "\n\x00", "a\x00", " \x00")
"""Ends that hardly any expression expects."""


@dataclass(frozen=True, slots=True)
class HostileText:
    """A text of any length: a start, something repeated, an end."""

    start: str
    repeated: str
    end: str

    def of_length(self, length: int) -> str:
        """Return the text with at least ``length`` characters."""
        return self.start + self.repeated * -(-length // len(self.repeated)) + self.end

    def __str__(self) -> str:
        return f"{self.start!r} + {self.repeated!r} * n + {self.end!r}"


def hostile_texts(pattern: str, flags: int) -> Iterator[HostileText]:
    """Yield texts that a pattern may take long for, each once.

    Args:
        pattern: The expression in the syntax of ``re``; of another syntax only the constructs
            of texts are repeated.
        flags: Its flags.
    """
    seen: set[HostileText] = set()
    for text in _texts(pattern, flags):
        if text not in seen:
            seen.add(text)
            yield text


def _texts(pattern: str, flags: int) -> Iterator[HostileText]:
    for start, repeated in dict.fromkeys(_pumps(pattern, flags)):
        for end in _ENDS:
            yield HostileText(start, repeated, end)
    for construct in CONSTRUCTS:
        for end in _ENDS[:2]:
            yield HostileText("", construct, end)


def _pumps(pattern: str, flags: int) -> Iterator[tuple[str, str]]:
    try:
        tree = parser.parse(pattern, flags & ~re.DEBUG)
    except re.error:
        return
    yield from _pumps_of(list(tree), [""])
    whole = _samples_of(list(tree))
    for sample in whole:
        if sample:
            yield "", sample
            yield "", sample[:-1] or sample


def _pumps_of(items: list[Any], before: list[str]) -> Iterator[tuple[str, str]]:
    """Yield starts and repeated texts for each repeat of a sequence and below it."""
    for position, (operation, argument) in enumerate(items):
        for inner in _inner(operation, argument):
            yield from _pumps_of(inner, before)
        if operation in _REPEATS and argument[1] >= _MANY:
            bodies = [body for body in _samples_of(list(argument[2])) if body]
            after = _samples_of(items[position + 1 :])
            for start in before:
                for body in bodies:
                    yield start, body
                    yield "", start + body
                    yield start, body + (start or body)
                    for following in after[:2]:
                        yield start, body + following
                        yield start, body + following[:-1]
                if start:
                    yield "", start
            for first in bodies:
                for second in bodies:
                    yield "", first + second
        before = _joined(before, _samples(operation, argument))


_REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)


def _inner(operation: Any, argument: Any) -> list[list[Any]]:
    """Return the sequences that a part of an expression holds."""
    if operation in _REPEATS:
        return [list(argument[2])]
    if operation is sre.SUBPATTERN:
        return [list(argument[3])]
    if operation is sre.BRANCH:
        return [list(branch) for branch in argument[1]]
    if operation in (sre.ASSERT, sre.ASSERT_NOT):
        return [list(argument[1])]
    if operation is sre.ATOMIC_GROUP:
        return [list(argument)]
    return []


def _samples_of(items: list[Any]) -> list[str]:
    """Return a few texts that a sequence matches, or would without its assertions."""
    texts = [""]
    for operation, argument in items:
        texts = _joined(texts, _samples(operation, argument))
    return texts


def _joined(starts: list[str], ends: list[str]) -> list[str]:
    pairs = ((start, end) for end in ends for start in starts)
    return list(dict.fromkeys(start + end for start, end in islice(pairs, 4 * _MOST_SAMPLES)))[
        :_MOST_SAMPLES
    ]


def _samples(operation: Any, argument: Any) -> list[str]:
    if operation is sre.LITERAL:
        return [chr(argument)]
    if operation is sre.NOT_LITERAL:
        return [char for char in "a1 " if ord(char) != argument][:2]
    if operation is sre.ANY:
        return ["a", " "]
    if operation is sre.IN:
        return _of_class(argument)
    if operation in _REPEATS:
        least, _most, body = argument
        texts = _samples_of(list(body))
        return [text * max(least, 1) for text in texts] + ([] if least else [""])
    if operation is sre.BRANCH:
        found = [text for branch in argument[1] for text in _samples_of(list(branch))[:1]]
        return list(dict.fromkeys(found))[:_MOST_SAMPLES]
    inner = _inner(operation, argument)
    if operation in (sre.SUBPATTERN, sre.ATOMIC_GROUP):
        return _samples_of(inner[0])
    return [""]


def _of_class(parts: list[Any]) -> list[str]:
    """Return characters of a class: of those that stand for all, else its own first ones."""
    code = parser.SubPattern(parser.State(), [(sre.IN, parts)])
    matched = re.compile(_class_source(code), re.DOTALL)
    known = [char for char in _IN_CLASSES if matched.fullmatch(char)]
    own = [
        chr(argument if operation is sre.LITERAL else argument[0])
        for operation, argument in parts
        if operation in (sre.LITERAL, sre.RANGE)
    ]
    return list(dict.fromkeys(known[:3] + own[:1]))[:_MOST_SAMPLES] or ["a"]


_CATEGORIES = {
    sre.CATEGORY_DIGIT: r"\d",
    sre.CATEGORY_NOT_DIGIT: r"\D",
    sre.CATEGORY_SPACE: r"\s",
    sre.CATEGORY_NOT_SPACE: r"\S",
    sre.CATEGORY_WORD: r"\w",
    sre.CATEGORY_NOT_WORD: r"\W",
}


def _class_source(code: Any) -> str:
    """Return a class as it is written."""
    written: list[str] = []
    ((_in, parts),) = code
    for operation, argument in parts:
        if operation is sre.NEGATE:
            written.insert(0, "^")
        elif operation is sre.LITERAL:
            written.append(re.escape(chr(argument)))
        elif operation is sre.RANGE:
            first, last = argument
            written.append(f"{re.escape(chr(first))}-{re.escape(chr(last))}")
        else:
            written.append(_CATEGORIES[argument])
    return f"[{''.join(written)}]"
