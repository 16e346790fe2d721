"""Places in a state or province that have the name of a country or of a foreign city.

"Peru, Indiana" and "Moscow, Idaho": the state beside the name decides for the whole story.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import pycountry

from cuttings.article.language.dateline import find_dateline
from cuttings.entities.countries.country_context import country_context
from cuttings.entities.countries.country_mention import CountryMention
from cuttings.entities.countries.country_names import FormKind, country_names

_CITIES = frozenset({FormKind.CAPITAL, FormKind.CITY})
_NAMED_ALIKE = _CITIES | {FormKind.NAME}
_LISTED = frozenset({FormKind.NAME, FormKind.DIVISION})
_STATES_WITH_CODES = {"US": "United States", "CA": "Canada"}
"""Countries whose states are written as two capitals behind a city's name."""

_GAP = "\n\n"
_BETWEEN = re.compile(
    r"(?:, (?:in )?| \()(?:(?:north|south|east|west)(?:ern)? )?(?:[A-Z]\w+ County, )?"
)
_IN = re.compile(r" in ")
_BEFORE_IN = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|(?:[Cc]ity|[Tt]own|[Vv]illage) of) \Z")
_POSSESSIVE = re.compile(r"['’]s (?:(?:city|town|village) of )?")
_CODE = re.compile(r", (?P<code>[A-Z]{2})(?!\w|\.\w)")
_JOINT = re.compile(r", (?:and |or )?| (?:and|or|&) ")
_ENDS_PLACE = re.compile(
    r"\Z|[,.;:)\]\n–—]| [–—(-]| (?:about|after|and|as|at|before|but|by|during|early|for|from|in|"
    r"late|near|next|on|or|since|that|this|to|today|tomorrow|until|when|where|which|while|who|with|"
    r"yesterday)\b",
)
"""What follows a state behind a place; behind a verb it is the state that does something."""

_BEFORE_COUNTRY = re.compile(
    r"\b(?:(?:ambassador|army|border|citizens?|coast|constitution|economy|embassy|exports|"
    r"government|independence|invasion|king|leaders?|minister|nation|parliament|people|president|"
    r"queen|republic|ruler|troops) (?:in|of|from)|"
    r"(?:ambassador|envoy|exports) to|relations with|border with|war (?:against|in|on|with)) \Z",
    re.IGNORECASE,
)
_BEHIND_COUNTRY = re.compile(
    r"['’]s? (?:\w+ ){0,2}?(?:ambassador|army|central bank|congress|constitution|currency|economy|"
    r"embassy|exports|foreign|government|king|minister|navy|parliament|president|prime|queen|"
    r"rulers?|troops)\b"
)
_WINDOW = 40
"""Characters before a name that hold the words that show a country; chosen by eye."""


@dataclass(frozen=True, slots=True)
class LocalPlace:
    """A place with the name of a country or foreign city.

    Attributes:
        state: The state or province as written.
        country: Heading of the country of that state.
    """

    state: str
    country: str

    def mention(self, found: CountryMention) -> CountryMention:
        """Return a mention of its name as one of the country in which it lies."""
        return replace(found, heading=self.country, kind=FormKind.CITY)

    def reason(self, form: str) -> str:
        """Return why a form that stands alone elsewhere in the story names no other country."""
        is_state = form.casefold() == self.state.casefold()
        return "a city lies in it elsewhere" if is_state else f"it is a place in {self.state}"


def place_beside_state(
    text: str, mentions: Sequence[CountryMention], position: int
) -> LocalPlace | None:
    """Return the place that a mention is with the state beside it, or None if it is not one.

    A country in a list with a state is not such a place ("Mexico, California and Texas").

    Args:
        text: The text.
        mentions: The mentions of countries and places in it, judged by the words beside them.
        position: Which of them is meant.
    """
    mention = mentions[position]
    if mention.kind not in _NAMED_ALIKE:
        return None
    before, after = neighbours(mentions, position)
    state = after if after and _is_within(text, mention, after) else None
    if state is None and before and _POSSESSIVE.fullmatch(text, before.end, mention.start):
        state = before
    country = _country_of_state(text, mention, state) if state else ""
    if state is None or not country:
        return _beside_code(text, mention)
    if mention.kind is FormKind.NAME and not _is_set_off(text, mentions, position, state):
        return None
    return LocalPlace(text[state.start : state.end], country)


