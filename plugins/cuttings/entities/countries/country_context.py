"""Words of a story that decide about forms that name a country and something else, too."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from cuttings.entities.tables import table_rows


@dataclass(frozen=True, slots=True)
class CountryContext:
    """Words whose presence in a story shows whether a form means the country.

    Attributes:
        favourable: Words that go with the country; one is enough.
        adverse: Words that go with what else the form names.
        meaning: What that is, in words ("the state").
        otherwise: Heading of the country in which that lies ("Georgia" in the
            United States), or "" if it is not a place.
    """

    favourable: frozenset[str]
    adverse: tuple[str, ...]
    meaning: str
    otherwise: str

    def is_favoured(self, text: str) -> bool:
        """Whether a word of the text goes with the country."""
        return any(word in text for word in self.favourable)

    def adverse_word(self, text: str) -> str:
        """Return the first adverse word of the text if it has no favourable one, else ""."""
        if self.is_favoured(text):
            return ""
        return next((word for word in self.adverse if word in text), "")


def country_context(form: str) -> CountryContext | None:
    """Return the context of a form, in capitals or not, or None if it needs none."""
    return _contexts().get(form.title() if form.isupper() else form)


@functools.cache
def _contexts() -> Mapping[str, CountryContext]:
    return {
        row["form"]: CountryContext(
            favourable=frozenset(row["for"].split("|")),
            adverse=tuple(row["against"].split("|")),
            meaning=row["meaning"],
            otherwise=row["otherwise"],
        )
        for row in table_rows("country_contexts")
    }
