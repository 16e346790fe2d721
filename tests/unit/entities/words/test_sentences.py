from __future__ import annotations

import pytest

from cuttings.entities.words.sentences import sentence_spans


def _sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["He came.", "She left."],
        ["Mr. Smith met Dr. Jones.", "They spoke."],
        ["J. R. Smith won.", "He smiled."],
        ["It grew 2.5 per cent.", "Prices fell."],
        ["The U.S. economy grew.", "Exports rose."],
        ["He flew to the U.S.", "The talks failed."],
        ["“Come in,” he said.", "“Sit down.”", "She did."],
        ["Is it so?", "Yes!", "No … perhaps."],
        ["It fell on Feb. 26 in Paris.", "All saw it."],
        ["The firm, Acme Inc., grew.", "It sold St. Mary's."],
        ["A line without a stop"],
    ],
)
def test_sentences_end_where_they_end(sentences: list[str]) -> None:
    assert _sentences(" ".join(sentences)) == sentences


def test_blocks_end_sentences() -> None:
    assert _sentences("A heading\n\nThe first words. The rest\n\n\n  Last.") == [
        "A heading",
        "The first words.",
        "The rest",
        "Last.",
    ]


def test_no_text_has_no_sentence() -> None:
    assert sentence_spans("") == ()
    assert sentence_spans(" \n\n ") == ()