class LocalPlaces:
    """The places of a story that lie in a state which it names beside them, be it only once.

    Where the country is named by another form, too, the name alone means the country up to the
    first place with the state behind it, but for the headline.

    Args:
        text: Headline and text.
        mentions: The mentions of countries in both, each with the place that it is with a state
            beside it, or None.
    """

    def __init__(
        self, text: str, mentions: Iterable[tuple[CountryMention, LocalPlace | None]]
    ) -> None:
        self._places = dict(_in_datelines(text))
        headline = text.find(_GAP)
        known = list(mentions)
        forms_of: dict[str, set[str]] = {}
        for mention, _ in known:
            forms_of.setdefault(mention.heading, set()).add(_form(text, mention))
        alone: set[str] = set()
        for mention, place in known:
            form = _form(text, mention)
            if place is None:
                is_named_otherwise = len(forms_of[mention.heading]) > 1
                alone |= {form} if is_named_otherwise and mention.start > headline else set()
            elif place.country != mention.heading and form not in alone:
                self._places.setdefault(form, place)
                self._places.setdefault(place.state.casefold(), place)

    def of(self, text: str, mentions: Sequence[CountryMention], position: int) -> LocalPlace | None:
        """Return the place that a mention in any part of the story is, or None.

        The words right beside it may show the country ("the government of Peru").

        Args:
            text: The part of the story.
            mentions: The mentions in it, judged by the words beside them.
            position: Which of them is meant.
        """
        mention = mentions[position]
        place = self._places.get(_form(text, mention))
        if place is None or mention.kind not in _NAMED_ALIKE or place.country == mention.heading:
            return None
        before, after = neighbours(mentions, position)
        is_country = (
            _BEFORE_COUNTRY.search(text, max(0, mention.start - _WINDOW), mention.start)
            or _BEHIND_COUNTRY.match(text, mention.end)
            or _is_joined(text, before, mention)
            or _is_joined(text, mention, after)
        )
        return None if is_country else place


def _form(text: str, mention: CountryMention) -> str:
    return text[mention.start : mention.end].casefold()


def neighbours(
    mentions: Sequence[CountryMention], position: int
) -> tuple[CountryMention | None, CountryMention | None]:
    """Return the mentions before and behind one, each None where there is none."""
    before = mentions[position - 1] if position else None
    return before, mentions[position + 1] if position + 1 < len(mentions) else None


def _country_of_state(text: str, place: CountryMention, state: CountryMention) -> str:
    """Return the country of a state beside a place, or "" if it is not a state.

    "Georgia" is one behind a city that does not lie in the country.
    """
    if state.kind is FormKind.DIVISION:
        is_country = place.kind is FormKind.NAME and place.heading == state.heading
        return "" if is_country else state.heading
    context = country_context(text[state.start : state.end])
    if context is None or context.meaning != "the state" or context.is_favoured(text):
        return ""
    return context.otherwise if place.kind in _CITIES and place.heading != state.heading else ""


def _is_within(text: str, place: CountryMention, state: CountryMention) -> bool:
    """Whether a state behind a place says where that lies ("Peru, Indiana")."""
    if _BETWEEN.fullmatch(text, place.end, state.start):
        return True
    is_in = _IN.fullmatch(text, place.end, state.start) is not None
    before = _BEFORE_IN.search(text, max(0, place.start - _WINDOW), place.start)
    return is_in and before is not None


def _is_set_off(
    text: str, mentions: Sequence[CountryMention], position: int, state: CountryMention
) -> bool:
    """Whether a name of a country and a state beside it are one place, not parts of a list.

    Nor does the state begin another part of the sentence ("In Mexico, Texas is seen as rich").
    """
    mention = mentions[position]
    end = max(mention.end, state.end)
    if text[end - 1] != "." and not _ENDS_PLACE.match(text, end):
        return False
    before, _ = neighbours(mentions, position)
    if before is not None and before is not state and before.kind in _LISTED:
        is_listed = text[before.end : mention.start] == ", "
    else:
        is_listed = False
    others = [other for other in mentions[position + 1 : position + 4] if other is not state]
    behind, its_state, *_ = (*others, None, None)
    if is_listed or behind is None or behind.kind not in _LISTED:
        return not is_listed
    if not _JOINT.fullmatch(text, end, behind.start):
        return True
    return (
        behind.kind is FormKind.NAME
        and its_state is not None
        and _BETWEEN.fullmatch(text, behind.end, its_state.start) is not None
    )


def _is_joined(text: str, first: CountryMention | None, second: CountryMention | None) -> bool:
    """Whether two countries, or two capitals that stand for them, are in a list."""
    if first is None or second is None or FormKind.DIVISION in {first.kind, second.kind}:
        return False
    alike = first.kind is second.kind
    return alike and _JOINT.fullmatch(text, first.end, second.start) is not None


def _beside_code(text: str, mention: CountryMention) -> LocalPlace | None:
    """Return the place before the two capitals of a state ("Peru, IN").

    Two capitals that are also the code of the country in which the tables have the place do not
    say that it lies elsewhere ("Berlin, DE").
    """
    found = _CODE.match(text, mention.end)
    if found is None or found["code"] == country_names().codes.get(mention.heading):
        return None
    country = _states_by_code().get(found["code"], "")
    return LocalPlace(found["code"], country) if country else None


def _in_datelines(text: str) -> Iterator[tuple[str, LocalPlace]]:
    forms = country_names().forms
    for block in text.split(_GAP):
        dateline = find_dateline(block)
        city, comma, state = dateline.place.partition(", ") if dateline else ("", "", "")
        form = forms.get(state) if comma else None
        if form is not None and form.kind is FormKind.DIVISION:
            yield city.casefold(), LocalPlace(state, form.heading)


@functools.cache
def _states_by_code() -> Mapping[str, str]:
    """Return the country of each state by its code ("IN")."""
    return {
        division.code.partition("-")[2]: _STATES_WITH_CODES[division.country_code]
        for division in pycountry.subdivisions
        if division.country_code in _STATES_WITH_CODES
    }
