"""Text analysis: from running text to index terms and the words they stand for.

``theme/src/search/words/analysis.ts`` is the same in TypeScript, for queries and for marking
matches; stop words and the letter table travel from here to there in the manifest. A test compares
both on every distinct word of two corpora.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

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


def _compound_pattern(letter: str, mark: str, number: str, hyphen: str, apostrophe: str) -> str:
    """Return the expression of two words with a hyphen between them, and no third.

    A possessive may follow. What stands around it must not belong to either word.
    """
    word = f"{letter}{mark}{number}"
    return (
        rf"(?<![{word}{hyphen}&.{apostrophe}])([{letter}][{word}]*)[{hyphen}]([{letter}{number}][{word}]*)"
        rf"(?:[{apostrophe}]s)?(?![{word}{hyphen}]|[.,&{apostrophe}][{letter}{number}])"
    )


_COMPOUND = regex.compile(_compound_pattern(r"\p{L}", r"\p{M}", r"\p{N}", "-‐‑", "'’ʼ＇"))
_ASCII_COMPOUND = re.compile(_compound_pattern("A-Za-z", "", "0-9", "-", "'"))

SMALL, CAPITALS, ALL_CAPITALS = range(3)
"""How a word is written: not in capitals, in capitals, in a text that has nothing else."""


class SurfaceForm(NamedTuple):
    """A word as texts write it, in plain small letters.

    Attributes:
        term: Its index term, "" for a stop word.
        word: The word before stemming; "" for a stop word and for a compound, which is found as
            one word (``antivirus``) but is not written as one (``anti-virus``).
        capitals: ``SMALL``, ``CAPITALS`` or ``ALL_CAPITALS``.
    """

    term: str
    word: str
    capitals: int


class _Forms(dict[str, SurfaceForm]):
    """The surface forms of tokens, each made when it is first looked up.

    Args:
        in_capitals: Whether the texts around them have no small letters.
    """

    def __init__(self, *, in_capitals: bool = False) -> None:
        self._in_capitals = in_capitals

    def __missing__(self, token: str) -> SurfaceForm:
        word = make_word(token, in_capitals=self._in_capitals)
        term = _term_of(word)
        has_capitals = len(word) > 1 and token != token.lower() and token == token.upper()
        written = (ALL_CAPITALS if self._in_capitals else CAPITALS) if has_capitals else SMALL
        form = self[token] = SurfaceForm(term, word if term else "", written if term else SMALL)
        return form


class _CompoundTerms(dict[str, str]):
    """The terms of compounds written as one word, each made when it is first looked up."""

    def __missing__(self, compound: str) -> str:
        term = self[compound] = make_term(compound.replace("-", "", 1))
        return term


class Analysis:
    """Turns text into terms and remembers every spelling it has met."""

    def __init__(self) -> None:
        self._forms = _Forms()
        self._forms_in_capitals = _Forms(in_capitals=True)
        self._compounds = _CompoundTerms()

    def terms(self, text: str) -> list[str]:
        """Return the terms of a field's text in their order, "" in the place of a stop word."""
        known = self._known(text)
        return [known[token].term for token in tokens(text)]

    def forms(self, text: str) -> tuple[list[SurfaceForm], list[tuple[int, SurfaceForm]]]:
        """Return the surface forms of a field's text in their order, and its compounds.

        Each compound is given with the place of its second word, where it counts as standing.
        """
        known = self._known(text)
        forms: list[SurfaceForm] = []
        joined: list[tuple[int, SurfaceForm]] = []
        start = 0
        for compound in _compounds(text):
            forms.extend(known[token] for token in tokens(text, start, compound.end()))
            start = compound.end()
            term = self._compounds[f"{compound[1]}-{compound[2]}"]
            if term not in ("", forms[-1].term):
                joined.append((len(forms) - 1, SurfaceForm(term, "", SMALL)))
        forms.extend(known[token] for token in tokens(text, start))
        return forms, joined

    def _known(self, text: str) -> _Forms:
        return self._forms_in_capitals if text == text.upper() else self._forms

    def learn(self, other: Analysis) -> None:
        """Take over the spellings that another analysis has met."""
        self._forms.update(other._forms)
        self._forms_in_capitals.update(other._forms_in_capitals)
        self._compounds.update(other._compounds)

    def spellings(self) -> dict[str, str]:
        """Return for each term the shortest word it was made of, in small letters if there is one.

        A term is a stem (``minist``); this is the word to show for it (``minister``).
        """
        found: dict[str, str] = {}
        for token, (term, *_) in (*self._forms.items(), *self._forms_in_capitals.items()):
            word = _WRITTEN_POSSESSIVE.sub("", token)
            if term and (term not in found or _plainness(word) < _plainness(found[term])):
                found[term] = word
        for compound, term in sorted(self._compounds.items()):
            if term:
                found.setdefault(term, compound)
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
                if token and self._forms[token[0]].term == term:
                    return place
            place = folded.find(beginning, place + 1)
        known = self._forms
        words = (token.start() for token in pattern.finditer(text) if known[token[0]].term == term)
        compounds = (
            compound.start()
            for compound in _compounds(text)
            if self._compounds[f"{compound[1]}-{compound[2]}"] == term
        )
        return next(words, next(compounds, 0))


def tokens(text: str, start: int = 0, end: int | None = None) -> Sequence[str]:
    """Return the words, numbers and acronyms of ``text`` as they are written.

    Where a script has no spaces, each two neighbouring letters are a token, and
    the last letter of a run once more by itself.

    Args:
        text: The text.
        start: Where to begin; within no token.
        end: Where to end (None: with the text); within no token.
    """
    stop = len(text) if end is None else end
    if text.isascii():
        return _ASCII_TOKEN.findall(text, start, stop)
    found: list[str] = _TOKEN.findall(text, start, stop)
    if _UNSPACED_LETTER.search(text) is None:
        return found
    return [piece for token in found for piece in _pieces(token)]


def _compounds(text: str) -> Iterator[re.Match[str] | regex.Match[str]]:
    """Yield the places of two words with a hyphen between them; the words are groups 1 and 2."""
    if "-" in text and text.isascii():
        return _ASCII_COMPOUND.finditer(text)
    return iter(()) if text.isascii() else _COMPOUND.finditer(text)


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
    return _term_of(make_word(token, in_capitals=in_capitals))


def make_word(token: str, *, in_capitals: bool = False) -> str:
    """Return the word of a token in plain small letters, before stemming; "" for a stop word."""
    if _NUMBER.fullmatch(token):
        return token.replace(",", "")
    folded = fold(token)
    if not _ACRONYM.fullmatch(token):
        folded = _without_affixes(folded)
        if folded in STOP_WORDS and not _is_kept(token, folded, in_capitals):
            return ""
    return _OTHER.sub("", folded)


def _term_of(word: str) -> str:
    return _short_enough(stem(word) if word.isascii() else word)


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
