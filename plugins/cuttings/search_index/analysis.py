"""Text analysis: from running text to index terms.

``theme/src/search/words/analysis.ts`` is the same in TypeScript, for queries and for marking
matches; stop words and the letter table travel from here to there in the manifest. A test compares
both on every distinct word of two corpora.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex
from lunr.stop_word_filter import WORDS

from cuttings.search_index.stemmer import stem

STOP_WORDS = frozenset(WORDS)
"""Lunr's English stop words. Spelled in capitals they are acronyms (IT, WHO) and stay."""

COUNTRY_ACRONYM = "us"
"""The stop word that is kept even in a headline in capitals, where case means nothing."""

LETTERS = {
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ħ": "h",
    "ı": "i",
    "ł": "l",
    "ŧ": "t",
    "ς": "σ",
    "ى": "ي",
    "ة": "ه",
}
"""Lower-case letters that Unicode does not decompose, and how they are searched."""

TERM_LENGTH = 64
"""Longest term in characters; anything longer is not a word."""


def _token_pattern(letter: str, mark: str, number: str, apostrophe: str) -> str:
    """Return the expression of a token; each argument is what a character class holds of a kind."""
    end = f"(?![{letter}{mark}{number}])"
    return (
        # U.S., AT&T
        rf"[{letter}](?:\.[{letter}])+{end}\.?"
        rf"|[{letter}]{{1,2}}(?:&[{letter}]{{1,2}})+{end}"
        # 2,500 and 2.5, but not 26.02.1987
        r"|(?<![0-9][.,])[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9]|[.,][0-9])"
        r"|(?<![0-9][.,])[0-9]+\.[0-9]+(?![0-9]|[.,][0-9])"
        # Biden's, l’Elysée, O'Neill, 1990s
        rf"|[{letter}{number}][{letter}{mark}{number}]*"
        rf"(?:[{apostrophe}][{letter}{number}][{letter}{mark}{number}]*)*"
    )


_TOKEN = regex.compile(_token_pattern(r"\p{L}", r"\p{M}", r"\p{N}", "'’ʼ＇"))
_ASCII_TOKEN = re.compile(_token_pattern("A-Za-z", "", "0-9", "'"))
"""The same for text of ASCII alone, which most English text is: half the time of ``_TOKEN``."""

_UNSPACED = (
    r"[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー"
    r"\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]"
)
"""Letters of scripts that put no space between words."""
_UNSPACED_LETTER = regex.compile(_UNSPACED)
_PIECE = regex.compile(rf"(?:{_UNSPACED}\p{{M}}*)+|(?:(?!{_UNSPACED}).)+")
_LETTER_WITH_MARKS = regex.compile(r".\p{M}*")
_NUMBER = regex.compile(r"[0-9]+(?:,[0-9]{3})*\.[0-9]+|[0-9]+(?:,[0-9]{3})+")
_ACRONYM = regex.compile(r"[^.&]*+[.&].*")
_APOSTROPHE = regex.compile(r"['’ʼ＇]")
_WRITTEN_POSSESSIVE = regex.compile(r"['’ʼ＇]s$")
_POSSESSIVE = regex.compile(r"'s$")
_ELISION = regex.compile(r"^(?:[cdjlmnst]|qu)'")
_OPTIONAL_MARK = regex.compile(
    # Accents; Hebrew points; Arabic vowel signs and the stretching tatweel.
    r"[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    r"\u0610-\u061a\u0640\u064b-\u065f\u0670]+"
)
_OTHER = regex.compile(r"[^\p{L}\p{M}\p{N}]+")
_LETTER_TABLE = str.maketrans(LETTERS)


class _Terms(dict[str, str]):
    """The terms of tokens, each made when it is first looked up.

    Args:
        in_capitals: Whether the texts around them have no small letters.
    """

    def __init__(self, *, in_capitals: bool = False) -> None:
        self._in_capitals = in_capitals

    def __missing__(self, token: str) -> str:
        term = self[token] = make_term(token, in_capitals=self._in_capitals)
        return term


