"""The whole name of an organization that the model cut.

The model now and then begins a name too late: it sees "Means Committee" in "Ways and Means
Committee", and "Glass Container Corp" in "Anchor Glass Container Corp". A capitalized word that
stands before the name of a body, and that the model took for nothing, is a part of the name.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from cuttings.article.language.function_words import is_function_word
from cuttings.article.language.sentence_end import begins_sentence
from cuttings.entities.entity import EntityKind
from cuttings.entities.names.name import Name
from cuttings.entities.names.organization_evidence import ends_in_body
from cuttings.entities.recognition.recognizer import RecognizedSpan
from cuttings.entities.words.legal_forms import is_legal_form
from cuttings.entities.words.word_context import follows_name, previous_word

_JOINTS = ("and", "&")
_MOST_WORDS = 3
"""Words that a name lacks at most; chosen by eye on the newswire."""

_WINDOW = 48
"""Characters before a word that show whether it begins a sentence."""

_SAYS_WHICH = re.compile(
    r"(?:an(?:other|y)|both|earlier|either|every|few|former|four|five|last|later|many|most|neither|"
    r"new|next|no|one|other|seven|several|six|some|such|ten|three|two|[a-z]+(?:ed|ing|ly))\Z",
    re.IGNORECASE,
)
"""Words that begin a sentence before a name and say which, how many or how."""

_OF_ANOTHER = re.compile(r"(?:Affiliate|Company|Division|Firm|Parent|Subsidiary|Unit)s?\Z")
"""Words for a body that another has, which stand before its name ("Subsidiary Lee Ltd")."""

_NEXT_WORD = re.compile(r" ([A-Z]\w+)(?![\w’'-]| [A-Z])")
_INITIALS = re.compile(r"(?:\A|(?<=[^\w.]))(?:[A-Z]\.){1,3} \Z")
_LISTED = re.compile(r"(?:,| and| &| of) \Z")
"""What stands before a word that is joined to another name, or is what another is of."""


_LINE_END = re.compile(r"\n")
_LONGEST_END = 3
"""Characters that hold the last mark of a line, and spaces behind it."""

_PROSE_END = (".", "?", "!", ":", ";", ",", '"', "”", "'", "’", ")")


def with_whole_names(
    text: str, names: Iterable[Name], spans: Sequence[RecognizedSpan]
) -> Iterator[Name]:
    """Yield names, those of bodies with the words before them that the model left out.

    Args:
        text: The text.
        names: The names found in it.
        spans: All that was recognized in it, in the order of the text.
    """
    recognized, prose = _Recognized(spans), _Prose(text)
    for name in names:
        is_body = name.kind is EntityKind.ORGANIZATION and prose.has(name.start)
        yield _whole(text, name, recognized) if is_body else name


class _Recognized:
    """What of a text the model took for a name of any kind."""

    def __init__(self, spans: Sequence[RecognizedSpan]) -> None:
        self._starts = [span.start for span in spans]
        self._ends = [span.end for span in spans]
        self._forms = {span.form for span in spans}

    def has(self, word: str, start: int) -> bool:
        """Whether a word is part of a name, or stands alone for one elsewhere."""
        place = bisect_right(self._starts, start) - 1
        return word in self._forms or (place >= 0 and start < self._ends[place])


class _Prose:
    """Which lines of a text are not headlines (in headlines all words may be capitalized)."""

    def __init__(self, text: str) -> None:
        self._ends = [*(found.start() for found in _LINE_END.finditer(text)), len(text)]
        self._is_prose = [
            text[max(0, end - _LONGEST_END) : end].rstrip().endswith(_PROSE_END)
            for end in self._ends
        ]

    def has(self, place: int) -> bool:
        """Whether a place is in a line that ends as sentences do."""
        return self._is_prose[bisect_left(self._ends, place)]


def _whole(text: str, name: Name, recognized: _Recognized) -> Name:
    end = _whole_end(text, name, recognized)
    is_kind = end > name.end or ends_in_body(name.form)
    start = _whole_start(text, name, recognized) if is_kind else name.start
    if (start, end) == (name.start, name.end):
        return name
    is_shown = name.is_shown or end > name.end
    return replace(name, start=start, end=end, form=text[start:end], is_shown=is_shown)


def _whole_end(text: str, name: Name, recognized: _Recognized) -> int:
    """Return where the word for the kind of body ends that a name lacks, or where the name ends."""
    word = _NEXT_WORD.match(text, name.end)
    if word is None or ends_in_body(name.form) or recognized.has(word[1], word.start(1)):
        return name.end
    return word.end() if ends_in_body(f"{name.form} {word[1]}") else name.end


def _whole_start(text: str, name: Name, recognized: _Recognized) -> int:
    """Return where the words begin that a name lacks, or where it begins if it lacks none."""
    start = name.start
    for _ in range(_MOST_WORDS):
        joint = previous_word(text, start)
        behind = start - len(joint) - 1 if joint in _JOINTS else start
        first = behind - len(previous_word(text, behind)) - 1
        if not _is_part(text, first, behind, recognized, is_joined=behind < start):
            break
        start = first
    initials = _INITIALS.search(text, max(0, start - _WINDOW), start)
    return initials.start() if initials and start < name.start else start


def _is_part(text: str, start: int, end: int, recognized: _Recognized, *, is_joined: bool) -> bool:
    """Whether the word before ``end`` is part of the name behind it, or behind the joint there."""
    word, before = text[start : end - 1], text[max(0, start - _WINDOW) : max(0, start)]
    if not (follows_name(text, end) and word[-1:].isalnum()) or is_function_word(word):
        return False
    if recognized.has(word, start) or _OF_ANOTHER.match(word) or before.endswith(("-", "–")):
        return False
    if is_joined and is_legal_form(word):
        return False
    if is_joined and (_LISTED.search(before) or (begins_sentence(before) and word.endswith("s"))):
        return False
    return not (begins_sentence(before) and _SAYS_WHICH.match(word))
