"""How much a story is about an entity."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

LEAD_LENGTH = 300
"""Characters at the beginning of a body that count twice."""

_HEADLINE_WEIGHT = 3
_DATELINE_WEIGHT = 4
_SHARE_OF_LEADING = 0.3
_SHARE_OF_A_SINGLE_MENTION = 0.6
_MENTIONS_BESIDE_DATELINE = 4


@dataclass(frozen=True, slots=True)
class Prominence:
    """How often and where a story names an entity.

    Attributes:
        headline: Mentions in the headline.
        body: Mentions in the body.
        lead: Those of the body within its first ``LEAD_LENGTH`` characters.
        in_dateline: Whether the dateline lies there.
        first: Offset of the first mention in headline and body, for ties.
    """

    headline: int
    body: int
    lead: int
    in_dateline: bool = False
    first: int = 0

    @property
    def salience(self) -> int:
        """Three a mention in the headline, one in the body, two in the lead, four a dateline."""
        dateline = _DATELINE_WEIGHT if self.in_dateline else 0
        return _HEADLINE_WEIGHT * self.headline + self.body + self.lead + dateline


def by_salience(prominence: Mapping[str, Prominence]) -> tuple[str, ...]:
    """Return the headings, most salient first, then in the order of the text."""
    return tuple(
        sorted(prominence, key=lambda h: (-prominence[h].salience, prominence[h].first, h))
    )


def subjects(prominence: Mapping[str, Prominence]) -> frozenset[str]:
    """Return the headings the story is about.

    These are the ones in the headline or the dateline, and those whose salience
    is at least three tenths of the leading one's, or six for a single mention.
    Where the dateline tells the place, a heading in neither needs four mentions.
    """
    leading = max((p.salience for p in prominence.values()), default=0)
    dated = any(p.in_dateline for p in prominence.values())
    return frozenset(
        heading
        for heading, p in prominence.items()
        if p.headline or p.in_dateline or _leads(p, leading, dated=dated)
    )


def _leads(prominence: Prominence, leading: int, *, dated: bool) -> bool:
    if dated and prominence.body < _MENTIONS_BESIDE_DATELINE:
        return False
    share = _SHARE_OF_A_SINGLE_MENTION if prominence.body == 1 else _SHARE_OF_LEADING
    return prominence.salience >= share * max(leading, 1)