class Analysis:
    """Turns text into terms and remembers every spelling it has met."""

    def __init__(self) -> None:
        self._terms = _Terms()
        self._terms_in_capitals = _Terms(in_capitals=True)

    def terms(self, text: str) -> list[str]:
        """Return the terms of a field's text in their order, "" in the place of a stop word."""
        known = self._terms_in_capitals if text == text.upper() else self._terms
        return [known[token] for token in tokens(text)]

    def learn(self, other: Analysis) -> None:
        """Take over the spellings that another analysis has met."""
        self._terms.update(other._terms)
        self._terms_in_capitals.update(other._terms_in_capitals)

    def spellings(self) -> dict[str, str]:
        """Return for each term the shortest word it was made of, in small letters if there is one.

        A term is a stem (``minist``); this is the word to show for it (``minister``).
        """
        found: dict[str, str] = {}
        for token, term in (*self._terms.items(), *self._terms_in_capitals.items()):
            word = _WRITTEN_POSSESSIVE.sub("", token)
            if term and (term not in found or _plainness(word) < _plainness(found[term])):
                found[term] = word
        return found

    def first_place(self, text: str, term: str) -> int:
        """Return where ``term`` first stands in ``text``, 0 if it stands nowhere.

        A stem is mostly how a word begins, so its own letters are looked for
        first; each place is judged by the analysis itself.
        """
        pattern = _ASCII_TOKEN if text.isascii() else _TOKEN
        folded = text.lower()
        beginning = term[:-1]
        place = folded.find(beginning)
        while place >= 0:
            if not text[place - 1 : place].isalnum():
                token = pattern.match(text, place)
                if token and self._terms[token[0]] == term:
                    return place
            place = folded.find(beginning, place + 1)
        found = (token.start() for token in pattern.finditer(text) if self._terms[token[0]] == term)
        return next(found, 0)


def tokens(text: str) -> Sequence[str]:
    """Return the words, numbers and acronyms of ``text`` as they are written.

    Where a script has no spaces, each two neighbouring letters are a token, and
    the last letter of a run once more by itself.
    """
    if text.isascii():
        return _ASCII_TOKEN.findall(text)
    found: list[str] = _TOKEN.findall(text)
    if _UNSPACED_LETTER.search(text) is None:
        return found
    return [piece for token in found for piece in _pieces(token)]


def _pieces(token: str) -> Iterator[str]:
    """Yield a token, or the overlapping pairs of its letters where it has no spaces."""
    for piece in _PIECE.findall(token):
        if _UNSPACED_LETTER.match(piece) is None:
            yield piece
            continue
        letters = _LETTER_WITH_MARKS.findall(piece)
        yield from map("".join, pairwise(letters))
        yield letters[-1]


def _plainness(word: str) -> tuple[int, bool, str]:
    """Order words of one term by how well they show it, best first."""
    return (len(word), not word.islower(), word)


def make_term(token: str, *, in_capitals: bool = False) -> str:
    """Return the index term of one token, "" for a stop word.

    Args:
        token: As ``tokens`` gives it.
        in_capitals: Whether the text around it has no small letters.
    """
    if _NUMBER.fullmatch(token):
        return _short_enough(token.replace(",", ""))
    folded = fold(token)
    if not _ACRONYM.fullmatch(token):
        folded = _without_affixes(folded)
        if folded in STOP_WORDS and not _is_kept(token, folded, in_capitals):
            return ""
    term = _OTHER.sub("", folded)
    return _short_enough(stem(term) if term.isascii() else term)


def name_words(text: str) -> tuple[str, ...]:
    """Return the words of a name in plain letters, neither stemmed nor looked up as stop words."""
    words = (_OTHER.sub("", _POSSESSIVE.sub("", fold(token))) for token in tokens(text))
    return tuple(filter(None, words))


def fold(token: str) -> str:
    """Return ``token`` in small letters, without accents, apostrophes straight."""
    lower = unicodedata.normalize("NFKD", token).lower()
    plain = _OPTIONAL_MARK.sub("", lower).translate(_LETTER_TABLE)
    return _APOSTROPHE.sub("'", unicodedata.normalize("NFC", plain))


def _without_affixes(folded: str) -> str:
    return _ELISION.sub("", _POSSESSIVE.sub("", folded)).replace("'", "")


def _is_kept(token: str, folded: str, in_capitals: bool) -> bool:
    """Return whether a stop word is written as an acronym."""
    if len(folded) < 2 or token != token.upper():
        return False
    return folded == COUNTRY_ACRONYM or not in_capitals


def _short_enough(term: str) -> str:
    return term if len(term) <= TERM_LENGTH else ""
