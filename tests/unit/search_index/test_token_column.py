from __future__ import annotations

from collections.abc import Callable

import pytest

from cuttings.entities.tagged_article import TaggedArticle
from cuttings.search_index import token_column
from cuttings.search_index.field import FIELDS
from cuttings.search_index.token_column import analysed

TEXT = [field.name for field in FIELDS].index("text")


def test_a_column_holds_each_term_once(make_story: Callable[..., TaggedArticle]) -> None:
    stories = [make_story(text="Oil and oil"), make_story(text=""), make_story(text="Wheat, oil")]
    (documents,) = analysed(stories)
    column = documents.columns[TEXT]
    assert column.terms == ("", "oil", "wheat")
    assert list(column.tokens) == [1, 0, 1, 2, 1]
    assert list(column.counts) == [3, 0, 2]


def test_processes_share_a_long_archive_alone(
    make_story: Callable[..., TaggedArticle], monkeypatch: pytest.MonkeyPatch
) -> None:
    stories = [make_story(text=f"Oil {number}") for number in range(5)]
    assert len(list(analysed(stories, processes=2))) == 1
    monkeypatch.setattr(token_column, "LEAST_SHARE", 20)
    shares = list(analysed(stories, processes=2))
    assert [len(share.columns[TEXT].counts) for share in shares] == [2, 3]
