from __future__ import annotations

import datetime
import itertools
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from cuttings.article.article import Article
from cuttings.article.front_matter import FrontMatter, join_values
from cuttings.article.identity import SLUG_LENGTH
from cuttings.entities.authority import Authorities
from cuttings.entities.catalogue import Catalogue
from cuttings.entities.country_matching import find_countries
from cuttings.entities.country_names import country_names
from cuttings.entities.entity import Entity, EntityKind
from cuttings.entities.evidence import EVIDENCE_LENGTH, gather_evidence
from cuttings.entities.mentions import MentionFinder
from cuttings.entities.person_names import clean_person
from cuttings.entities.sentences import sentence_spans
from cuttings.entities.tagged_line import TaggedLine, fields_to_write, line_digest
from cuttings.errors import AuthorityError

WORDS = st.sampled_from(
    "Ann Lee Lee's Dr. von Bush George Laura US U.S. China Chinese Moscow Soviet New London said "
    "the in , . ? — \n\n ‘ ’ Jordan May & (UN) UN".split(" ")
)
PROSE = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=60).map(" ".join))
NAMES = st.one_of(st.text(min_size=1, max_size=30), st.lists(WORDS, min_size=1).map(" ".join))
ENTITIES = st.lists(
    st.builds(
        lambda kind, heading: Entity(kind=kind, heading=heading, slug=""),
        st.sampled_from(EntityKind),
        NAMES,
    ),
    max_size=6,
    unique_by=lambda entity: (entity.kind, entity.heading),
)


@given(ENTITIES, PROSE)
def test_mentions_are_in_order_apart_and_true_to_the_text(
    entities: list[Entity], text: str
) -> None:
    finder = MentionFinder(entities, text)
    behind = 0
    for mention in finder.find(text):
        assert behind <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.form
        assert mention.entity in entities
        behind = mention.end
    assert set(finder.find(text)) <= set(finder.find_nested(text))


@given(ENTITIES, PROSE, PROSE)
def test_evidence_is_there_exactly_with_a_mention(
    entities: list[Entity], title: str, text: str
) -> None:
    for evidence in gather_evidence(entities, title, text).values():
        assert (evidence.count > 0) == bool(evidence.uses) == bool(evidence.rule)
        assert evidence.count or not evidence.sentence
        assert len(evidence.sentence) <= max(EVIDENCE_LENGTH, len(title))


@given(PROSE)
def test_countries_are_known_ones(text: str) -> None:
    assert {mention.heading for mention in find_countries(text)} <= set(country_names().codes)


@given(PROSE)
def test_sentences_hold_every_word_once(text: str) -> None:
    spans = sentence_spans(text)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())


@given(NAMES)
def test_cleaning_a_clean_name_changes_nothing(form: str) -> None:
    name = clean_person(form)
    assert name == name.strip()
    assert len(name) <= len(form)


@given(st.lists(st.text(min_size=1, max_size=100), max_size=20))
def test_slugs_are_distinct_and_filled(headings: list[str]) -> None:
    catalogue = Catalogue({EntityKind.PERSON: headings}, Authorities())
    slugs = [entity.slug for entity in catalogue.entities(EntityKind.PERSON).values()]
    assert len(slugs) == len(set(slugs)) == len(set(headings))
    assert all(0 < len(slug) <= SLUG_LENGTH and slug != "index" for slug in slugs)


@given(st.lists(NAMES, max_size=5), st.lists(NAMES, max_size=5))
def test_any_edit_of_a_line_makes_it_a_persons(written: list[str], edited: list[str]) -> None:
    digests = {"people": line_digest(join_values(written))}
    tagged = TaggedLine("1", "model", digests).render()
    fields = (("People", join_values(edited)), ("Tagged", tagged))
    ours = "People" in fields_to_write(FrontMatter(fields, ""), again=True)
    assert ours == (line_digest(join_values(edited)) == digests["people"])
    assert ours or written != edited


@settings(max_examples=50)
@given(st.text(max_size=200))
def test_an_authority_file_is_read_or_told(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "people.csv"
        path.write_text(f"heading,see-from,hide\n{text}", encoding="utf-8", errors="replace")
        try:
            authorities = Authorities.read(Path(folder))
        except AuthorityError:
            return
        article = Article(title="T", body="", slug="t", added=datetime.date(2024, 1, 1))
        assert not Catalogue.of([article], authorities).entities(EntityKind.PERSON)
