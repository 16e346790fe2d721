"""Text analysis: from running text to index terms.

``theme/src/search/analysis.ts`` is the same in TypeScript, for queries and for marking matches;
stop words and the letter table travel from here to there in the manifest. A test compares both on
every distinct word of two corpora.
"""

from __future__ import annotations

import unicodedata

import regex
from lunr.stop_word_filter import WORDS

from cuttings.search_index.stemmer import stem

STOP_WORDS = frozenset(WORDS)
"""Lunr's English stop words. Spelled in capitals they are acronyms (IT, WHO) and stay."""

COUNTRY_ACRONYM = "us"
"""The stop word that is kept even in a headline in capitals, where case tells nothing."""

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
}
"""Lower-case letters that Unicode does not decompose, and how they are searched."""

TERM_LENGTH = 64
"""Longest term in characters; anything longer is no word."""

_TOKEN = regex.compile(
    # U.S., AT&T
    r"\p{L}(?:\.\p{L})+(?![\p{L}\p{M}\p{N}])\.?"
    r"|\p{L}{1,2}(?:&\p{L}{1,2})+(?![\p{L}\p{M}\p{N}])"
    # 2,500 and 2.5, but not 26.02.1987
    r"|(?<![0-9][.,])[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9]|[.,][0-9])"
    r"|(?<![0-9][.,])[0-9]+\.[0-9]+(?![0-9]|[.,][0-9])"
    # Biden's, l’Elysée, O'Neill, 1990s
    r"|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’ʼ＇][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*"
)
_NUMBER = regex.compile(r"[0-9]+(?:,[0-9]{3})*\.[0-9]+|[0-9]+(?:,[0-9]{3})+")
_ACRONYM = regex.compile(r".*[.&].*")
_APOSTROPHE = regex.compile(r"['’ʼ＇]")
_POSSESSIVE = regex.compile(r"'s$")
_ELISION = regex.compile(r"^(?:[cdjlmnst]|qu)'")
_DIACRITIC = regex.compile(r"[\u0300-\u036f]+")
_OTHER = regex.compile(r"[^\p{L}\p{M}\p{N}]+")
_LETTER_TABLE = str.maketrans(LETTERS)


class Analysis:
    """Turns text into terms and remembers every spelling it has met."""

    def __init__(self) -> None:
        self._terms: dict[str, str] = {}
        self._terms_in_capitals: dict[str, str] = {}

    def terms(self, text: str) -> list[str]:
        """Return the terms of a field's text in their order; stop words are left out."""
        in_capitals = text == text.upper()
        known = self._terms_in_capitals if in_capitals else self._terms
        found: list[str] = []
        for token in _TOKEN.findall(text):
            term = known.get(token)
            if term is None:
                term = known[token] = make_term(token, in_capitals=in_capitals)
            if term:
                found.append(term)
        return found


def tokens(text: str) -> list[str]:
    """Return the words, numbers and acronyms of ``text`` as they are written."""
    return _TOKEN.findall(text)


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


def fold(token: str) -> str:
    """Return ``token`` in small letters, without accents, apostrophes straight."""
    lower = unicodedata.normalize("NFKD", token).lower()
    plain = _DIACRITIC.sub("", lower).translate(_LETTER_TABLE)
    return _APOSTROPHE.sub("'", unicodedata.normalize("NFC", plain))


def _without_affixes(folded: str) -> str:
    return _ELISION.sub("", _POSSESSIVE.sub("", folded)).replace("'", "")


def _is_kept(token: str, folded: str, in_capitals: bool) -> bool:
    """Tell whether a stop word is written as an acronym."""
    if len(folded) < 2 or token != token.upper():
        return False
    return folded == COUNTRY_ACRONYM or not in_capitals


def _short_enough(term: str) -> str:
    return term if len(term) <= TERM_LENGTH else ""
