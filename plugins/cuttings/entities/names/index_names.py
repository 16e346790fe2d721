"""Names of people that a text has as an index has them: "lists Mozart, Wolfgang Amadeus"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from cuttings.entities.countries.country_names import country_names
from cuttings.entities.entity import EntityKind
from cuttings.entities.names.name import Name
from cuttings.entities.recognition.recognizer import RecognizedSpan
from cuttings.entities.words.alternatives import any_of
from cuttings.entities.words.given_names import is_given_name
from cuttings.entities.words.inverted_name import reading_order
from cuttings.entities.words.person_names import is_particle

_WORD = r"[^\W\d_a-z](?:[\w'’-]+|\.)"
_PARTICLE = r"[a-z]{1,3}"
_LEADING = any_of(
    "[Ee]ntry [Ii]ndexed [Ll]isted [Ll]ists? [Ss]ee [Uu]nder catalogu?ed filed", "see also"
)
"""Words that lead to an entry."""

_ENTRY = re.compile(
    rf"(?<![\w’'-])(?!{_LEADING} )(?P<family>(?:{_PARTICLE} ){{0,2}}{_WORD}(?: {_WORD})?), "
    rf"(?P<given>{_WORD}(?: {_WORD}){{0,2}}(?: {_PARTICLE}){{0,2}}(?:, [JS]r\.?|, [IVX]+\b)?)"
    r"(?=\Z|\n|;|\.(?:\s|\Z)| ?\(| ?[|:–—-] |, \d|\))"
)
"""A surname, a comma and given names, behind which an entry of an index ends."""

_BEGINS_ENTRY = re.compile(rf"(?:\A|\n|[;:(|•*–—] ?|\n- |\b{_LEADING}(?: (?:as|under|for))? )\Z")
_WINDOW = 24
"""Characters before an entry that hold the words which lead to it."""


def index_names(text: str, spans: Sequence[RecognizedSpan]) -> Iterator[Name]:
    """Yield the people whose surname stands first, by the name in reading order.

    They stand where an entry of an index does: in a line or between semicolons by itself, or behind
    a word such as "lists". The surname is recognized as a name, and the rest holds a given name.

    Args:
        text: The text.
        spans: What was recognized in it, in its order.
    """
    starts = [span.start for span in spans]
    for entry in _ENTRY.finditer(text):
        if not _BEGINS_ENTRY.search(text, max(0, entry.start() - _WINDOW), entry.start()):
            continue
        place = bisect_right(starts, entry.end("family") - 1) - 1
        span = spans[place] if place >= 0 else None
        is_named = span is not None and span.end > entry.start() and span.label in {"PERSON", "ORG"}
        form = reading_order(entry[0])
        if is_named and form != entry[0] and _holds_given_name(entry["given"]):
            start = entry.start()
            yield Name(EntityKind.PERSON, start, entry.end(), form, is_shown=True)


def _holds_given_name(words: str) -> bool:
    """Whether the words behind a surname are given names and not a place ("Texas")."""
    own = [word for word in words.split(", ")[0].split() if not is_particle(word)]
    is_initials = all(len(word.strip(".")) == 1 for word in own)
    return words not in country_names().forms and (is_initials or any(map(is_given_name, own)))
