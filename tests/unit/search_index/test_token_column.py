from __future__ import annotations

from collections.abc import Callable

from cuttings.entities.tagged_article import TaggedArticle
from cuttings.search_index.field import FIELDS
from cuttings.search_index.token_column import analysed, worthwhile_processes

TEXT = [field.name for field in FIELDS].index("text")


def test_a_column_holds_each_term_once(make_story: Callable[..., TaggedArticle]) -> None:
    stories = [make_story(text="Oil and oil"), make_story(text=""), make_story(text="Wheat, oil")]
    (documents,) = analysed(stories)
    column = documents.columns[TEXT]
    assert [form.term for form in column.forms] == ["", "oil", "wheat"]
    assert list(column.tokens) == [1, 0, 1, 2, 1]
    assert list(column.counts) == [3, 0, 2]


def test_each_process_has_enough_to_do(make_story: Callable[..., TaggedArticle]) -> None:
    stories = [make_story(text="Oil and gas")] * 5
    assert worthwhile_processes(stories, 8) == 1
    worthwhile = [worthwhile_processes(stories, most, least_share=20) for most in (1, 2, 8)]
    assert worthwhile == [1, 2, 2]
    assert worthwhile_processes([], None) == 1


def test_shares_are_neighbours(make_story: Callable[..., TaggedArticle]) -> None:
    stories = [make_story(text=f"Oil{number}") for number in range(5)]
    columns = [share.columns[TEXT] for share in analysed(stories, processes=2)]
    assert [[form.term for form in column.forms[1:]] for column in columns] == [
        ["oil0", "oil1"],
        ["oil2", "oil3", "oil4"],
    ]
    assert [len(column.counts) for column in columns] == [2, 3]
