"""Words in plain small letters: without accents, apostrophes and possessives, before stemming.

Stop words and the letter table travel from here to the page in the manifest.
"""

from __future__ import annotations

import unicodedata

import regex
from lunr.stop_word_filter import WORDS

from cuttings.search_index.terms.tokens import tokens

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

_NUMBER = regex.compile(r"[0-9]+(?:,[0-9]{3})*\.[0-9]+|[0-9]+(?:,[0-9]{3})+")
_ACRONYM = regex.compile(r"[^.&]*+[.&].*")
_APOSTROPHE = regex.compile(r"['’ʼ＇]")
_POSSESSIVE = regex.compile(r"'s$")
_ELISION = regex.compile(r"^(?:[cdjlmnst]|qu)'")
_OPTIONAL_MARK = regex.compile(
    # Accents; Hebrew points; Arabic vowel signs and the stretching tatweel.
    r"[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    r"\u0610-\u061a\u0640\u064b-\u065f\u0670]+"
)
_OTHER = regex.compile(r"[^\p{L}\p{M}\p{N}]+")
_LETTER_TABLE = str.maketrans(LETTERS)


def make_word(token: str, *, in_capitals: bool = False) -> str:
    """Return the word of a token in plain small letters, before stemming; "" for a stop word."""
    if _is_plain(token):
        word = token.lower()
        return "" if word in STOP_WORDS and not _is_kept(token, word, in_capitals) else word
    if _NUMBER.fullmatch(token):
        return token.replace(",", "")
    folded = fold(token)
    if not _ACRONYM.fullmatch(token):
        folded = _without_affixes(folded)
        if folded in STOP_WORDS and not _is_kept(token, folded, in_capitals):
            return ""
    return _OTHER.sub("", folded)


def name_words(text: str) -> tuple[str, ...]:
    """Return the words of a name in plain letters, neither stemmed nor looked up as stop words."""
    if _is_plain(text):
        return (text.lower(),)
    words = (_OTHER.sub("", _POSSESSIVE.sub("", fold(token))) for token in tokens(text))
    return tuple(filter(None, words))


def _is_plain(text: str) -> bool:
    """Return whether a text is nothing but ASCII letters, as most words are: then case is all."""
    return text.isascii() and text.isalpha()


def fold(token: str) -> str:
    """Return ``token`` in small letters, without accents, apostrophes straight."""
    if token.isascii():
        return token.lower()
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
