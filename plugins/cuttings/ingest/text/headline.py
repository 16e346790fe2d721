"""Headlines: whether a line reads like one, and how to make one."""

from __future__ import annotations

import re

from cuttings.article.characters import one_line
from cuttings.article.language.abbreviation import ends_abbreviation, ends_in_abbreviation
from cuttings.article.language.dateline import begins_with_dateline, without_dateline
from cuttings.article.language.sentence_end import SENTENCE_BREAK, ends_unlike_headline

HEADLINE_LENGTH = 90
"""Characters of the longest headline that is made from a lead sentence. Measured: of 672 headlines
that pages and files state, 97 % are not longer."""

_LONGEST_STATED = 160
"""Characters of the longest line that may be a headline. Measured: four of 672 are longer."""

_MOST_WORDS = 26
"""Words of the longest line that may be a headline. Measured: three of 672 have more."""

_SHORTEST_CLAUSE = 20
"""Characters of the shortest clause that is a headline. Measured: with 15 or 25, seven of 4,000
newswire texts are read in another way."""

_LINE_OF_OTHER_KIND = re.compile(
    r"^(?:[Bb][Yy]:?\s+[A-Z]|https?://|www\.|[Cc]opyright\b|©|\(|\[|[-–—*•]\s)"
)
_SUBORDINATORS = (
    "that which who whom whose where when while after before because since as although though "
    "unless until if but despite amid following according including saying"
).split()
_BOUNDARY = re.compile(
    rf" ?(?:[,;:](?= )| [—–-]{{1,2}}(?= )|—)| (?=(?:{'|'.join(_SUBORDINATORS)}) )"
)
_OPENING_PHRASE = re.compile(
    r"^(?:on|in|at|after|before|during|as|while|despite|amid|following|for|with|by|since|when|under|"
    r"over|from|if|although|though|because|according|earlier|later|last|this)\b[^,]*$",
    re.I,
)
_OPEN_ENDED = re.compile(
    r",\s+(?:and|but|or)\s+\S+$|"
    r"\b(?:a|an|the|of|to|in|on|at|for|by|with|from|and|or|but|is|are|was|were|be|has|have|had|its|"
    r"his|her|their|not)$",
    re.I,
)


def reads_like_headline(line: str) -> bool:
    """Return whether a file's first line reads like a headline rather than as text.

    A headline is short, no list item, byline, dateline or address, and does not end as
    a sentence does; a question or an exclamation may be one if it stands alone.
    """
    line = one_line(line)
    words = line.split()
    if not words or len(line) > _LONGEST_STATED or len(words) > _MOST_WORDS:
        return False
    if not any(char.isalpha() for char in line) or _LINE_OF_OTHER_KIND.match(line):
        return False
    if len(words) < 2 and len(line) < 4:
        return False
    if begins_with_dateline(line) and not line.isupper() and len(words) > 12:
        return False
    may_be_abbreviation = ends_in_abbreviation(line) and len(words) <= _MOST_WORDS // 2
    if ends_unlike_headline(line) and not may_be_abbreviation:
        return False
    return not any(
        match[0].startswith((".", "。")) and not ends_abbreviation(line, match.start() + 1)
        for match in SENTENCE_BREAK.finditer(line)
    )


def lead_sentence(text: str) -> str:
    """Return the first sentence of ``text``, without its dateline."""
    line = one_line(text)
    without = without_dateline(line)
    line = without if len(without) >= _SHORTEST_CLAUSE else line
    for match in SENTENCE_BREAK.finditer(line):
        if not ends_abbreviation(line, match.start() + 1):
            return line[: match.end()]
    return line


def inferred_headline(text: str, length: int = HEADLINE_LENGTH) -> str:
    """Make a headline from the lead sentence of ``text``, cut at a clause.

    Args:
        text: The lead paragraph; not empty.
        length: Longest headline in characters.

    Returns:
        The longest start of the lead sentence that fits and ends where a clause
        does; where no clause fits, it is cut between words.
    """
    sentence = lead_sentence(text).strip()
    whole = sentence.rstrip(".。,;: ")
    if len(whole) <= length and whole:
        return _balanced(whole)
    clauses = [
        sentence[: match.start()]
        for match in _BOUNDARY.finditer(sentence, 0, 2 * length)
        if _SHORTEST_CLAUSE <= match.start() <= length
    ]
    clauses = [clause for clause in clauses if not _OPEN_ENDED.search(clause)]
    full = [clause for clause in clauses if not _OPENING_PHRASE.match(clause)]
    if full:
        return _balanced(full[-1])
    if clauses:
        return _balanced(clauses[-1])
    return _balanced(_cut_between_words(sentence, length))


def _cut_between_words(sentence: str, length: int) -> str:
    if len(sentence) <= length:
        return sentence
    start = sentence[: length + 1]
    cut = start.rfind(" ")
    words = start[:cut] if cut >= _SHORTEST_CLAUSE else start[:length]
    while (shorter := _OPEN_ENDED.sub("", words).rstrip(" ,;:-–—")) != words and shorter:
        words = shorter
    return words


def _balanced(headline: str) -> str:
    """Return ``headline`` without a quotation mark or bracket that the cut left open."""
    given = headline
    for opening, closing in (("“", "”"), ("(", ")"), ("[", "]"), ("«", "»")):
        if headline.count(opening) > headline.count(closing):
            headline = "".join(headline.rsplit(opening, 1))
    if headline.count('"') % 2:
        headline = "".join(headline.rsplit('"', 1))
    return one_line(headline).strip(" ,;:-–—") or one_line(given)
