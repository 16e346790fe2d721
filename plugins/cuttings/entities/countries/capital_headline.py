"""A headline in capitals, in which a place and a common noun look alike."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cuttings.entities.countries.country_mention import CountryMention
from cuttings.entities.countries.country_names import FormKind


class CapitalHeadline:
    """What a text has of the places that a headline in capitals seems to name.

    "PARIS HILTON ARRIVES" does not name a place above a text in which Paris never stands alone,
    nor does "TURKEY PRICES SOAR" above one that has a turkey and not Turkey.

    Args:
        text: Headline and text.
        mentions: The mentions of countries in both.
    """

    def __init__(self, text: str, mentions: Iterable[CountryMention]) -> None:
        self._text = text
        self._body = text.casefold()
        self._last = {self._body[m.start : m.end]: m.start for m in mentions}
        self._common_nouns: dict[str, bool] = {}
        self._last_places: dict[str, int] = {}

    def other_meaning(self, mention: CountryMention) -> str:
        """Return what the text below shows a mention in capitals to be instead, or ""."""
        capitals = self._text[mention.start : mention.end]
        if not capitals.isupper():
            return ""
        if mention.kind is FormKind.NAME and self._is_common_noun(capitals):
            return "the text below the headline has it as a common noun"
        if mention.kind.is_place_within and self._is_only_in_names(capitals, mention.end):
            return "the text below the headline has it only within other names"
        return ""

    def _is_common_noun(self, capitals: str) -> bool:
        if capitals not in self._common_nouns:
            form = re.escape(capitals.casefold())
            found = re.search(rf"\b(?:[Aa]n? {form}|{form}s)\b", self._text)
            is_noun = found is not None and capitals.title() not in self._text
            self._common_nouns[capitals] = is_noun
        return self._common_nouns[capitals]

    def _is_only_in_names(self, capitals: str, end: int) -> bool:
        """Whether the text has a form below, but no mention of it."""
        form = capitals.casefold()
        if form not in self._last_places:
            self._last_places[form] = self._body.rfind(form)
        return self._last_places[form] >= end >= self._last.get(form, -1)
