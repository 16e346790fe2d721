from __future__ import annotations

import datetime
from collections.abc import Callable

from cuttings.entities.entity import Entity, EntityKind
from cuttings.entities.tagged_article import TaggedArticle
from cuttings.search_index.stored_document import BLOCK_SIZE, document_blocks, stored_document


def test_a_story_is_stored_with_its_tags(
    make_story: Callable[..., TaggedArticle], blinken: Entity, china: Entity
) -> None:
    moment = datetime.datetime(2024, 4, 26, 8, 30)
    story = make_story(
        "Talks", "They met.", date=moment, source="CNN", people=(blinken,), countries=(china,)
    )
    assert stored_document(story) == [
        "articles/talks.html",
        "Talks",
        "2024-04-26",
        "exact",
        "CNN",
        "",
        "",
        ["Antony Blinken"],
        [["China", "", "CN"]],
        [],
        "They met.",
    ]


def test_a_tag_says_what_the_page_cannot_know(make_story: Callable[..., TaggedArticle]) -> None:
    zola = Entity(kind=EntityKind.PERSON, heading="Émile Zola", slug="emile-zola")
    rare = Entity(kind=EntityKind.PERSON, heading="Ann Lee", slug="ann-lee", has_page=False)
    assert stored_document(make_story(people=(zola, rare)))[7] == [
        ["Émile Zola", "emile-zola"],
        ["Ann Lee", "", 0],
    ]


def test_an_undated_story_has_no_day(make_story: Callable[..., TaggedArticle]) -> None:
    assert stored_document(make_story())[2] == ""


def test_neighbours_share_a_file(make_story: Callable[..., TaggedArticle]) -> None:
    stories = [make_story(str(number)) for number in range(BLOCK_SIZE + 1)]
    blocks = list(document_blocks([stored_document(story) for story in stories]))
    assert [len(block) for block in blocks] == [BLOCK_SIZE, 1]
    assert blocks[1] == [stored_document(stories[0])]


def test_a_new_story_changes_the_last_block_alone(
    make_story: Callable[..., TaggedArticle],
) -> None:
    documents = [stored_document(make_story(str(number))) for number in range(BLOCK_SIZE * 2)]
    new = stored_document(make_story("new"))
    before = list(document_blocks(documents))
    after = list(document_blocks([new, *documents]))
    assert after[:-1] == before
    assert after[-1] == [new]
