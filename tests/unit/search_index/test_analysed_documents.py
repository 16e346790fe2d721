from __future__ import annotations

from collections.abc import Callable

from cuttings.entities.tagged_article import TaggedArticle
from cuttings.search_index.analysed_documents import (
    AnalysedDocuments,
    analysed,
    worthwhile_processes,
)
from cuttings.search_index.field import FIELDS

TEXT = [field.name for field in FIELDS].index("text")


def test_documents_hold_each_spelling_once(make_story: Callable[..., TaggedArticle]) -> None:
    stories = [make_story("Oil", "Oil and oil"), make_story("", ""), make_story("", "Wheat, oil")]
    (documents,) = analysed(stories)
    assert [spelling.text for spelling in documents.words] == ["Oil", "and", "oil", "Wheat"]
    assert [form.term for form in documents.words.values()] == ["oil", "", "oil", "wheat"]
    assert list(documents.tokens) == [0, 0, 1, 2, 3, 2]
    assert list(documents.counts[:, TEXT]) == [3, 0, 2]


def test_each_process_has_enough_to_do(make_story: Callable[..., TaggedArticle]) -> None:
    stories = [make_story(text="Oil and gas")] * 5
    assert worthwhile_processes(stories, 8) == 1
    worthwhile = [worthwhile_processes(stories, most, least_share=20) for most in (1, 2, 8)]
    assert worthwhile == [1, 2, 2]
    assert worthwhile_processes([], None) == 1


def test_shares_are_neighbours(make_story: Callable[..., TaggedArticle]) -> None:
    stories = [make_story("", f"Oil{number}") for number in range(5)]
    shares = list(analysed(stories, processes=2))
    assert [[spelling.text for spelling in share.words] for share in shares] == [
        ["Oil0", "Oil1"],
        ["Oil2", "Oil3", "Oil4"],
    ]


def test_documents_taken_are_as_if_they_alone_had_been_analysed(
    make_story: Callable[..., TaggedArticle],
) -> None:
    texts = ["An anti-virus shield", "OIL ROSE", "An anti-oil law, an anti-war one", "Wheat"]
    stories = [make_story(text, text) for text in texts]
    whole = AnalysedDocuments.joined(analysed(stories, processes=1))
    for places in ([3, 1, 0], [2, 2], [0, 1, 2, 3], []):
        taken = whole.taken(places)
        alone = AnalysedDocuments.joined(analysed([stories[place] for place in places]))
        assert taken.words == alone.words
        assert _spelled(taken) == _spelled(alone)


def _spelled(documents: AnalysedDocuments) -> list[object]:
    words = list(documents.words)
    return [
        documents.counts.tolist(),
        [words[number] for number in documents.tokens],
        documents.compound_counts.tolist(),
        [words[number] for number in documents.compounds],
        documents.compound_places.tolist(),
    ]
