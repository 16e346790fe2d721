from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from cuttings.browse.pages.other_stories import OtherStoriesFinder
from cuttings.browse.parts.related import WINDOW
from cuttings.entities.tagged_article import TaggedArticle

MakeStory = Callable[..., TaggedArticle]


def _archive(story: MakeStory, *further: TaggedArticle) -> list[TaggedArticle]:
    """Return stories with digests: many about Ada, the first with Peru, and some without names."""
    stories = [story("mine", "2024-06-01", ["p:Ada", "c:Peru"])]
    stories += [story(f"a{n:03}", "2023-06-01", ["p:Ada"]) for n in range(100)]
    stories += [story(f"f{n:03}", "2020-01-01") for n in range(400)]
    return [replace(one, digest=one.article.slug.encode().hex()) for one in (*further, *stories)]


def _reasons(stories: Sequence[TaggedArticle], of: int, known: Sequence[TaggedArticle]) -> set[str]:
    """Return why stories are related to one, if an earlier build of ``known`` kept a reason."""
    kept = OtherStoriesFinder(known).find_related(1, {})
    finder = OtherStoriesFinder(stories)
    finder.find_related(1, {digest: [(known[-1].path, "Kept")] for digest in kept})
    return {related.reason for related in finder.of(of).related}


def test_related_stories_are_kept_while_nothing_they_are_found_from_changes(
    story: MakeStory,
) -> None:
    archive = _archive(story)
    assert _reasons(archive, 0, archive) == {"Kept"}
    elsewhere = replace(archive[WINDOW + 5], digest="00", text="Another text.")
    changed = [elsewhere if one.path == elsewhere.path else one for one in archive]
    assert _reasons(changed, 0, archive) == {"Kept"}


def test_a_story_more_among_many_does_not_have_all_looked_for_anew(story: MakeStory) -> None:
    archive = _archive(story)
    more = _archive(story, story("new", "2024-12-01", ["p:Ada"]))
    assert _reasons(more, 1 + WINDOW + 2, archive) == {"Kept"}
    assert _reasons(more, 1, archive) == {"Ada"}


def test_related_stories_are_looked_for_anew_after_a_change_of_a_story_near_them(
    story: MakeStory,
) -> None:
    archive = _archive(story)
    near = [archive[0], replace(archive[1], digest="00"), *archive[2:]]
    assert _reasons(near, 0, archive) == {"Ada"}
    rarer = [*archive[:-1], replace(story("peru", "2020-01-01", ["c:Peru"]), digest="00")]
    assert _reasons(rarer, 0, archive) == {"Ada", "Peru"}


def test_nothing_is_kept_of_stories_whose_digests_are_not_known(story: MakeStory) -> None:
    archive = [replace(one, digest="") for one in _archive(story)]
    assert OtherStoriesFinder(archive).find_related(1, {}) == {}
