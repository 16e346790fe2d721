from __future__ import annotations

import pytest

from cuttings.entities.recognition.model import Model
from cuttings.entities.recognition.written_case import as_written


@pytest.mark.parametrize(
    "written",
    [
        "A fair opened in Paris on Monday, said Paul Holt.",
        "President Reagan and James Baker met Mr. Young of the U.S. Treasury, he said.",
        "The speaker, Jim O'Neill, said that John Tower and Robert Gates would come.",
        "Donald McDonald of IBM told NATO that it was the worst of the bills. It was a joke.",
        "The talks of Stoltenberg, Nakasone and Edwin L. Cox were of a new kind.",
    ],
)
def test_words_are_written_as_they_mostly_are(written: str) -> None:
    text = as_written(Model.MEDIUM, written.upper())
    names = [word for word in written.split() if word[0].isupper()]
    assert [word for word in names if word not in text.split()] in ([], ["Treasury,"])
    assert len(text) == len(written)
    small = [word for word in written.split() if word.islower()]
    assert [word for word in small if word not in text.split()] == []


@pytest.mark.parametrize(
    ("capitals", "word"),
    [
        ("THE HOUSE PASSED THE BILL ON MONDAY.", "bill"),
        ("THE PRICE ROSE TO 12 MLN DLRS ON MONDAY.", "dlrs"),
        ("HE SAW A RECIEVEDLY ODD ROW ON MONDAY.", "recievedly"),
        ("MR YOUNG SAID SO TO THEM ON MONDAY.", "Young"),
        ("HE WENT TO THE TOWN OF QZWUBA ON MONDAY.", "Qzwuba"),
        ("HE WAS IN “READY ROOM A” AND LEFT ON MONDAY.", "a"),
    ],
)
def test_doubtful_and_unknown_words(capitals: str, word: str) -> None:
    words = as_written(Model.MEDIUM, capitals).replace("”", "").split()
    assert word in words


def test_only_text_in_capitals_changes() -> None:
    text = "Fair\n\nThe IBM chief spoke.\n\nGOLD 12\n\nIT WAS SAID BY PAUL HOLT OF IBM.\n\nEnd"
    written = as_written(Model.MEDIUM, text)
    assert written == text.replace("IT WAS SAID BY PAUL HOLT OF", "It was said by Paul Holt of")
    assert as_written(Model.MEDIUM, "Nothing here.") == "Nothing here."


def test_a_letter_that_would_become_two_keeps_its_word() -> None:
    text = "THE TALKS OF İZMİR WERE AT AN END ON MONDAY."
    assert len(as_written(Model.MEDIUM, text)) == len(text)


def test_a_model_without_word_vectors_leaves_capitals_as_they_are() -> None:
    text = "A FAIR OPENED IN PARIS ON MONDAY, SAID PAUL HOLT."
    assert as_written(Model.LIGHT, text) == text
