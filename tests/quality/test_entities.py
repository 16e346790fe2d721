"""Floors that the entities stage has reached; they only rise."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.quality.entity_measures import country_scores, sample_taggings, span_scores
from tests.quality.judged_names import KINDS, NEWSWIRE, list_scores, listed_names
from tests.quality.people_measure import is_labelled, measure_people

from cuttings.entities.entity import EntityKind
from cuttings.entities.recognition.model import Model
from cuttings.entities.tagging.tagger import Tagger, Tagging

FLOORS = {
    "person spans": 0.893,
    "organization spans": 0.773,
    "person spans, light model": 0.827,
    "organization spans, light model": 0.76,
    "countries about, without dateline": 0.686,
    "countries about, without dateline, placed": 0.7,
    "countries about, with dateline": 0.936,
    "countries about, with dateline, placed": 0.955,
}


PEOPLE_F1 = 0.9
PEOPLE_RECALL = 0.985
NAMES_PER_STORY = 2.25
LIST_FLOORS = {EntityKind.PERSON: 0.9, EntityKind.ORGANIZATION: 0.85}
"""Shares of right names among those judged; a few dozen stand in the sample."""


@pytest.mark.parametrize("model", Model)
def test_spans_of_people_and_organizations(shared_corpora: Path, model: Model) -> None:
    scores = span_scores(shared_corpora, model)
    assert scores
    assert {name: score.f1 for name, score in scores.items() if score.f1 < FLOORS[name]} == {}


def test_people_that_humans_tagged(shared_corpora: Path) -> None:
    people = measure_people(shared_corpora)
    assert people.score.f1 >= PEOPLE_F1
    assert people.score.recall >= PEOPLE_RECALL
    assert people.names_per_story <= NAMES_PER_STORY


def test_names_in_the_lists_of_the_sample_are_right(shared_corpora: Path) -> None:
    listed = listed_names(sample_taggings(shared_corpora))
    for kind in KINDS:
        for score in list_scores(NEWSWIRE, kind, listed[kind]):
            assert score.judged
            assert score.by_list >= LIST_FLOORS[kind]


@pytest.mark.parametrize(
    ("name", "label", "expected"),
    [
        ("Ada Marten", "marten", True),
        ("Ada Marten", "ada-marten", True),
        ("Ada L. Marten", "ada-marten", True),
        ("Marten", "ada-marten", True),
        ("Max Marten", "ada-marten", False),
        ("Marten Ada", "marten", False),
        ("Ada de la Tour", "de-la-tour", True),
        ("Ada Saint-Loup", "saint-loup", True),
        ("Ada Loup", "saint-loup", False),
        ("Ada Müller", "muller", True),
    ],
)
def test_a_label_gives_the_surname(name: str, label: str, expected: bool) -> None:
    assert is_labelled(name, label) is expected


def test_countries_that_stories_are_about(shared_corpora: Path) -> None:
    scores = country_scores(shared_corpora)
    assert scores
    assert {name: score.f1 for name, score in scores.items() if score.f1 < FLOORS[name]} == {}


def test_seed_file_has_exactly_its_people_and_countries(shared_corpora: Path) -> None:
    tagging = _seed_tagging(shared_corpora)
    assert {c.heading for c in tagging.people} == {"Antony Blinken", "Xi Jinping", "Joe Biden"}
    assert {c.code for c in tagging.countries} == {"CN", "US", "CA", "RU"}
    organizations = {c.heading for c in tagging.organizations}
    assert "CNN" in organizations
    assert not organizations & {"TikTok", "ByteDance", "ANI", "State"}


def _seed_tagging(corpora: Path) -> Tagging:
    """Tag the seed without the lines that ingest takes out: related, agency and sign-up."""
    (path,) = (corpora / "seeds").glob("*.txt")
    lines = path.read_text(encoding="utf-8").strip().splitlines()
    body = [line for line in lines[:-2] if not line.startswith("Also read")]
    return Tagger().tag(body[0], "\n\n".join(body))
