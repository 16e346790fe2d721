from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Sequence

from cuttings.browse.pages.entity_page import FORMS_IN_VIEW, MOST_FORMS, EntityPage, entity_pages
from cuttings.browse.parts.story_list import STORIES_IN_A_PART
from cuttings.entities.form_use import FormUse, Rule
from cuttings.entities.tagged_article import TaggedArticle

MakeStory = Callable[..., TaggedArticle]


def test_pages_of_all_entities_by_path(story: MakeStory) -> None:
    archive = [
        story("new", "2024-05-01", ["p:Ada", "c:Italy!", "o:UNESCO"]),
        story("old", "1999-05-01", ["p:Ada", "o:UNESCO"]),
    ]
    pages = {page.path: page for page in _made(archive)}
    assert list(pages) == [
        "countries/italy.html",
        "organizations/unesco.html",
        "people/ada.html",
    ]
    ada = pages["people/ada.html"]
    assert (ada.count, ada.about_count) == (2, 0)
    assert (str(ada.first), str(ada.last)) == ("1999-05-01", "2024-05-01")
    assert [entry.entity.heading for entry in ada.appears_with] == ["UNESCO"]
    assert [(group.label, len(group.stories)) for group in ada.years] == [("2024", 1), ("1999", 1)]
    assert (ada.part, ada.parts) == (1, ())
    assert pages["countries/italy.html"].about_count == 1


def test_in_a_year_stories_about_a_country_come_first_and_undated_ones_last(
    story: MakeStory,
) -> None:
    archive = [
        story("undated", None, ["c:Italy"], added="2025-01-01"),
        story("mentioned", "2024-05-02", ["c:Italy"]),
        story("about", "2024-05-01", ["c:Italy!"]),
        story("older", "2023-05-01", ["c:Italy"]),
    ]
    (page,) = _made(archive)
    listed = [(group.label, [s.article.slug for s in group.stories]) for group in page.years]
    assert listed == [
        ("2024", ["about", "mentioned"]),
        ("2023", ["older"]),
        ("Undated", ["undated"]),
    ]
    assert page.first is not None
    assert page.first.year == 2023


def test_forms_of_the_record_come_before_those_found(story: MakeStory) -> None:
    made = story("s", "2024-01-01", ["p:Ada Lovelace"])
    (tag,) = made.people
    entity = dataclasses.replace(tag.entity, see_from=("Countess of Lovelace",))
    tag = dataclasses.replace(
        tag,
        entity=entity,
        uses=tuple(FormUse(form, Rule.NAME, 1) for form in ("Lovelace", "Ada Lovelace")),
    )
    (page,) = _made([dataclasses.replace(made, people=(tag,))])
    assert page.forms == ("Countess of Lovelace", "Lovelace")


def test_only_the_most_widespread_forms_are_listed_and_on_the_first_part_alone(
    story: MakeStory,
) -> None:
    archive = [story(f"s{n}", "2024-01-01", ["c:Italy"]) for n in range(STORIES_IN_A_PART + 1)]
    uses = tuple(FormUse(f"town {n:03}", Rule.NAME, 1) for n in range(MOST_FORMS + 1))
    for number, made in enumerate(archive):
        tag = dataclasses.replace(made.countries[0], uses=uses if number else uses[1:])
        archive[number] = dataclasses.replace(made, countries=(tag,))
    first, second = _made(archive)
    assert first.forms + first.further_forms == tuple(use.form for use in uses[1:])
    assert len(first.forms) == FORMS_IN_VIEW
    assert second.forms == second.further_forms == ()


def test_of_forms_in_other_capitals_the_most_widespread_is_listed(story: MakeStory) -> None:
    archive = [story(f"s{n}", "2024-01-01", ["c:Italy"]) for n in range(3)]
    of_each = (("ITALY", "ROME"), ("Rome", "Milan"), ("Rome",))
    for number, (made, forms) in enumerate(zip(archive, of_each, strict=True)):
        uses = tuple(FormUse(form, Rule.CITY, 1) for form in forms)
        tag = dataclasses.replace(made.countries[0], uses=uses)
        archive[number] = dataclasses.replace(made, countries=(tag,))
    (page,) = _made(archive)
    assert page.forms == ("Rome", "Milan")


def test_long_lists_go_on_in_further_parts(story: MakeStory) -> None:
    count = 2 * STORIES_IN_A_PART + 1
    archive = [story(f"s{n}", "2024-01-01", ["p:Ada"]) for n in range(count)]
    pages = list(_made(archive))
    assert [page.path for page in pages] == [
        "people/ada.html",
        "people/ada/2.html",
        "people/ada/3.html",
    ]
    shown = [s.article.slug for page in pages for group in page.years for s in group.stories]
    assert shown == [made.article.slug for made in archive]
    assert {page.count for page in pages} == {count}
    assert [link.path for link in pages[1].parts] == [page.path for page in pages]


def test_a_former_state_and_its_successors_lead_to_each_other(story: MakeStory) -> None:
    archive = [
        story("new", "1992-05-01", ["c:Slovakia", "c:Czechoslovakia", "p:Ada"]),
        story("old", "1989-05-01", ["c:Czechoslovakia"]),
    ]
    pages = {page.entity.heading: page for page in _made(archive)}
    linked = {
        heading: [entity.path for entity in (*page.earlier, *page.later)]
        for heading, page in pages.items()
    }
    assert linked == {
        "Czechoslovakia": ["countries/slovakia.html"],
        "Slovakia": ["countries/czechoslovakia.html"],
        "Ada": [],
    }
    assert pages["Slovakia"].earlier == (pages["Czechoslovakia"].entity,)


def test_namesakes_have_pages_that_lead_to_each_other(story: MakeStory) -> None:
    archive = [story("a", "2020-05-01", ["p:Ada (poet)"]), story("b", "2019-05-01", ["p:Ada"])]
    plain, poet = _made(archive)
    assert (plain.namesakes, poet.namesakes) == ((poet.entity,), (plain.entity,))


def test_an_archive_without_tags_has_no_entity_pages(story: MakeStory) -> None:
    assert list(entity_pages([story("s", "2024-01-01")])) == []


def _made(stories: Sequence[TaggedArticle]) -> Iterator[EntityPage]:
    return (page.make() for page in entity_pages(stories))
