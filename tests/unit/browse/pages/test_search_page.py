from __future__ import annotations

import datetime
from collections.abc import Callable

from cuttings.browse.pages.search_page import make_search_page
from cuttings.entities.tagged_article import TaggedArticle

MakeStory = Callable[..., TaggedArticle]


def test_the_help_is_made_of_what_the_archive_has(story: MakeStory) -> None:
    archive = [
        story("undated", None, title="The museum closes", body="The museum has closed. Museum."),
        story(
            "a",
            "2024-01-02",
            ["p:Ada Lovelace", "c:Italy"],
            title="Italy signs treaty with pirates",
            body="The treaty was signed by pirates. Ada Lovelace saw the treaty.",
        ),
        story("b", "2024-01-01", ["p:Ada Lovelace", "c:Peru!", "c:Italy"], title="Treaty kept"),
    ]
    page = make_search_page(archive)
    assert page.word == "museum"
    assert [entity.heading for entity in page.people] == ["Ada Lovelace"]
    assert [entity.heading for entity in page.countries] == ["Italy", "Peru"]
    assert page.subject is not None
    assert page.subject.heading == "Peru"
    assert page.newest == datetime.date(2024, 1, 2)
    assert (page.before, page.phrase) == ("2024-01-02", "Ada Lovelace")
    assert page.is_country_alone


def test_only_examples_that_find_something_are_shown(story: MakeStory) -> None:
    archive = [
        story("a", "2024-01-02", ["p:Ada Lovelace", "c:Italy"], body="Lovelace saw it."),
        story("b", "2023-01-02", ["c:Peru", "c:Italy"]),
    ]
    page = make_search_page(archive)
    assert (page.before, page.phrase, page.is_country_alone) == ("2024", "", True)
    assert make_search_page(archive[:1]).before == ""


def test_the_other_word_is_found_with_the_first(story: MakeStory) -> None:
    texts = ["Grain grain grain prices", "Grain grain prices", "Strike"]
    archive = [story(f"s{n}", title=text, body=text) for n, text in enumerate(texts)]
    page = make_search_page(archive)
    assert (page.word, page.other_word, page.is_word_alone) == ("grain", "prices", False)
    page = make_search_page([*archive, story("alone", title="Grain", body="Grain grain grain")])
    assert page.is_word_alone
    assert page.is_word_near
    apart = story(
        "apart", title="Grain", body="Grain " + "grain " * 9 + "and so much more of it prices"
    )
    assert not make_search_page([apart]).is_word_near


def test_an_empty_archive_has_nothing_to_show() -> None:
    page = make_search_page([])
    assert (page.word, page.other_word, page.people) == ("", "", ())
    assert (page.subject, page.newest) == (None, None)
