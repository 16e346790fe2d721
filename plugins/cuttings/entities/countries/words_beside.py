"""What the words right beside a form of a country show it to be instead."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from cuttings.entities.countries.country_context import country_context
from cuttings.entities.countries.country_mention import CountryMention
from cuttings.entities.countries.country_names import CountryForm, FormKind
from cuttings.entities.tables import table_rows
from cuttings.entities.words.word_context import follows_name, follows_title, precedes_name

_ADJECTIVES = {FormKind.NAME, FormKind.ABBREVIATION, FormKind.DEMONYM}
_UNIT = re.compile(r"[ -](?P<unit>[^\W\d_]+)")
_POSSESSIVE = re.compile(r"(?:['’]s?)?\s")
_OF = re.compile(r"\sof\s(?:the\s)?", re.IGNORECASE)
_PART_OF_A_NAME = "it is part of a longer name"


def other_meaning(text: str, start: int, end: int, form: CountryForm) -> str:
    """Return why the words beside a form show that it does not stand for its country, or "".

    A capital, city or division between two capitalized words is part of a longer
    name ("Jack London", "London Symphony Orchestra"); so is any form after "New". An
    abbreviated state needs a city and a comma before it ("Portland, Ore."). The rule for
    places also holds for names that people bear ("Jordan"). The country of a currency
    ("Swiss francs") and a form that is a ticker symbol ("<UK>") are not meant.

    Args:
        text: The text.
        start: Where the form begins.
        end: Where it ends.
        form: What the tables say of it.
    """
    if text[max(0, start - 1) : start] == "<" and text[end : end + 1] == ">":
        return "it is a ticker symbol"
    if form.kind in _ADJECTIVES and _precedes_currency(text, start, end):
        return "it says which currency is meant"
    if text[max(0, start - 4) : start] in {"New ", "NEW "}:
        return _PART_OF_A_NAME
    if form.kind is FormKind.DIVISION and "." in form.form:
        is_behind_city = text[max(0, start - 2) : start] == ", "
        return "" if is_behind_city else "no city and comma stand before the abbreviation"
    is_place = form.kind in {FormKind.CAPITAL, FormKind.CITY, FormKind.DIVISION}
    is_doubtful = country_context(form.form) is not None
    if is_doubtful and not is_place and follows_title(text, start):
        return "a title stands before it"
    if (is_place or is_doubtful) and (follows_name(text, start) or precedes_name(text, end)):
        return _PART_OF_A_NAME
    return ""


def other_country(
    text: str, before: CountryMention | None, mention: CountryMention, after: CountryMention | None
) -> str:
    """Return why the mentions before and after one show that another country is meant, or "".

    Another country's name beside an institution is its owner ("the Thai Securities and
    Exchange Commission").
    """
    if mention.kind is not FormKind.INSTITUTION:
        return ""
    owner = _owner(text, before, mention, after)
    return f"it is an institution of {owner.heading}" if owner else ""


def _owner(
    text: str,
    before: CountryMention | None,
    institution: CountryMention,
    after: CountryMention | None,
) -> CountryMention | None:
    """Return the mention of another country that stands right beside an institution, or None."""
    for other, pattern, start, end in (
        (before, _POSSESSIVE, before.end if before else 0, institution.start),
        (after, _OF, institution.end, after.start if after else 0),
    ):
        is_other = other is not None and other.heading != institution.heading
        if is_other and pattern.fullmatch(text, start, end):
            return other
    return None


def _precedes_currency(text: str, start: int, end: int) -> bool:
    after = _UNIT.match(text, end)
    if after is None or (unit := after["unit"].casefold()) not in _currencies():
        return False
    adjectives = _currencies()[unit]
    return not adjectives or text[start:end].casefold() in adjectives


@functools.cache
def _currencies() -> Mapping[str, frozenset[str]]:
    """Return the units of money, each with the adjectives it needs beside it, if any."""
    return {
        row["unit"]: frozenset(filter(None, row["after"].casefold().split("|")))
        for row in table_rows("currencies")
    }
