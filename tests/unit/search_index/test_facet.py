from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable

from cuttings.entities.entity import Entity, EntityKind
from cuttings.entities.tagged_article import Role, TaggedArticle
from cuttings.search_index.facet import facets
from cuttings.search_index.packing import pack


def test_values_go_from_the_most_frequent_on(
    make_story: Callable[..., TaggedArticle], blinken: Entity, china: Entity
) -> None:
    day = datetime.date(2024, 4, 26)
    found = facets(
        [
            make_story(date=day, people=(blinken,), countries=(china,), source="CNN"),
            make_story(date=day, countries=(china,)),
            make_story(),
        ]
    )
    assert found["country"] == {
        "values": [""],
        "labels": ["China"],
        "codes": ["CN"],
        "counts": pack([1, 1, 0]),
        "documents": pack([0, 0]),
        "about": "11",
    }
    assert found["person"]["values"] == [""]
    assert "codes" not in found["person"]
    assert found["year"]["labels"] == ["2024", "Undated"]
    assert found["year"]["documents"] == pack([0, 0, 1])
    assert found["source"]["counts"] == pack([1, 0, 0])


def test_spellings_with_one_slug_are_one_source(
    make_story: Callable[..., TaggedArticle],
) -> None:
    stories = [make_story(source=name) for name in ("The Post", "the post", "The Post")]
    found = facets(stories)["source"]
    assert found["values"] == [""]
    assert found["labels"] == ["The Post"]
    assert found["documents"] == pack([0, 0, 0])


def test_a_slug_is_written_that_its_label_does_not_show(
    make_story: Callable[..., TaggedArticle],
) -> None:
    zola = Entity(kind=EntityKind.PERSON, heading="Émile Zola", slug="emile-zola")
    assert facets([make_story(people=(zola,))])["person"]["values"] == ["emile-zola"]


def test_a_byline_is_a_value_for_each_of_its_persons(
    make_story: Callable[..., TaggedArticle],
) -> None:
    assert "author" not in facets([make_story()])
    stories = [_signed(make_story(), "Jane Doe and John Roe"), _signed(make_story(), "Jane Doe")]
    found = facets(stories)
    assert found["author"]["labels"] == ["Jane Doe", "John Roe"]
    assert found["author"]["counts"] == pack([2, 1])


def _signed(story: TaggedArticle, byline: str) -> TaggedArticle:
    return dataclasses.replace(story, article=dataclasses.replace(story.article, author=byline))


def test_it_is_kept_which_countries_a_story_is_about(
    make_story: Callable[..., TaggedArticle], china: Entity
) -> None:
    peru = Entity(kind=EntityKind.COUNTRY, heading="Peru", slug="peru", code="PE", states=("Peru",))
    story = make_story(countries=(china, peru))
    passing = dataclasses.replace(
        story,
        countries=(
            dataclasses.replace(story.countries[1]),
            dataclasses.replace(story.countries[0], role=Role.MENTIONED),
        ),
    )
    found = facets([story, passing, make_story(countries=(china,))])["country"]
    assert found["labels"] == ["China", "Peru"]
    assert found["about"] == "11" + "01" + "1"
