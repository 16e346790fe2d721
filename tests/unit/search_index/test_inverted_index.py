from __future__ import annotations

from collections.abc import Callable

from tests.term_postings import read_postings

from cuttings.entities.entity import Entity
from cuttings.entities.tagged_article import TaggedArticle
from cuttings.search_index.analysed_documents import analysed
from cuttings.search_index.field import FIELDS
from cuttings.search_index.inverted_index import invert

PLACES = {field.name: place for place, field in enumerate(FIELDS)}


def test_postings_count_terms_by_field(make_story: Callable[..., TaggedArticle]) -> None:
    index = invert(
        analysed([make_story("Oil", "Oil and wheat. Oil!"), make_story("Wheat", "No oil")])
    )
    found = read_postings(index.postings)
    assert list(found) == ["oil", "wheat"]
    assert found["oil"] == {PLACES["text"]: [(0, 2), (1, 1)], PLACES["title"]: [(0, 1)]}
    assert list(index.lengths[PLACES["text"]]) == [3, 1]
    assert index.documents == 2


def test_a_compound_is_a_term_and_makes_no_document_longer(
    make_story: Callable[..., TaggedArticle],
) -> None:
    index = invert(analysed([make_story("Talks", "An anti-virus shield")]))
    assert index.postings.terms == ["anti", "antiviru", "shield", "talk", "viru"]
    assert list(index.lengths[PLACES["text"]]) == [3]


def test_people_are_found_by_every_form(
    make_story: Callable[..., TaggedArticle], blinken: Entity
) -> None:
    index = invert(analysed([make_story("Talks", people=(blinken,))]))
    found = read_postings(index.postings)
    people = [term for term, fields in found.items() if PLACES["people"] in fields]
    assert people == ["antoni", "blinken", "toni"]


def test_terms_are_in_the_order_of_javascript(
    make_story: Callable[..., TaggedArticle],
) -> None:
    index = invert(analysed([make_story("ﬀ 𝒜bc z 豈")]))
    terms = index.postings.terms
    assert terms == sorted(terms, key=lambda term: term.encode("utf-16-be"))
