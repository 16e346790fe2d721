"""How much a story is about an entity.

Where a number below has no source of its own, it was chosen by eye on 25 November 2026. What it
would cost to choose another was measured on 30 November 2026, as the F1 of the countries that the
first 2,000 newswire stories are about: .899 with their datelines and .683 without.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

LEAD_LENGTH = 300
"""Characters at the beginning of a body that count twice. With 150 or 600:
.899 and .899, .684 and .686."""

_HEADLINE_WEIGHT = 3
"""A mention in the headline, for one in the body. With 2 or 4: .899 and .898, .686 and .680."""

_DATELINE_WEIGHT = 4
"""The dateline, for one mention in the body. With 2 or 6: .901 and .898; without datelines none."""

_SHARE_OF_LEADING = 0.3
"""Part of the leading salience. With .2 or .4: .899 and .898, .691 and .680."""

_SHARE_OF_A_SINGLE_MENTION = 0.6
"""The same for a single mention in the body. With .4 or .8:
.898 and .899, .683 and .681."""

# The next four were fitted together on 4,059 newswire stories and checked on 8,112 others
# (docs/decisions.md, "beside-dateline").

_OPENING_LENGTH = 100
"""Characters at the beginning of a body that are its opening."""

_WEIGHT_BESIDE_DATELINE = 6
"""Weight from which on a story is about a country beside that of its dateline."""

_MANY_COUNTRIES = 8
"""Countries from which on a report goes from one to the next; five fitted best, eight held best."""

_SHARE_AMONG_MANY = 0.5
"""Part of the leading weight that is enough among many countries."""


@dataclass(frozen=True, slots=True)
class Prominence:
    """How often and where a story names an entity.

    Attributes:
        headline: Mentions in the headline.
        body: Mentions in the body.
        lead: Those of the body within its first ``LEAD_LENGTH`` characters.
        in_dateline: Whether the dateline lies there.
        first: Offset of the first mention in the body; -1 if the headline has one.
        named: Those of the body by its own name, not by a people, a city or a body it has.
    """

    headline: int
    body: int
    lead: int
    in_dateline: bool = False
    first: int = 0
    named: int = 0

    @property
    def salience(self) -> int:
        """Three a mention in the headline, one in the body, two in the lead, four a dateline."""
        dateline = _DATELINE_WEIGHT if self.in_dateline else 0
        return _HEADLINE_WEIGHT * self.headline + self.body + self.lead + dateline

    @property
    def weight(self) -> int:
        """The salience, one more a mention by name, and one if the report opens with it."""
        return self.salience + self.named + (self.first < _OPENING_LENGTH)


def by_salience(prominence: Mapping[str, Prominence]) -> tuple[str, ...]:
    """Return the headings, most salient first, then in the order of the text."""
    return tuple(
        sorted(prominence, key=lambda h: (-prominence[h].salience, prominence[h].first, h))
    )


def subjects(prominence: Mapping[str, Prominence]) -> frozenset[str]:
    """Return the headings the story is about.

    These are the ones in the headline or the dateline, and those whose salience
    is at least three tenths of the leading one's, or six for a single mention.
    Where a dateline names the place, a heading in the headline must stand in the
    report, too, and one in neither needs a weight of six; among eight headings or more,
    where a report goes from country to country, half of the leading weight will do.
    """
    leading = max((p.salience for p in prominence.values()), default=0)
    dated = any(p.in_dateline for p in prominence.values())
    enough = _enough_beside_dateline(prominence.values())
    return frozenset(
        heading
        for heading, p in prominence.items()
        if (_stands_beside_dateline(p, enough) if dated else _leads(p, leading))
    )


def _enough_beside_dateline(prominence: Collection[Prominence]) -> float:
    if len(prominence) < _MANY_COUNTRIES:
        return _WEIGHT_BESIDE_DATELINE
    leading = max(p.weight for p in prominence)
    return min(_WEIGHT_BESIDE_DATELINE, _SHARE_AMONG_MANY * leading)


def _stands_beside_dateline(prominence: Prominence, enough: float) -> bool:
    in_headline = prominence.headline > 0 and prominence.body > 0
    return prominence.in_dateline or in_headline or prominence.weight >= enough


def _leads(prominence: Prominence, leading: int) -> bool:
    share = _SHARE_OF_A_SINGLE_MENTION if prominence.body == 1 else _SHARE_OF_LEADING
    return prominence.headline > 0 or prominence.salience >= share * max(leading, 1)
