"""Pages of one digest are the same, and a change leaves the digests of other pages alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import pytest

from cuttings.browse.pages.site import SitePage, site_pages
from cuttings.browse.parts.story_list import STORIES_IN_A_PART
from cuttings.entities.tagged_article import TaggedArticle

MakeStory = Callable[..., TaggedArticle]


class Digests(NamedTuple):
    whole: str
    exact: str
    shown: object


def _known(story: TaggedArticle) -> TaggedArticle:
    """Return a story with the digest of all that it shows."""
    return replace(story, digest=repr((story.article, story.html, story.text, story.tags)))


def _digests(stories: Sequence[TaggedArticle]) -> Mapping[str, Digests]:
    pages = site_pages(sorted(map(_known, stories), key=_newest_first))
    return {page.path: Digests(page.digest(), _exact(page), page.make()) for page in pages}


def _exact(page: SitePage) -> str:
    return page.exact() if page.exact else ""


def _newest_first(story: TaggedArticle) -> tuple[bool, int, str]:
    article = story.article
    return article.date is None, -article.filing_date.toordinal(), article.slug


@pytest.fixture
def archive(story: MakeStory) -> list[TaggedArticle]:
    """Two stories of their own and a source, a person and a month with a list in two parts."""
    long = [
        story(f"long-{number:03}", "2020-03-09", ["p:Ada"], source="Post")
        for number in range(STORIES_IN_A_PART + 20)
    ]
    return [
        story("eva", "2024-05-01", ["p:Eva", "c:Italy!"], source="Times"),
        story("undated", None, ["o:UNESCO"]),
        *long,
    ]


CHANGES: Mapping[str, Callable[[list[TaggedArticle], MakeStory], list[TaggedArticle]]] = {
    "nothing": lambda archive, _story: archive,
    "text": lambda archive, _story: [replace(archive[0], html="<p>New</p>"), *archive[1:]],
    "text of the newest of many": lambda archive, _story: [
        *archive[:2],
        replace(archive[2], html="<p>New</p>"),
        *archive[3:],
    ],
    "story added": lambda archive, story: [*archive, story("new", "2024-05-01", ["p:Eva"])],
    "older story added": lambda archive, story: [*archive, story("new", "2019-05-01", ["p:Ada"])],
    "undated story added": lambda archive, story: [*archive, story("zzz", None, ["o:UNESCO"])],
    "namesake added": lambda archive, story: [
        *archive,
        story("new", "2024-05-02", ["p:Eva (painter)"], source="Post"),
    ],
    "story removed": lambda archive, _story: archive[1:],
    "one of many removed": lambda archive, _story: archive[:-1],
}


@pytest.mark.parametrize("change", CHANGES)
def test_pages_of_one_digest_show_the_same(
    archive: list[TaggedArticle], story: MakeStory, change: str
) -> None:
    before, after = _digests(archive), _digests(CHANGES[change](archive, story))
    kept = set()
    for path in before.keys() & after.keys():
        old, new = before[path], after[path]
        if (old.whole and old.whole == new.whole) or (old.exact and old.exact == new.exact):
            assert old.shown == new.shown, path
            kept.add(path)
    assert {"404.html", "offline.html", "clippings.html"} <= kept
    assert len(kept) > 20
    unknown = {path for path, page in after.items() if not page.whole}
    assert unknown == {"index.html", "search.html"}


def test_a_change_leaves_the_other_parts_of_a_list_alone(
    archive: list[TaggedArticle], story: MakeStory
) -> None:
    before = _digests(archive)
    after = _digests(CHANGES["text of the newest of many"](archive, story))
    for path in ("people/ada.html", "sources/post.html", "dates/2020-03-09.html"):
        second = path.replace(".html", "/2.html")
        assert before[path].exact != after[path].exact, path
        assert before[second].whole != after[second].whole, second
        assert before[second].exact == after[second].exact != "", second


def test_a_story_without_a_digest_leaves_its_pages_without_one(story: MakeStory) -> None:
    pages = {page.path: page for page in site_pages([story("a", "2024-01-02", ["p:Ada"])])}
    for path in ("articles/a.html", "dates/2024.html"):
        assert pages[path].digest() == ""
