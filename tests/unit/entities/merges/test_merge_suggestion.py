from __future__ import annotations

import datetime

import pytest

from cuttings.article.article import Article
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.authorities.authority_record import AuthorityRecord
from cuttings.entities.entity import EntityKind
from cuttings.entities.merges.merge_suggestion import MergeSuggestion, suggest_merges

PERSON, ORGANIZATION = EntityKind.PERSON, EntityKind.ORGANIZATION
PORTS = ("Port of Arden", "Port of Belmar", "Port of Corwen")
DAY = datetime.date(2020, 1, 1)


def _articles(
    *people: tuple[str, ...], organizations: tuple[tuple[str, ...], ...] = ()
) -> list[Article]:
    lines = [(line, ()) for line in people] + [((), line) for line in organizations]
    return [
        Article(
            title="T", body="", slug=f"a-{n}", added=DAY, people=persons, organizations=companies
        )
        for n, (persons, companies) in enumerate(lines)
    ]


def test_the_heading_of_more_stories_is_kept() -> None:
    articles = _articles(
        ("Olexandr Dubenskiy",), ("Olexandr Dubensky",), ("Olexandr Dubensky",), ("Anna Berg",)
    )
    assert suggest_merges(articles, Authorities()) == (
        MergeSuggestion(
            PERSON,
            "Olexandr Dubensky",
            "Olexandr Dubenskiy",
            "two spellings of the same sounds",
            1,
        ),
    )


def test_a_full_name_is_kept_however_often_the_short_one_is_used() -> None:
    articles = _articles(
        ("A. Marsh",),
        ("A. Marsh",),
        ("Andrew Marsh",),
        organizations=(("OTU", *PORTS), ("Overseas Trade Union", *PORTS)),
    )
    kept = [(s.keep, s.merge) for s in suggest_merges(articles, Authorities())]
    assert kept == [("Andrew Marsh", "A. Marsh"), ("Overseas Trade Union", "OTU")]


def test_a_short_form_that_fits_two_needs_a_shared_context() -> None:
    full = ("Overseas Trade Union", "Old Town University")
    apart = _articles(organizations=(("OTU",), full[:1], full[1:]))
    assert suggest_merges(apart, Authorities()) == ()
    shared = _articles(organizations=(("OTU", *PORTS), (full[0], *PORTS), full[1:]))
    (suggestion,) = suggest_merges(shared, Authorities())
    assert (suggestion.keep, suggestion.merge) == (full[0], "OTU")


def test_a_surname_alone_needs_a_shared_context() -> None:
    apart = _articles(("Marsh", "Anna Berg"), ("Andrew Marsh", "Carl Dahl"))
    assert suggest_merges(apart, Authorities()) == ()
    shared = _articles(("Marsh", "Anna Berg"), ("Andrew Marsh", "Anna Berg"))
    (suggestion,) = suggest_merges(shared, Authorities())
    assert suggestion.why == "a part of the name alone; both stand beside Anna Berg"


def test_an_entity_of_many_stories_is_no_context() -> None:
    others = [("Anna Berg",)] * 20
    articles = _articles(("Marsh", "Anna Berg"), ("Andrew Marsh", "Anna Berg"), *others)
    assert suggest_merges(articles, Authorities()) == ()


def test_two_people_of_one_story_are_not_one() -> None:
    shared = ("Anna Berg", "Carl Dahl", "Eva Falk")
    together = _articles(("Bob Marsh", "Robert Marsh", *shared))
    assert suggest_merges(together, Authorities()) == ()
    apart = _articles(("Bob Marsh", *shared), ("Robert Marsh", *shared))
    assert len(suggest_merges(apart, Authorities())) == 1


def test_what_a_person_decided_is_not_suggested_again() -> None:
    articles = _articles(("Alex Marsh",), ("Alexander Marsh",), ("Ann Hill (judge)",), ("A. Hill",))
    (suggestion,) = suggest_merges(articles, Authorities())
    assert suggestion.merge == "Alex Marsh"
    merged = AuthorityRecord(heading="Alexander Marsh", see_from=("Alex Marsh",))
    assert suggest_merges(articles, Authorities({PERSON: [merged]})) == ()
    told_apart = [AuthorityRecord(heading=h) for h in ("Alex Marsh", "Alexander Marsh")]
    assert suggest_merges(articles, Authorities({PERSON: told_apart})) == ()


