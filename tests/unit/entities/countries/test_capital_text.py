from __future__ import annotations

import pytest

from cuttings.entities.countries.capital_text import common_noun
from cuttings.entities.countries.country_matching import match_countries, story_countries


@pytest.mark.parametrize(
    ("text", "cased", "is_country"),
    [
        ("TURKEY AGREED.", "Turkey agreed.", True),
        ("HE ATE TURKEY THEN.", "He ate turkey then.", False),
        ("HE TOLD US THAT.", "He told us that.", False),
        ("HE LEFT THE US.", "He left the us.", True),
        ("HE LED US TROOPS.", "He led us troops.", True),
        ("HE ATE TURKEY THEN.", "", True),
        ("He left Turkey.", "He left Turkey.", True),
    ],
)
def test_a_form_in_capitals_is_a_country_if_it_is_written_so(
    text: str, cased: str, is_country: bool
) -> None:
    (mention,) = match_countries(text)
    assert (common_noun(text, cased, mention) == "") is is_country
    reasons = [item.reason for item in story_countries(text, (), (), (), cased=cased).rejected]
    said = "the text is in capitals, and it is more often another word"
    assert reasons == ([] if is_country else [said])
