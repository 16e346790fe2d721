from __future__ import annotations

import pytest
from spacy.tokens import Doc

from cuttings.entities.recognition import recognizer as recognition
from cuttings.entities.recognition.model import Model, load_language
from cuttings.entities.recognition.recognizer import (
    READ_LENGTH,
    FailedRecognition,
    Recognizer,
    unread_length,
)

TEXT = "Angela Merkel met Emmanuel Macron in Berlin on Tuesday."


def _forms(recognizer: Recognizer, *texts: str) -> list[list[str]]:
    return [[span.form for span in spans] for spans in recognizer.recognize(texts)]


def test_names_are_found_where_they_stand() -> None:
    (spans,) = Recognizer().recognize([TEXT])
    assert all(TEXT[span.start : span.end] == span.form for span in spans)
    assert {("Angela Merkel", "PERSON"), ("Emmanuel Macron", "PERSON")} <= {
        (span.form, span.label) for span in spans
    }
    assert spans[0].tags == ("NNP", "NNP")


def test_each_text_has_its_own_names_in_any_number_of_batches() -> None:
    texts = [TEXT, "", "Nothing here.", TEXT] * 20
    found = _forms(Recognizer(), *texts)
    assert len(found) == len(texts)
    assert [bool(forms) for forms in found] == [True, False, False, True] * 20
    assert _forms(Recognizer()) == []


def test_capitals_are_left_out_and_offsets_stay() -> None:
    text = f"MERKEL MEETS MACRON IN BERLIN\n\n{TEXT}\n\nAND A LAST HEADING\n\n{TEXT}"
    (spans,) = Recognizer().recognize([text])
    assert all(text[span.start : span.end] == span.form for span in spans)
    assert [span.form for span in spans].count("Angela Merkel") == 2
    assert not any(span.form.isupper() for span in spans)


def test_long_texts_are_read_whole() -> None:
    text = "\n\n".join([TEXT] * 800)
    (spans,) = Recognizer().recognize([text])
    assert [span.form for span in spans].count("Angela Merkel") == 800
    assert all(text[span.start : span.end] == span.form for span in spans)


@pytest.mark.parametrize("gap", [" ", "\n", f" {'-' * 300} ", "\n\n", ", "])
def test_a_long_paragraph_is_read_in_parts(gap: str) -> None:
    text = gap.join([TEXT] * 300)
    (spans,) = Recognizer().recognize([text])
    assert [span.form for span in spans].count("Angela Merkel") > 285
    assert all(text[span.start : span.end] == span.form for span in spans)


def test_the_model_never_sees_more_than_it_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    language = load_language(Model.MEDIUM)
    monkeypatch.setattr(language, "max_length", 25_000)
    monkeypatch.setattr(recognition, "READ_LENGTH", 41_000)
    texts = ["a " * 500_000, "b" * 1_500_000, "c" * 199 + " ", f"{TEXT} " * 1000, "\n" * 50_000]
    found = Recognizer().recognize(texts)
    assert [len(spans) > 400 for spans in found] == [False, False, False, True, False]


def test_no_more_is_read_than_takes_a_few_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognition, "READ_LENGTH", 100)
    (spans,) = Recognizer().recognize([f"{TEXT} {TEXT}\n\nJoe Biden met Keir Starmer in London."])
    assert [span.form for span in spans if span.label == "PERSON"] == [
        "Angela Merkel",
        "Emmanuel Macron",
    ]
    assert READ_LENGTH > 100


def test_a_text_that_the_model_fails_at_keeps_no_other_from_being_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    make_doc = load_language(Model.MEDIUM).make_doc

    def failing(text: str) -> Doc:
        if "Untaggable" in text:
            raise ValueError("no such text")
        return make_doc(text)

    monkeypatch.setattr(load_language(Model.MEDIUM), "make_doc", failing)
    texts = [TEXT, f"{TEXT}\n\nUntaggable.", "", TEXT]
    first, second, third, fourth = Recognizer().recognize_each(texts)
    assert isinstance(second, FailedRecognition)
    assert str(second.error) == "no such text"
    assert (bool(first), third) == (True, ())
    assert first == fourth


def test_what_is_not_read_begins_after_a_sentence_or_a_word() -> None:
    sentences = "The wall fell. " * (READ_LENGTH // 15 + 1)
    assert len(sentences) - unread_length(sentences) == READ_LENGTH // 15 * 15
    words = "wallfell " * (READ_LENGTH // 9 + 1)
    assert len(words) - unread_length(words) == READ_LENGTH // 9 * 9
    assert unread_length("a" * (READ_LENGTH + 7)) == 7
    assert unread_length("a" * READ_LENGTH) == 0
