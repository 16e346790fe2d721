from __future__ import annotations

from collections.abc import Callable

from cuttings.entities.entity import Entity, EntityKind
from cuttings.entities.tagged_article import TaggedArticle
from cuttings.search_index.heading_forms import heading_forms, other_forms


def _country(heading: str, *states: str) -> Entity:
    slug = heading.lower().replace(" ", "-")
    return Entity(kind=EntityKind.COUNTRY, heading=heading, slug=slug, states=states)


def test_see_from_forms_go_with_their_heading(
    make_story: Callable[..., TaggedArticle], blinken: Entity
) -> None:
    forms = heading_forms([make_story(people=(blinken,)), make_story(people=(blinken,))])
    assert forms["person"] == [[blinken.slug, *blinken.see_from]]
    assert forms["organization"] == []


def test_an_organization_has_the_short_forms_that_the_archive_shows() -> None:
    motors = Entity(
        kind=EntityKind.ORGANIZATION,
        heading="General Motors Corp",
        slug="general-motors-corp",
        found_as=("GM", "General", "General Motors"),
    )
    assert other_forms(motors) == ["GM"]


def test_a_country_has_its_names_and_demonyms_but_not_its_cities(
    make_story: Callable[..., TaggedArticle],
) -> None:
    britain = _country("United Kingdom", "United Kingdom")
    [[slug, *forms]] = heading_forms([make_story(countries=(britain,))])["country"]
    assert slug == "united-kingdom"
    assert {"Britain", "UK", "British"} <= set(forms)
    assert not {"London", "Manchester", "United Kingdom"} & set(forms)


def test_a_country_that_a_record_renames_keeps_the_forms_of_its_state(
    make_story: Callable[..., TaggedArticle],
) -> None:
    britain = _country("Great Britain (UK)", "United Kingdom")
    [[_, *forms]] = heading_forms([make_story(countries=(britain,))])["country"]
    assert {"United Kingdom", "Britain", "UK", "British"} <= set(forms)


def test_a_country_that_a_record_joins_with_another_has_the_forms_of_both(
    make_story: Callable[..., TaggedArticle],
) -> None:
    korea = _country("Korea", "South Korea", "North Korea")
    [[_, *forms]] = heading_forms([make_story(countries=(korea,))])["country"]
    assert {"South Korean", "North Korean"} <= set(forms)


def test_a_heading_without_other_forms_is_left_out(
    make_story: Callable[..., TaggedArticle],
) -> None:
    ada = Entity(kind=EntityKind.PERSON, heading="Ada Lovelace", slug="ada-lovelace")
    assert heading_forms([make_story(people=(ada,))])["person"] == []
