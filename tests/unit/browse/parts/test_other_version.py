from __future__ import annotations

from collections.abc import Callable

from cuttings.browse.pages.article_page import ArticlePage
from cuttings.browse.pages.other_stories import OtherStoriesFinder
from cuttings.browse.pages.site import site_pages
from cuttings.browse.parts.other_version import MOST_COMPARED, MOST_LISTED, OtherVersions
from cuttings.browse.parts.word_difference import Change, Passage
from cuttings.entities.tagged_article import TaggedArticle
from cuttings.versions.version_cluster import VersionCluster

MakeStory = Callable[..., TaggedArticle]


def test_each_version_has_the_others_with_their_difference(story: MakeStory) -> None:
    new = story("new", "2024-05-02", body="The pier is closed.")
    old = story("old", "2024-05-01", body="The pier closed.")
    alone = story("alone", "2024-05-01", body="Another story.")
    versions = OtherVersions([VersionCluster((new, old))])
    (other,) = versions.of(new)
    assert other.story is old
    assert other.difference == (
        Passage(Change.SAME, "The pier"),
        Passage(Change.REMOVED, "is"),
        Passage(Change.SAME, "closed."),
    )
    assert [version.story for version in versions.of(old)] == [new]
    assert versions.of(alone) == ()
    assert (versions.count(new), versions.count(alone)) == (1, 0)


def test_of_very_many_versions_the_nearest_are_listed(story: MakeStory) -> None:
    stories = tuple(story(f"s{number}", body="One text.") for number in range(200))
    found = OtherVersions([VersionCluster(stories)]).of(stories[100])
    numbers = [stories.index(version.story) for version in found]
    assert numbers == sorted(numbers)
    assert numbers == [n for n in range(76, 125) if n != 100]
    assert len(numbers) == MOST_LISTED
    assert sum(version.difference is not None for version in found) == MOST_COMPARED


def test_a_version_is_no_related_story(story: MakeStory) -> None:
    filler = [story(f"f{number}", "2020-01-01") for number in range(9)]
    one, two, other = (story(slug, "2024-05-01", ["p:Ada"]) for slug in ("one", "two", "other"))
    stories = [one, two, other, *filler]
    others = OtherStoriesFinder(stories, [VersionCluster((one, two))])
    pages = {
        page.story.path: page
        for page in (p.make() for p in site_pages(stories, others))
        if isinstance(page, ArticlePage)
    }
    page = pages[one.path]
    assert [version.story for version in page.versions] == [two]
    assert [related.story for related in page.related] == [other]
