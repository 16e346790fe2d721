from __future__ import annotations

from collections.abc import Callable

from cuttings.entities.entity import Entity
from cuttings.entities.tagged_article import TaggedArticle
from cuttings.search_index.analysed_documents import analysed
from cuttings.search_index.inverted_index import invert
from cuttings.search_index.position_list import pack_positions


def test_positions_are_distances_in_title_and_text(
    make_story: Callable[..., TaggedArticle],
) -> None:
    stories = [make_story("The oil", "Oil of oil. Oil!"), make_story("Wheat", "Its oil")]
    index = invert(analysed(stories))
    assert list(pack_positions(index.postings)) == ["10101 ", "0 "]


def test_names_have_no_positions(make_story: Callable[..., TaggedArticle], blinken: Entity) -> None:
    index = invert(analysed([make_story("Talks", people=(blinken,))]))
    assert dict(zip(index.postings.terms, pack_positions(index.postings), strict=True)) == {
        "antoni": " ",
        "blinken": " ",
        "talk": "0 ",
        "toni": " ",
    }


def test_pairs_of_letters_are_neighbours(make_story: Callable[..., TaggedArticle]) -> None:
    index = invert(analysed([make_story("東京都")]))
    found = dict(zip(index.postings.terms, pack_positions(index.postings), strict=True))
    assert [found[term] for term in ("東京", "京都", "都")] == ["0 ", "1 ", "2 "]
