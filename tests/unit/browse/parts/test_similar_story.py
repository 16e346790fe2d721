from __future__ import annotations

from collections.abc import Callable

from cuttings.browse.parts.similar_story import MOST_SIMILAR, SimilarStories
from cuttings.entities.tagged_article import TaggedArticle
from cuttings.versions.version_cluster import SimilarPair

MakeStory = Callable[..., TaggedArticle]


def test_a_similar_story_says_how_far_away_it_is(story: MakeStory) -> None:
    first, second = story("a", "2024-05-01"), story("b", "2024-05-02")
    third, undated = story("c", "2024-05-08"), story("d")
    pairs = [SimilarPair(first, other) for other in (second, third, undated)]
    similar = SimilarStories(pairs)
    assert {(one.story.article.slug, one.distance) for one in similar.of(first)} == {
        ("b", "1 day later"),
        ("c", "7 days later"),
        ("d", ""),
    }
    assert [one.distance for one in similar.of(third)] == ["7 days earlier"]
    assert similar.of(story("e", "2024-05-01")) == ()


def test_of_many_similar_stories_the_nearest_are_listed_newest_first(story: MakeStory) -> None:
    stories = [story(f"s{day:02}", f"2024-05-{day:02}") for day in range(1, 21)]
    similar = SimilarStories([SimilarPair(stories[9], s) for s in stories if s is not stories[9]])
    listed = [one.story for one in similar.of(stories[9])]
    assert listed == [stories[n] for n in (11, 10, 8, 7, 6)]
    assert len(listed) == MOST_SIMILAR
