"""Finding countries in a text by their forms, with the context that decides doubtful ones."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from cuttings.entities.countries.country_context import country_context
from cuttings.entities.countries.country_names import CountryForm, FormKind, country_names
from cuttings.entities.tables import table_rows
from cuttings.entities.words.form_index import FormIndex
from cuttings.entities.words.word_context import follows_name, follows_title, precedes_name

_ADJECTIVES = {FormKind.NAME, FormKind.ABBREVIATION, FormKind.DEMONYM}
_UNIT = re.compile(r"[ -](?P<unit>[^\W\d_]+)")
_POSSESSIVE = re.compile(r"(?:['’]s?)?\s")
_OF = re.compile(r"\sof\s(?:the\s)?", re.IGNORECASE)
_BLOCK = re.compile(r"(?:(?!\n\n).)+", re.DOTALL)


@dataclass(frozen=True, slots=True)
class CountryMention:
    """One place where a text names a country.

    Attributes:
        start: Offset of the first character.
        end: Offset after the last character.
        heading: The country.
        kind: How the form stands for it.
    """

    start: int
    end: int
    heading: str
    kind: FormKind

    def counts_in_organization(self, text: str) -> bool:
        """Whether it tells the country of an organization in whose name it stands.

        The country itself and its people do, and the place after "of", which is the
        seat ("Community Bank of Boston"); another place is part of the name ("Boston Globe").
        """
        return not self.kind.is_place_within or text.endswith(" of ", 0, self.start)


def match_countries(text: str) -> tuple[CountryMention, ...]:
    """Return the mentions of countries in ``text``, judged by the words beside them.

    A capital, city or division between two capitalized words is part of a longer
    name ("Jack London", "London Symphony Orchestra") and does not count; neither does
    any form after "New". An abbreviated state needs a city and a comma before it
    ("Portland, Ore."), and a state behind a city says where that lies ("London,
    Ontario"). The same holds for names that people bear, too ("Jordan").
    The country of a currency ("Swiss francs") and a form that is a ticker symbol
    ("<UK>") are not meant, nor is the usual owner of an institution that another
    country's name stands beside ("the Thai Securities and Exchange Commission").
    """
    mentions: list[CountryMention] = []
    for match in _index().find(text):
        form = match.value
        if form.kind is None or not _stands_for_country(text, match.start, match.end, form):
            continue
        mentions.append(CountryMention(match.start, match.end, form.heading, form.kind))
    return tuple(
        mention
        for before, mention, after in zip(
            [None, *mentions], mentions, [*mentions[1:], None], strict=False
        )
        if not (
            _is_owned_by_another(text, before, mention, after)
            or _lies_in_division(text, mention, after)
        )
    )


def find_countries(text: str) -> tuple[CountryMention, ...]:
    """Return the mentions of countries in a whole story, judged by all of its words.

    Doubtful forms ("Georgia") need favourable words or no adverse ones, else they are
    the division of another country that is called so, or nothing. Capital
    and seat of a former country stand for it, not for the state that has them
    today, where the story names only the former ("Moscow" beside "Soviet").

    Args:
        text: Headline and body, blocks separated by an empty line. Each block is
            matched by itself, for one may be in capitals and the next not.
    """
    mentions = tuple(_in_blocks(text))
    below = _Below(text, mentions)
    kept = tuple(_without_doubtful(text, (m for m in mentions if not below.is_no_place(m))))
    named = {m.heading for m in kept if not m.kind.is_place_within}
    return tuple(
        replace(m, heading=dated_back(m.heading, named)) if m.kind.is_place_within else m
        for m in kept
    )


def _without_doubtful(text: str, mentions: Iterable[CountryMention]) -> Iterator[CountryMention]:
    doubtful: dict[str, bool] = {}
    for mention in mentions:
        form = text[mention.start : mention.end]
        context = country_context(form)
        if form not in doubtful:
            doubtful[form] = context is not None and context.is_doubtful(text)
        if context is None or not doubtful[form]:
            yield mention
        elif context.otherwise:
            yield replace(mention, heading=context.otherwise, kind=FormKind.DIVISION)


class _Below:
    """What a text has of the places that a headline in capitals names.

    So "PARIS HILTON ARRIVES" names no place above a text in which no Paris stands alone,
    and neither does "TURKEY PRICES SOAR" above one that has a turkey and no Turkey.
    """

    def __init__(self, text: str, mentions: Sequence[CountryMention]) -> None:
        self._text = text
        self._body = text.casefold()
        self._last = {self._body[m.start : m.end]: m.start for m in mentions}
        self._common_nouns: dict[str, bool] = {}
        self._last_places: dict[str, int] = {}

    def is_no_place(self, mention: CountryMention) -> bool:
        """Whether a mention in capitals is none, as the text below it shows."""
        capitals = self._text[mention.start : mention.end]
        if not capitals.isupper():
            return False
        if mention.kind is FormKind.NAME:
            return self._is_common_noun(capitals)
        if not mention.kind.is_place_within:
            return False
        form = capitals.casefold()
        if form not in self._last_places:
            self._last_places[form] = self._body.rfind(form)
        is_below = self._last_places[form] >= mention.end
        return is_below and self._last.get(form, -1) <= mention.end

    def _is_common_noun(self, capitals: str) -> bool:
        if capitals not in self._common_nouns:
            form = re.escape(capitals.casefold())
            found = re.search(rf"\b(?:[Aa]n? {form}|{form}s)\b", self._text)
            is_noun = found is not None and capitals.title() not in self._text
            self._common_nouns[capitals] = is_noun
        return self._common_nouns[capitals]


def _in_blocks(text: str) -> Iterator[CountryMention]:
    for block in _BLOCK.finditer(text):
        for mention in match_countries(block[0]):
            start, end = mention.start + block.start(), mention.end + block.start()
            yield replace(mention, start=start, end=end)


def dated_back(heading: str, named: Collection[str]) -> str:
    """Return the country that had today's capital, where a story names only that one.

    Args:
        heading: The country in which a capital or seat lies today.
        named: Headings of the countries that the story names outright.
    """
    if heading in named:
        return heading
    successors = country_names().successors
    return next((f for f in successors if successors[f][0] == heading and f in named), heading)


def _is_owned_by_another(
    text: str,
    before: CountryMention | None,
    institution: CountryMention,
    after: CountryMention | None,
) -> bool:
    """Whether the mention right beside an institution's is of another country, its owner."""
    if institution.kind is not FormKind.INSTITUTION:
        return False
    return bool(
        before is not None
        and before.heading != institution.heading
        and _POSSESSIVE.fullmatch(text, before.end, institution.start)
    ) or bool(
        after is not None
        and after.heading != institution.heading
        and _OF.fullmatch(text, institution.end, after.start)
    )


def _lies_in_division(text: str, city: CountryMention, after: CountryMention | None) -> bool:
    """Whether a division right behind a city says where it lies ("London, Ontario")."""
    return (
        city.kind in {FormKind.CAPITAL, FormKind.CITY}
        and after is not None
        and after.kind is FormKind.DIVISION
        and after.start - city.end == 2
        and text.startswith(", ", city.end)
    )


def _stands_for_country(text: str, start: int, end: int, form: CountryForm) -> bool:
    if text[max(0, start - 1) : start] == "<" and text[end : end + 1] == ">":
        return False
    if form.kind in _ADJECTIVES and _precedes_currency(text, start, end):
        return False
    if text[max(0, start - 4) : start] in {"New ", "NEW "}:
        return False
    if form.kind is FormKind.DIVISION and form.form.endswith("."):
        return text[max(0, start - 2) : start] == ", "
    if form.kind in {FormKind.CAPITAL, FormKind.CITY, FormKind.DIVISION}:
        return not (follows_name(text, start) or precedes_name(text, end))
    if country_context(form.form):
        return not (
            follows_title(text, start) or follows_name(text, start) or precedes_name(text, end)
        )
    return True


def _precedes_currency(text: str, start: int, end: int) -> bool:
    after = _UNIT.match(text, end)
    if after is None or (unit := after["unit"].casefold()) not in _currencies():
        return False
    adjectives = _currencies()[unit]
    return not adjectives or text[start:end].casefold() in adjectives


@functools.cache
def _index() -> FormIndex[CountryForm]:
    return FormIndex(country_names().forms)


@functools.cache
def _currencies() -> Mapping[str, frozenset[str]]:
    """Return the units of money, each with the adjectives it needs beside it, if any."""
    return {
        row["unit"]: frozenset(filter(None, row["after"].casefold().split("|")))
        for row in table_rows("currencies")
    }
