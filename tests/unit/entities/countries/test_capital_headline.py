from __future__ import annotations

import pytest

from cuttings.entities.countries.capital_headline import CapitalHeadline
from cuttings.entities.countries.country_matching import match_countries
from cuttings.entities.countries.country_mention import CountryMention

COMMON_NOUN = "the text below the headline has it as a common noun"
IN_NAMES = "the text below the headline has it only within other names"


@pytest.mark.parametrize(
    ("headline", "body", "reason"),
    [
        ("TURKEY PRICES SOAR", "A turkey costs more.", COMMON_NOUN),
        ("TURKEY PRICES SOAR", "Many turkeys are sold.", COMMON_NOUN),
        ("TURKEY PRICES SOAR", "A turkey costs more in Turkey.", ""),
        ("TURKEY PRICES SOAR", "Prices rose.", ""),
        ("PARIS HILTON ARRIVES", "Paris Hilton smiled.", IN_NAMES),
        ("PARIS HILTON ARRIVES", "Paris Hilton smiled in Paris.", ""),
        ("PARIS WAITS", "Crowds wait.", ""),
        ("Paris waits", "Paris Hilton smiled.", ""),
    ],
)
def test_the_text_shows_what_a_headline_in_capitals_names(
    headline: str, body: str, reason: str
) -> None:
    text = f"{headline}\n\n{body}"
    behind = len(headline) + 2
    (first, *_) = match_countries(headline)
    below = (
        CountryMention(m.start + behind, m.end + behind, m.heading, m.kind)
        for m in match_countries(body)
    )
    assert CapitalHeadline(text, [first, *below]).other_meaning(first) == reason
