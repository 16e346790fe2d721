from __future__ import annotations

from collections.abc import Callable, Sequence

from cuttings.browse.parts.link import Link
from cuttings.browse.parts.story_list import (
    LEAD_LENGTH,
    SUMMARIES_UP_TO,
    group_by_year,
    has_summaries,
    lead,
    split_into_parts,
)
from cuttings.entities.tagged_article import TaggedArticle

MakeStory = Callable[..., TaggedArticle]


def slugs(stories: Sequence[TaggedArticle]) -> list[str]:
    return [story.article.slug for story in stories]


def test_stories_are_grouped_by_year(story: MakeStory) -> None:
    stories = [story("a", "2021-02-01"), story("b", "2021-01-01"), story("c", "2020-01-01")]
    groups = group_by_year([*stories, story("u")])
    assert [(group.label, slugs(group.stories)) for group in groups] == [
        ("2021", ["a", "b"]),
        ("2020", ["c"]),
        ("Undated", ["u"]),
    ]


def test_a_list_that_fits_is_one_part_without_links(story: MakeStory) -> None:
    stories = [story("a")] * 200
    (part,) = split_into_parts(stories, "people/ada.html")
    assert (part.number, part.path, part.parts) == (1, "people/ada.html", ())
    assert len(part.stories) == 200


def test_a_longer_list_goes_on_in_further_parts(story: MakeStory) -> None:
    stories = [story(f"s{n}") for n in range(401)]
    parts = split_into_parts(stories, "people/ada.html")
    assert [(part.number, part.path, len(part.stories)) for part in parts] == [
        (1, "people/ada.html", 200),
        (2, "people/ada/2.html", 200),
        (3, "people/ada/3.html", 1),
    ]
    links = (
        Link("1", "people/ada.html"),
        Link("2", "people/ada/2.html"),
        Link("3", "people/ada/3.html"),
    )
    assert {part.parts for part in parts} == {links}
    assert [slug for part in parts for slug in slugs(part.stories)] == slugs(stories)


def test_an_empty_list_is_one_empty_part() -> None:
    (part,) = split_into_parts([], "sources/post.html")
    assert (part.number, part.stories, part.parts) == (1, (), ())


def test_a_story_begins_with_its_standfirst_or_its_text(story: MakeStory) -> None:
    assert lead(story("a", summary="In short.", body="At length.")) == "In short."
    begun = lead(story("b", body="word " * 100))
    assert len(begun) <= LEAD_LENGTH
    assert begun.endswith("word…")


def test_long_lists_show_headlines_alone() -> None:
    assert has_summaries(SUMMARIES_UP_TO)
    assert not has_summaries(SUMMARIES_UP_TO + 1)
