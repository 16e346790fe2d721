from __future__ import annotations

from cuttings.entities.recognition import Recognizer

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
