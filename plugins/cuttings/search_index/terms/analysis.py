"""Text analysis: from running text to index terms and the words they stand for.

``theme/src/search/words/analysis.ts`` is the same in TypeScript, for queries and for marking
matches. A test compares both on every distinct word of two corpora.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import regex

from cuttings.search_index.terms.compounds import compounds
from cuttings.search_index.terms.spelling import Spelling, SpellingKind
from cuttings.search_index.terms.surface_form import SMALL, CompoundTerms, SurfaceForm, SurfaceForms
from cuttings.search_index.terms.tokens import token_pattern, tokens

_WRITTEN_POSSESSIVE = regex.compile(r"['’ʼ＇]s$")


class Analysis:
    """Turns text into terms and remembers every spelling it has met."""

    def __init__(self) -> None:
        self._forms = SurfaceForms()
        self._forms_in_capitals = SurfaceForms(in_capitals=True)
        self._compounds = CompoundTerms()

    def terms(self, text: str) -> list[str]:
        """Return the terms of a field's text in their order, "" in the place of a stop word."""
        known = self._forms_in_capitals if text == text.upper() else self._forms
        return [known[token].term for token in tokens(text)]

    def spelled(self, text: str) -> tuple[SpellingKind, Sequence[str], list[tuple[int, str]]]:
        """Return how a field's text spells its words.

        Returns:
            The kind of its tokens; these in their order; and its compounds, each with the place
            of its second word, where it counts as standing.
        """
        in_capitals = text == text.upper()
        known = self._forms_in_capitals if in_capitals else self._forms
        kind = SpellingKind.IN_CAPITALS if in_capitals else SpellingKind.TOKEN
        found: list[str] = []
        joined: list[tuple[int, str]] = []
        start = 0
        for match in compounds(text):
            found.extend(tokens(text, start, match.end()))
            start = match.end()
            compound = f"{match[1]}-{match[2]}"
            if self._compounds[compound] not in ("", known[found[-1]].term):
                joined.append((len(found) - 1, compound))
        rest = tokens(text, start)
        return kind, [*found, *rest] if found else rest, joined

    def form(self, spelling: Spelling) -> SurfaceForm:
        """Return the form of a spelling."""
        if spelling.kind is SpellingKind.COMPOUND:
            return SurfaceForm(self._compounds[spelling.text], "", SMALL)
        in_capitals = spelling.kind is SpellingKind.IN_CAPITALS
        return (self._forms_in_capitals if in_capitals else self._forms)[spelling.text]

    def learn(self, words: Mapping[Spelling, SurfaceForm]) -> None:
        """Take over spellings that another analysis has met, with their forms."""
        known = {
            SpellingKind.TOKEN: self._forms,
            SpellingKind.IN_CAPITALS: self._forms_in_capitals,
        }
        for (text, kind), form in words.items():
            if kind is SpellingKind.COMPOUND:
                self._compounds[text] = form.term
            else:
                known[kind][text] = form

    def spellings(self) -> dict[str, str]:
        """Return for each term the shortest word it was made of, in small letters if there is one.

        A term is a stem (``minist``); this is the word to show for it (``minister``).
        """
        found: dict[str, str] = {}
        for token, (term, *_) in (*self._forms.items(), *self._forms_in_capitals.items()):
            word = token if token.isalnum() else _WRITTEN_POSSESSIVE.sub("", token)
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
        pattern = token_pattern(text)
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
        joined = (
            compound.start()
            for compound in compounds(text)
            if self._compounds[f"{compound[1]}-{compound[2]}"] == term
        )
        return next(words, next(joined, 0))


def _plainness(word: str) -> tuple[int, bool, str]:
    """Order words of one term by how well they show it, best first."""
    return (len(word), not word.islower(), word)
