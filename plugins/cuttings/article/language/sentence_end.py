"""Where a sentence ends, by its punctuation.

What counts as an end depends on what is asked, so there are several expressions:

- a whole line that ends as sentences do (``ends_sentence``); a printed line may also end before a
  list, with a colon (``ends_printed_sentence``); the last words of a page end it with any mark but
  those that join (``ends_page``), for nothing behind them can show it;
- a line that ends as no headline does, with a full stop or a mark that joins
  (``ends_unlike_headline``): a headline may well ask or exclaim;
- a mark within a text, with a break or a capital behind it (``SENTENCE_BREAK``, ``SENTENCE_STOP``,
  ``CUT_BEHIND``), or right before a word (``begins_sentence``).
"""

from __future__ import annotations

import re

_CLOSING = "\"'”’»)\\]"
_OPENING = "\"'“‘«(\\["

_SENTENCE = re.compile(rf"[.!?…。！？][{_CLOSING}]*$")
_PRINTED = re.compile(rf"[.!?…:。！？][{_CLOSING}]*$")
_PAGE = re.compile(r"[^\w\s,;:–—-]\s*$")
_UNLIKE_HEADLINE = re.compile(r"[.。।;:,؛،]['\"”’»)\]]*$")
_BEFORE_SENTENCE = re.compile(r"(?:\A|\n|[.!?]['\"”’)]* )['\"“‘(]*\Z")

SENTENCE_BREAK = re.compile(rf"[.!?…][{_CLOSING}]*(?=\s+[{_OPENING}]*[^\Wa-z])|[。！？]")
"""A mark before a word that does not begin with a small letter."""

SENTENCE_STOP = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’)\]]*+(?=\s)|\n\s*\n|\Z")
"""Any mark before white space, whatever follows; also the end of a block and of the text."""

CUT_BEHIND = re.compile(r"[.!?…][\"'”’)\]]{0,3}\s")
"""Any mark and the white space behind it, where a long text may be cut."""


def ends_sentence(line: str) -> bool:
    """Whether a line ends with a sentence."""
    return _SENTENCE.search(line) is not None


def ends_printed_sentence(line: str) -> bool:
    """Whether a printed line ends with a sentence, or with the words before a list."""
    return _PRINTED.search(line) is not None


def ends_page(words: str) -> bool:
    """Whether the last words of a page end it, with any mark that joins nothing to them."""
    return _PAGE.search(words) is not None


def ends_unlike_headline(line: str) -> bool:
    """Whether a line ends with a full stop or a mark that joins, as a headline does not."""
    return _UNLIKE_HEADLINE.search(line) is not None


def begins_sentence(before: str) -> bool:
    """Whether a sentence begins behind ``before``."""
    return _BEFORE_SENTENCE.search(before) is not None