def test_a_heading_with_a_record_is_kept() -> None:
    articles = _articles(("Alex Marsh",), ("Alexander Marsh",), ("Alexander Marsh",))
    record = AuthorityRecord(heading="Alex Marsh", same_as="Q42")
    (suggestion,) = suggest_merges(articles, Authorities({PERSON: [record]}))
    assert (suggestion.keep, suggestion.merge) == ("Alex Marsh", "Alexander Marsh")


def test_the_order_of_the_articles_does_not_matter() -> None:
    articles = _articles(("Alex Marsh",), ("Alexander Marsh",), ("B. Hill",), ("Bea Hill",))
    suggestions = suggest_merges(articles, Authorities())
    assert len(suggestions) > 1
    assert suggest_merges(articles[::-1], Authorities()) == suggestions


def test_what_a_record_tells_apart_is_not_suggested() -> None:
    articles = _articles(("Jon Smith",), ("Jonn Smith",), ("Jonn Smith Jr.",))
    assert suggest_merges(articles, Authorities()) != ()
    split = AuthorityRecord(heading="Jonn Smith Jr.", see_from=("Jonn Smith",), when=("bank",))
    assert suggest_merges(articles, Authorities({PERSON: [split]})) == ()


def test_what_most_stories_have_comes_first() -> None:
    articles = _articles(
        *(("Olexandr Dubenskiy",), ("Olexandr Dubensky",), ("Olexandr Dubensky",)),
        *[("Zoe Marsh",)] * 3,
        *[("Zoë Marsh",)] * 2,
    )
    assert [s.merge for s in suggest_merges(articles, Authorities())] == [
        "Zoë Marsh",
        "Olexandr Dubenskiy",
    ]


def test_a_short_form_of_many_stories_is_not_short_for_a_name_of_one() -> None:
    stories = [("AAA", *PORTS)] * 5 + [("Arabian Auto Agency", *PORTS)]
    assert suggest_merges(_articles(organizations=tuple(stories)), Authorities()) == ()


@pytest.mark.parametrize(("stories", "is_clear"), [(6, True), (5, False)])
def test_a_short_name_goes_to_one_with_three_times_the_stories_of_another(
    stories: int, is_clear: bool
) -> None:
    others = [("Anton Marsh",)] * 2
    articles = _articles(("A. Marsh",), *[("Andrew Marsh",)] * stories, *others)
    kept = [(s.keep, s.merge) for s in suggest_merges(articles, Authorities())]
    assert kept == ([("Andrew Marsh", "A. Marsh")] if is_clear else [])


def test_a_common_surname_alone_is_nobodys_in_a_large_archive() -> None:
    shared = ("Anna Berg", "Carl Dahl", "Eva Falk")
    others: list[tuple[str, ...]] = [()] * 100
    named = [("Manuel Johnson", *shared)] * 4 + [("Johnson", *shared)]
    alone = suggest_merges(_articles(*named, *others), Authorities())
    assert [(s.keep, s.merge) for s in alone] == [("Manuel Johnson", "Johnson")]
    common = _articles(*named, ("Paul Johnson",), ("Earl Johnson",), *others)
    assert suggest_merges(common, Authorities()) == ()


def test_two_legal_forms_in_one_story_are_two_organizations() -> None:
    together = _articles(organizations=(("First Boston Inc", "First Boston Corp"),))
    assert suggest_merges(together, Authorities()) == ()
    apart = _articles(organizations=(("First Boston Inc",), ("First Boston Corp",)))
    assert len(suggest_merges(apart, Authorities())) == 1


def test_in_a_large_block_those_are_compared_whose_words_begin_alike(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("cuttings.entities.merges.merge_suggestion._LARGEST_BLOCK", 1)
    articles = _articles(("Andrew Marsh",), ("Andrew Marsh",), ("A. Marsh",), ("Bo Marsh",))
    kept = [(s.keep, s.merge) for s in suggest_merges(articles, Authorities())]
    assert kept == [("Andrew Marsh", "A. Marsh")]
