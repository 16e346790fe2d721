from __future__ import annotations

from collections.abc import Callable

from cuttings.browse.pages.home_page import LATEST, make_home_page
from cuttings.entities.tagged_article import TaggedArticle

MakeStory = Callable[..., TaggedArticle]


def test_the_newest_stories_and_most_mentioned(story: MakeStory) -> None:
    archive = [story(f"s{n}", f"2024-02-{28 - n:02}", ["c:Italy"]) for n in range(25)]
    archive.append(story("old", "2024-01-01", ["c:Italy", "c:Peru", "p:Ada"]))
    home = make_home_page(archive)
    assert len(home.latest) == LATEST
    assert home.latest[0].article.slug == "s0"
    assert [(e.entity.heading, e.count) for e in home.countries] == [("Italy", 26), ("Peru", 1)]
    assert [(bar.label, bar.count) for bar in home.chart] == [
        ("January 2024", 1),
        ("February 2024", 25),
    ]


def test_examples_are_of_this_archive(story: MakeStory) -> None:
    archive = [
        story(
            "a",
            "2024-01-02",
            ["p:Ada Lovelace", "c:Italy"],
            title="Italy signs treaty",
            body="The treaty was signed. Ada Lovelace saw the treaty.",
        ),
        story(
            "b",
            "2024-01-01",
            ["p:Ada Lovelace"],
            title="Lovelace opens the museum",
            body="The museum was opened by Ada Lovelace.",
        ),
        story("c", "2023-01-01", title="The museum closes", body="The museum has closed. Museum."),
    ]
    assert make_home_page(archive).examples == ("Ada Lovelace", "Italy treaty", "title:museum")


def test_an_empty_archive_has_no_examples() -> None:
    home = make_home_page([])
    assert (home.examples, home.latest, home.chart) == ((), (), ())
