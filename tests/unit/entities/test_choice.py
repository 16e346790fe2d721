from __future__ import annotations

import pytest

from cuttings.entities.choice import Choice

STATE = "Georgia (U.S. state)"
COUNTRY = "Georgia"


@pytest.mark.parametrize(
    ("choice", "meaning"),
    [
        (
            Choice(STATE, fitting=((STATE, "Atlanta"),), others=(COUNTRY,)),
            f"Distinguished from namesakes: the story fits {STATE} (“Atlanta”)",
        ),
        (
            Choice(STATE, fitting=((STATE, "Atlanta"), (COUNTRY, "Tbilisi"))),
            "Not distinguished from namesakes: the story fits "
            f"{STATE} (“Atlanta”); {COUNTRY} (“Tbilisi”)",
        ),
        (
            Choice(STATE, others=(STATE,)),
            "The story has none of the words that distinguish it from namesakes",
        ),
        (
            Choice(STATE, others=(COUNTRY, "Georgia (ship)")),
            f"Not distinguished from namesakes: the story fits none of {COUNTRY}; Georgia (ship)",
        ),
    ],
)
def test_a_choice_says_which_records_fit(choice: Choice, meaning: str) -> None:
    assert choice.meaning(STATE) == meaning
