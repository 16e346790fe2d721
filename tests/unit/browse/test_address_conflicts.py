from __future__ import annotations

from collections.abc import Callable

import pytest

from cuttings.browse.address_conflicts import find_address_conflicts
from cuttings.entities.tagged_article import TaggedArticle

MakeStory = Callable[..., TaggedArticle]


@pytest.mark.parametrize("step", [1, -1])
def test_the_one_that_came_in_first_keeps_the_page(story: MakeStory, step: int) -> None:
    archive = [
        story("a", "2024-01-01", title="Second", added="2024-02-02"),
        story("a", "2023-01-01", title="First", added="2024-02-01"),
        story("a", "2023-01-01", title="Fourth", added="2024-03-01"),
        story("b", "2024-01-01"),
    ]
    conflicts = find_address_conflicts(archive[::step])
    assert [c.kept.article.title for c in conflicts] == ["First", "First"]
    assert [c.left_out.article.title for c in conflicts] == ["Second", "Fourth"]


def test_most_archives_have_none(story: MakeStory) -> None:
    assert find_address_conflicts([story("a"), story("b")]) == ()
