from __future__ import annotations

import datetime
import itertools
import tempfile
from pathlib import Path

from hypothesis import given, reject, settings
from hypothesis import strategies as st

from cuttings.article.article import Article
from cuttings.article.article_file import ENTITY_FIELDS, entity_lines
from cuttings.article.front_matter import FrontMatter, join_values
from cuttings.article.identity import SLUG_LENGTH
from cuttings.entities.authorities.article_headings import ArticleHeadings
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.authorities.authority_record import AuthorityRecord
from cuttings.entities.authorities.catalogue import Catalogue
from cuttings.entities.authorities.story_context import StoryContext
from cuttings.entities.countries.country_matching import find_countries
from cuttings.entities.countries.country_names import country_names
from cuttings.entities.entity import Entity, EntityKind
from cuttings.entities.evidence.evidence import EVIDENCE_LENGTH, gather_evidence
from cuttings.entities.evidence.mention_finder import MentionFinder, outermost
from cuttings.entities.lines.entity_lines import ENTITY_LINES, kind_of_line
from cuttings.entities.lines.tagged_line import TaggedLine, fields_to_write, line_digest
from cuttings.entities.tagging.resolution import with_found_lines
from cuttings.entities.words.person_names import clean_person
from cuttings.entities.words.sentences import sentence_spans
from cuttings.errors import AuthorityError

WORDS = st.sampled_from(
    "Ann Lee Lee's Dr. von Bush George Laura US U.S. China Chinese Moscow Soviet New London said "
    "the in , . ? — \n\n ‘ ’ Jordan May & (UN) UN".split(" ")
)
PROSE = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=60).map(" ".join))
NAMES = st.one_of(st.text(min_size=1, max_size=30), st.lists(WORDS, min_size=1).map(" ".join))
ENTITIES = st.lists(
    st.builds(
        lambda kind, heading: Entity(
            kind=kind,
            heading=heading,
            slug="",
            states=country_names().states([heading]) if kind is EntityKind.COUNTRY else (),
        ),
        st.sampled_from(EntityKind),
        NAMES,
    ),
    max_size=6,
    unique_by=lambda entity: (entity.kind, entity.heading),
)

RECORDS = st.lists(
    st.builds(
        lambda heading, see_from, when: AuthorityRecord(
            heading=heading, see_from=tuple(sorted(see_from)), when=tuple(sorted(when))
        ),
        st.sampled_from("ABCD"),
        st.sets(st.sampled_from("ABCDE"), max_size=2),
        st.sets(st.sampled_from(["red", "blue", "green"]), max_size=2),
    ),
    max_size=4,
    unique_by=lambda record: record.heading,
)


@given(ENTITIES, PROSE)
def test_mentions_are_in_order_apart_and_true_to_the_text(
    entities: list[Entity], text: str
) -> None:
    nested = MentionFinder(entities, text).find_nested(text)
    behind = 0
    for mention in outermost(nested):
        assert behind <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.form
        assert mention.entity in entities
        behind = mention.end
    assert set(outermost(nested)) <= set(nested)


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


@given(st.lists(NAMES, unique=True, max_size=6), PROSE, st.sampled_from(ENTITY_FIELDS))
def test_the_order_in_which_names_were_found_does_not_matter(
    names: list[str], text: str, field: str
) -> None:
    kind = kind_of_line(field)
    article = Article(title="T", body="", slug="t", added=datetime.date(2020, 1, 1))
    lines = []
    for found in (names, names[::-1]):
        empty: dict[str, tuple[str, ...]] = dict.fromkeys(ENTITY_LINES[kind], ())
        written = {**empty, field: tuple(found)}
        filed = with_found_lines(article, written, text, Authorities())
        again = {its: line or () for its, line in entity_lines(filed).items() if its in written}
        assert with_found_lines(article, again, text, Authorities()) == filed
        lines.append(entity_lines(filed))
    assert lines[0] == lines[1]


@given(RECORDS, st.sampled_from("ABCDE"), st.sets(st.sampled_from(["red", "blue", "green"])))
def test_each_form_leads_to_one_heading_in_a_story(
    records: list[AuthorityRecord], form: str, words: set[str]
) -> None:
    authorities = _taken(records)
    body = " ".join(sorted(words))
    article = Article(title="T", body=body, slug="t", added=datetime.date(2020, 1, 1))
    context = StoryContext(article, ())
    heading = authorities.preferred(EntityKind.PERSON, form, context)
    assert authorities.preferred(EntityKind.PERSON, heading, context) == heading
    record = authorities.record(EntityKind.PERSON, heading)
    assert heading == form or (record is not None and (not record.when or {*record.when} & words))


def _taken(records: list[AuthorityRecord]) -> Authorities:
    """Read records from a file, but for those that it refuses."""
    with tempfile.TemporaryDirectory() as folder:
        rows = [
            f"{record.heading},{'|'.join(record.see_from)},{'|'.join(record.when)}\n"
            for record in records
        ]
        (Path(folder) / "people.csv").write_text("heading,see-from,when\n" + "".join(rows))
        try:
            return Authorities.read(Path(folder))
        except AuthorityError:
            reject()


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
def test_an_authority_file_is_read_or_reported(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "people.csv"
        path.write_text(f"heading,see-from,hide\n{text}", encoding="utf-8", errors="replace")
        try:
            authorities = Authorities.read(Path(folder))
        except AuthorityError:
            return
        article = Article(title="T", body="", slug="t", added=datetime.date(2024, 1, 1))
        assert not ArticleHeadings.of(article, authorities).by_kind[EntityKind.PERSON]
