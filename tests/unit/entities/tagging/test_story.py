from __future__ import annotations

import pytest

from cuttings.entities.tagging.story import Story, prose

ENGLISH = (
    "The minister of the country said that he would be in the house by the end of the day. " * 3
)
FRENCH = "Le ministre du pays dit que les deux partis veulent une loi pour la fin du mois. " * 4


def test_headline_and_text_are_read() -> None:
    story = Story(title="Talks end", text="All is well.")
    assert prose(story) == story.whole == "Talks end\n\nAll is well."


def test_a_headline_in_capitals_is_not_read() -> None:
    assert prose(Story(title="TALKS END TODAY", text="All is well.")) == "All is well."


@pytest.mark.parametrize(
    ("text", "language", "is_read"),
    [
        (ENGLISH, "", True),
        (FRENCH, "", False),
        (FRENCH, "en-GB", False),
        (ENGLISH, "fr", True),
        ("Le ministre dit non.", "", False),
        ("Net 4 vs 5", "", True),
        ("Net 4 vs 5", "fr", False),
    ],
)
def test_only_english_is_read_as_the_words_show_or_as_stated(
    text: str, language: str, is_read: bool
) -> None:
    assert bool(prose(Story(title="T", text=text, language=language))) is is_read
