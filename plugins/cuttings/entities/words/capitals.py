"""Texts and paragraphs that are written in capitals."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from cuttings.article.language.function_words import is_function_word
from cuttings.article.language.sentence_end import ends_sentence

_CAPITALS_SHARE = 0.9
"""Part of the letters: a headline in capitals may have a "McDonald"; chosen by eye."""

_SAMPLE = 300
"""Characters by which a text is judged: more than a headline has."""

_ASCII = bytes(range(0x80))
_CAPITALS = bytes(range(ord("A"), ord("Z") + 1))
_SMALL_LETTERS = _CAPITALS.lower()

_GAP = "\n\n"
_START = 60
"""Characters that tell of most paragraphs that they are not in capitals."""

_TEXTS_REMEMBERED = 64
"""Texts whose blocks are kept: one is asked about several times in a row."""

_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_WORDS = 6
"""Words of the shortest paragraph that reads as text and not as a headline; chosen by eye."""

_FUNCTION_SHARE = 0.1
"""Part of the words of such a paragraph that only join others. News has about 38 % of them, the
headings and rows of tables hardly any; chosen by eye."""


def is_capitals(text: str) -> bool:
    """Whether a text of more than one word is written in capitals, judged by its start."""
    start = text[:_SAMPLE]
    if " " not in start.strip():
        return False
    capitals, letters = _count_letters(start)
    return letters >= 2 and capitals >= _CAPITALS_SHARE * letters


def _count_letters(text: str) -> tuple[int, int]:
    """Return how many capitals a text has, and how many letters.

    Every name of a story asks for them. Bytes are sifted many times as fast as Python looks at
    characters, and few characters of a text are beyond ASCII.
    """
    encoded = text.encode("utf-8", "surrogatepass")
    capitals = len(encoded) - len(encoded.translate(None, _CAPITALS))
    letters = capitals + len(encoded) - len(encoded.translate(None, _SMALL_LETTERS))
    if not text.isascii():
        beyond = encoded.translate(None, _ASCII).decode("utf-8", "surrogatepass")
        others = [char for char in beyond if char.isalpha()]
        capitals += sum(char.isupper() for char in others)
        letters += len(others)
    return capitals, letters


def blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each block of a text, which empty lines separate."""
    start = 0
    while (end := text.find(_GAP, start)) >= 0:
        yield start, end
        start = end + len(_GAP)
    yield start, len(text)


@functools.lru_cache(maxsize=_TEXTS_REMEMBERED)
def capital_blocks(text: str) -> tuple[tuple[int, int], ...]:
    """Return start and end of each block in capitals that reads as text.

    A heading, an acronym or a row of a table does not: it has few words, no full stop at its
    end, or hardly a word that only joins others. Where nearly all of the text is in capitals, no
    full stop is needed, and the blocks are judged together.
    """
    found = [(start, end) for start, end in blocks(text) if _is_in_capitals(text[start:end])]
    if not found:
        return ()
    words = {(start, end): _WORD.findall(text[start:end]) for start, end in found}
    long = [block for block in found if len(words[block]) >= _FEWEST_WORDS]
    if sum(end - start for start, end in found) >= _CAPITALS_SHARE * len(text):
        every = [word for block in long for word in words[block]]
        return tuple(long) if _reads_as_text(every) else ()
    return tuple(
        (start, end)
        for start, end in long
        if ends_sentence(text[start:end].rstrip()) and _reads_as_text(words[start, end])
    )


def _is_in_capitals(block: str) -> bool:
    return is_capitals(block[:_START]) and is_capitals(block)


def _reads_as_text(words: Sequence[str]) -> bool:
    common = sum(is_function_word(word) for word in words)
    return bool(words) and common >= _FUNCTION_SHARE * len(words)
