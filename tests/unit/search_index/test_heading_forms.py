from __future__ import annotations

from collections.abc import Callable

from cuttings.entities.entity import Entity, EntityKind
from cuttings.entities.tagged_article import TaggedArticle
from cuttings.search_index.heading_forms import heading_forms


def test_see_from_forms_go_with_their_heading(
    make_story: Callable[..., TaggedArticle], blinken: Entity
) -> None:
    forms = heading_forms([make_story(people=(blinken,)), make_story(people=(blinken,))])
    assert forms["person"] == [[blinken.slug, *blinken.see_from]]
    assert forms["organization"] == []


def test_a_country_has_its_names_and_demonyms_but_not_its_cities(
    make_story: Callable[..., TaggedArticle],
) -> None:
    britain = Entity(kind=EntityKind.COUNTRY, heading="United Kingdom", slug="united-kingdom")
    [[slug, *forms]] = heading_forms([make_story(countries=(britain,))])["country"]
    assert slug == "united-kingdom"
    assert {"Britain", "UK", "British"} <= set(forms)
    assert not {"London", "Manchester", "United Kingdom"} & set(forms)


def test_a_heading_without_other_forms_is_left_out(
    make_story: Callable[..., TaggedArticle],
) -> None:
    ada = Entity(kind=EntityKind.PERSON, heading="Ada Lovelace", slug="ada-lovelace")
    assert heading_forms([make_story(people=(ada,))])["person"] == []
