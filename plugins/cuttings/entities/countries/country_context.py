"""What the rest of a story tells about forms that name a country and something else, too."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from cuttings.entities.tables import table_rows


@dataclass(frozen=True, slots=True)
class CountryContext:
    """Words whose presence in a story speaks for or against a form's being the country.

    Attributes:
        favourable: Words that go with the country; one is enough.
        adverse: Words that go with what else the form names.
        otherwise: Heading of the country in which that lies ("Georgia" in the
            United States), or "" if it is no place.
    """

    favourable: frozenset[str]
    adverse: frozenset[str]
    otherwise: str

    def is_favoured(self, text: str) -> bool:
        """Whether a word of the text goes with the country."""
        return any(word in text for word in self.favourable)

    def is_doubtful(self, text: str) -> bool:
        """Whether the text has adverse words and no favourable one."""
        return not self.is_favoured(text) and any(word in text for word in self.adverse)


def country_context(form: str) -> CountryContext | None:
    """Return the context of a form, in capitals or not, or None if it needs none."""
    return _contexts().get(form.title() if form.isupper() else form)


@functools.cache
def _contexts() -> Mapping[str, CountryContext]:
    return {
        row["form"]: CountryContext(
            frozenset(row["for"].split("|")), frozenset(row["against"].split("|")), row["otherwise"]
        )
        for row in table_rows("country_contexts")
    }
