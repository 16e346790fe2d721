from __future__ import annotations

import pytest

from cuttings.ingest.text.headline import (
    lead_sentence,
    reads_like_headline,
)


@pytest.mark.parametrize(
    "line",
    [
        "Angela Merkel visits Paris",
        "What next for the European Union?",
        "U.S. and U.K. sign treaty with Guinness Inc.",
        "'We stand together': leaders meet in Berlin",
        "Wall falls; Berliners celebrate",
    ],
)
def test_headlines_are_recognized(line: str) -> None:
    assert reads_like_headline(line)


@pytest.mark.parametrize(
    "line",
    [
        "The wall fell on Thursday evening.",
        "The wall fell on Thursday. Berliners celebrated through the night",
        "By Jane Doe",
        "https://example.org/story",
        "- an item of a list",
        "BERLIN, Nov 9 - Thousands of East Germans streamed through the checkpoints of the wall "
        "that evening",
        "“We stand together,”",
        "1989",
        "",
        "word " * 40,
    ],
)
def test_other_lines_are_not_headlines(line: str) -> None:
    assert not reads_like_headline(line)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("BERLIN, Nov 9 - The wall fell. People came.", "The wall fell."),
        ("LONDON, 3 March 2020 (Reuters) — Prices rose sharply. More.", "Prices rose sharply."),
        (
            "Mr. Gorbachev met the U.S. president. They spoke.",
            "Mr. Gorbachev met the U.S. president.",
        ),
        ("Did the wall fall? It did.", "Did the wall fall?"),
        ("No end", "No end"),
        (
            "The “Meth. We’re on it.” campaign met mockery. It ends.",
            "The “Meth. We’re on it.” campaign met mockery.",
        ),
        ("“We stand together.” He said so.", "“We stand together.”"),
        ("“We stand together. He said so. It ends.", "“We stand together."),
        ("(CNN) President Trump left the town. He is back.", "President Trump left the town."),
    ],
)
def test_the_lead_sentence_ends_where_it_does(text: str, sentence: str) -> None:
    assert lead_sentence(text) == sentence
