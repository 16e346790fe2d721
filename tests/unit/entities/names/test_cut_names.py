from __future__ import annotations

import pytest

from cuttings.entities.entity import EntityKind
from cuttings.entities.names.cut_names import with_whole_names
from cuttings.entities.names.name import Name
from cuttings.entities.recognition.recognizer import RecognizedSpan


def _span(text: str, form: str, label: str) -> RecognizedSpan:
    start = text.index(form)
    return RecognizedSpan(start, start + len(form), form, label, ("NNP",))


def _whole(text: str, form: str, *others: str) -> str:
    span = _span(text, form, "ORG")
    name = Name(EntityKind.ORGANIZATION, span.start, span.end, form)
    spans = sorted([span, *(_span(text, o, "ORG") for o in others)], key=lambda s: s.start)
    (whole,) = with_whole_names(text, [name], spans)
    assert text[whole.start : whole.end] == whole.form
    return whole.form


@pytest.mark.parametrize(
    ("text", "form", "whole"),
    [
        ("Xyl Data Corp said so.", "Data Corp", "Xyl Data Corp"),
        ("It sued Xyl Yrr Data Corp.", "Data Corp", "Xyl Yrr Data Corp"),
        ("The Xyl and Means Committee met.", "Means Committee", "Xyl and Means Committee"),
        ("He left A.C. Xyl and Data Corp.", "Data Corp", "A.C. Xyl and Data Corp"),
        ("She left the Xyl Women PAC.", "Xyl Women", "Xyl Women PAC"),
        ("He left Xyl Finance International.", "Xyl Finance", "Xyl Finance International"),
        ("Other Data Corp units closed.", "Data Corp", "Data Corp"),
        ("Ousted Data Corp officials left.", "Data Corp", "Data Corp"),
        ("Analysts and Data Corp agree.", "Data Corp", "Data Corp"),
        ("He met Falk, Lund and Data Corp.", "Data Corp", "Data Corp"),
        ("The Bank of Xyl and Data Corp agree.", "Data Corp", "Data Corp"),
        ("It sold Xyl Inc and Data Corp.", "Data Corp", "Data Corp"),
        ("It sold Xyl-Yrr Data Corp.", "Data Corp", "Data Corp"),
        ("Its Subsidiary Data Corp said so.", "Data Corp", "Data Corp"),
        ("Xyl Data Corp Rises on News", "Data Corp", "Data Corp"),
        ("The new Xyl Fury sold well.", "Fury", "Fury"),
    ],
)
def test_capitalized_words_beside_a_body_are_part_of_its_name(
    text: str, form: str, whole: str
) -> None:
    assert _whole(text, form) == whole


def test_a_word_that_is_a_name_of_its_own_is_no_part_of_another() -> None:
    assert _whole("They saw Xyl and Data Corp.", "Data Corp", "Xyl") == "Data Corp"
    assert _whole("They saw Xyl Data Corp.", "Data Corp", "Xyl") == "Data Corp"
    assert _whole("They saw Xyl Board.", "Xyl", "Board") == "Xyl"
