from __future__ import annotations

from collections.abc import Callable

from cuttings.browse.parts.related import RAREST, RelatedStories
from cuttings.entities.tagged_article import TaggedArticle

MakeStory = Callable[..., TaggedArticle]


def slugs(stories: list[TaggedArticle], of: int) -> list[str]:
    return [related.story.article.slug for related in RelatedStories(stories).of(stories[of])]


def test_rare_entities_weigh_more_than_common_ones(story: MakeStory) -> None:
    archive = [
        story("mine", "2024-06-01", ["p:Ada", "c:Italy"]),
        story("common", "2024-06-01", ["c:Italy"]),
        story("rare", "2024-01-01", ["p:Ada"]),
        *(story(f"s{n}", f"2023-{n + 1:02}-01", ["c:Italy"]) for n in range(6)),
    ]
    assert slugs(archive, 0) == ["rare"]


def test_of_equal_stories_the_nearest_in_time_comes_first(story: MakeStory) -> None:
    filler = [story(f"f{n}", "2020-01-01") for n in range(9)]
    archive = [
        story("later", "2024-12-01", ["p:Ada"]),
        story("mine", "2024-06-15", ["p:Ada"]),
        story("near", "2024-06-12", ["p:Ada"]),
        *filler,
    ]
    found = RelatedStories(archive).of(archive[1])
    assert [related.story.article.slug for related in found] == ["near", "later"]
    assert [related.reason for related in found] == [
        "Ada",
        "Ada",
    ]


def test_nearness_in_time_counts_ever_less_and_never_against_a_story(story: MakeStory) -> None:
    filler = [story(f"f{n}", "2020-01-01") for n in range(12)]
    archive = [
        story("mine", "2024-12-31", ["p:Ada"]),
        *(
            story(name, day, ["p:Ada"])
            for name, day in [
                ("fortnight", "2024-12-17"),
                ("month", "2024-12-01"),
                ("quarter", "2024-10-01"),
                ("year", "2024-01-01"),
            ]
        ),
        *filler,
    ]
    assert slugs(archive, 0) == ["fortnight", "month", "quarter", "year"]


def test_the_reason_names_the_rarest_first(story: MakeStory) -> None:
    filler = [story(f"f{n}", "2020-01-01", ["c:Italy"]) for n in range(6)]
    tags = ["c:Italy", "p:Ada", "o:UNESCO", "c:Peru"]
    archive = [story("a", "2024-06-01", tags), story("b", "2024-06-01", tags), *filler]
    assert [related.reason for related in RelatedStories(archive).of(archive[0])] == [
        "Peru, UNESCO and Ada"
    ]


def test_undated_stories_are_related_too(story: MakeStory) -> None:
    archive = [
        story("a", None, ["p:Ada"]),
        story("b", "2024-01-01", ["p:Ada"]),
        *(story(f"f{n}", "2020-01-01") for n in range(8)),
    ]
    assert [related.reason for related in RelatedStories(archive).of(archive[0])] == ["Ada"]


def test_what_every_story_shares_relates_nothing(story: MakeStory) -> None:
    archive = [story(f"s{n}", "2024-01-01", ["c:Italy"]) for n in range(9)]
    assert slugs(archive, 4) == []


def test_names_of_one_story_alone_do_not_crowd_out_what_is_shared(story: MakeStory) -> None:
    alone = [f"p:Person {n}" for n in range(RAREST)]
    archive = [
        story("a", "2024-01-01", [*alone, "o:UNESCO"]),
        story("b", "2023-01-01", ["o:UNESCO"]),
        *(story(f"f{n}", "2020-01-01") for n in range(18)),
    ]
    assert slugs(archive, 0) == ["b"]


def test_a_story_about_the_same_comes_before_one_that_only_mentions_it(story: MakeStory) -> None:
    archive = [
        story("mentions", "2024-01-01", ["c:Italy"]),
        story("mine", "2024-01-01", ["c:Italy!"]),
        story("about", "2024-01-01", ["c:Italy!"]),
        *(story(f"f{n}", "2020-01-01") for n in range(9)),
    ]
    assert slugs(archive, 1) == ["about", "mentions"]


def test_four_are_shown_at_most(story: MakeStory) -> None:
    archive = [story(f"s{n}", "2024-01-01", ["p:Ada"]) for n in range(20)]
    archive += [story(f"f{n}", "2020-01-01") for n in range(80)]
    assert len(slugs(archive, 3)) == 4
