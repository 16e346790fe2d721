from __future__ import annotations

import datetime

import pytest

from cuttings.article.article import Article
from cuttings.entities.authorities.story_context import StoryContext

ARTICLE = Article(
    title="BARCLAYS PAYS MORE",
    body="The *Test match* at Lord’s was drawn. Bankers watched; Clearing Houses did not.",
    slug="t",
    added=datetime.date(2020, 1, 1),
    source="The Evening Post",
)


@pytest.mark.parametrize(
    "form",
    ["Test match", "test match", "bankers", "Lord's", "Barclays", "The evening post", "England"],
)
def test_words_source_and_entities_are_found(form: str) -> None:
    assert StoryContext(ARTICLE, ["England"]).first_of([form]) == form


@pytest.mark.parametrize(
    "form", ["Bank", "bank", "banker", "Watched", "Test Match", "Evening Post", "Wales"]
)
def test_parts_of_words_and_other_spellings_are_not(form: str) -> None:
    assert StoryContext(ARTICLE, ["England"]).first_of([form]) == ""


def test_the_first_of_several_counts() -> None:
    context = StoryContext(ARTICLE, ["England"])
    assert context.first_of(["Wales", "England", "Barclays"]) == "England"
    assert context.first_of([]) == ""
