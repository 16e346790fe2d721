from __future__ import annotations

from collections.abc import Callable

from cuttings.entities.entity import Entity
from cuttings.entities.tagged_article import TaggedArticle
from cuttings.search_index.analysed_documents import analysed
from cuttings.search_index.field import FIELDS
from cuttings.search_index.inverted_index import PostingList, invert

PLACES = {field.name: place for place, field in enumerate(FIELDS)}


def test_postings_count_terms_by_field(make_story: Callable[..., TaggedArticle]) -> None:
    index = invert(
        analysed([make_story("Oil", "Oil and wheat. Oil!"), make_story("Wheat", "No oil")])
    )
    found = {entry.term: entry.fields for entry in index.terms()}
    assert list(found) == ["oil", "wheat"]
    assert _plain(found["oil"][PLACES["text"]]) == ([0, 1], [2, 1])
    assert _plain(found["oil"][PLACES["title"]]) == ([0], [1])
    assert list(index.lengths[PLACES["text"]]) == [3, 1]
    assert index.documents == 2


def test_a_compound_is_a_term_and_makes_no_document_longer(
    make_story: Callable[..., TaggedArticle],
) -> None:
    index = invert(analysed([make_story("Talks", "An anti-virus shield")]))
    assert sorted(index.fields[PLACES["text"]]) == ["anti", "antiviru", "shield", "viru"]
    assert list(index.lengths[PLACES["text"]]) == [3]


def test_people_are_found_by_every_form(
    make_story: Callable[..., TaggedArticle], blinken: Entity
) -> None:
    index = invert(analysed([make_story("Talks", people=(blinken,))]))
    assert sorted(index.fields[PLACES["people"]]) == ["antoni", "blinken", "toni"]


def test_terms_are_in_the_order_of_javascript(
    make_story: Callable[..., TaggedArticle],
) -> None:
    index = invert(analysed([make_story("ﬀ 𝒜bc z 豈")]))
    terms = [entry.term for entry in index.terms()]
    assert terms == sorted(terms, key=lambda term: term.encode("utf-16-be"))


def _plain(postings: PostingList) -> tuple[list[int], list[int]]:
    return list(postings.documents), list(postings.frequencies)
