from __future__ import annotations

import dataclasses
import datetime

import pytest

from cuttings.article.article import Article
from cuttings.entities.authorities.article_headings import ArticleHeadings
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.authorities.authority_record import AuthorityRecord
from cuttings.entities.authorities.catalogue import Catalogue
from cuttings.entities.entity import EntityKind

PERSON, COUNTRY = EntityKind.PERSON, EntityKind.COUNTRY
ARTICLE = Article(title="T", body="B", slug="t", added=datetime.date(2024, 1, 1))


def _catalogue(articles: list[Article], authorities: Authorities) -> Catalogue:
    return Catalogue.of([ArticleHeadings.of(a, authorities) for a in articles], authorities)


def test_entities_are_in_order_and_have_distinct_slugs() -> None:
    headings = {PERSON: ["Émile Zola", "Emile Zola", "Index", "🙂", "Ann Lee"]}
    catalogue = Catalogue(headings, Authorities())
    entities = catalogue.entities(PERSON)
    assert list(entities) == ["Ann Lee", "Emile Zola", "Index", "Émile Zola", "🙂"]
    slugs = [entity.slug for entity in entities.values()]
    assert len(set(slugs)) == len(slugs)
    assert slugs[:2] == ["ann-lee", "emile-zola"]
    assert "index" not in slugs
    assert all(slugs)


def test_a_name_of_few_stories_has_a_page_only_if_a_person_wrote_a_record() -> None:
    one = dataclasses.replace(ARTICLE, people=("Ann", "Bob", "Cid"), countries=("Chad",))
    two = dataclasses.replace(ARTICLE, slug="u", people=("Bob",))
    records = {PERSON: [AuthorityRecord(heading="Cid", filed_as="Cid, El")]}
    headings = [ArticleHeadings.of(article, Authorities(records)) for article in (one, two)]
    catalogue = Catalogue.of(headings, Authorities(records), page_from=2)
    people = catalogue.entities(PERSON)
    assert [entity.has_page for entity in people.values()] == [False, True, True]
    assert people["Ann"].link_in_list == "articles/t.html"
    assert people["Ann"].link_in_story == "search.html?person=ann"
    assert people["Bob"].link_in_list == people["Bob"].link_in_story == "people/bob.html"
    assert people["Cid"].filed_as == "Cid, El"
    assert catalogue.entity(COUNTRY, "Chad").has_page
    of_three = Catalogue.of(headings, Authorities(), page_from=3)
    assert of_three.entity(PERSON, "Bob").link_in_list == "search.html?person=bob"


def test_slugs_do_not_depend_on_the_order_of_articles() -> None:
    one = dataclasses.replace(ARTICLE, people=("Zoë", "Zoe"))
    other = dataclasses.replace(ARTICLE, people=("Ann", "Zoe"))
    forward = _catalogue([one, other], Authorities()).entities(PERSON)
    backward = _catalogue([other, one], Authorities()).entities(PERSON)
    assert dict(forward) == dict(backward)


def test_an_entity_holds_what_its_record_says() -> None:
    record = AuthorityRecord(heading="Joe Biden", see_from=("Joseph Biden",), same_as="Q6279")
    article = dataclasses.replace(ARTICLE, people=("Joseph Biden",))
    entity = _catalogue([article], Authorities({PERSON: [record]})).entity(PERSON, "Joe Biden")
    assert (entity.same_as, entity.see_from, entity.path) == (
        "Q6279",
        ("Joseph Biden",),
        "people/joe-biden.html",
    )


def test_a_renamed_country_keeps_its_code() -> None:
    renamed = AuthorityRecord(heading="Britain", see_from=("United Kingdom",))
    article = dataclasses.replace(ARTICLE, countries=("UK",))
    catalogue = _catalogue([article], Authorities({COUNTRY: [renamed]}))
    britain = catalogue.entity(COUNTRY, "Britain")
    assert (britain.code, britain.states) == ("GB", ("United Kingdom",))


def test_a_country_that_joins_two_is_the_state_of_its_heading_first() -> None:
    joined = AuthorityRecord(heading="Russia", see_from=("Soviet Union", "Muscovy"))
    article = dataclasses.replace(ARTICLE, countries=("USSR",))
    russia = _catalogue([article], Authorities({COUNTRY: [joined]})).entity(COUNTRY, "Russia")
    assert (russia.code, russia.states) == ("RU", ("Russia", "Soviet Union"))


def test_what_the_tables_do_not_know_is_no_state() -> None:
    article = dataclasses.replace(ARTICLE, countries=("Atlantis",), people=("Chad",))
    catalogue = _catalogue([article], Authorities())
    assert catalogue.entity(COUNTRY, "Atlantis").states == ()
    assert catalogue.entity(PERSON, "Chad").states == ()


def test_a_name_that_two_records_share_gives_none_of_them_its_code() -> None:
    state = AuthorityRecord(heading="Georgia (state)", see_from=("Georgia",), when=("Atlanta",))
    article = dataclasses.replace(ARTICLE, body="Atlanta waits.", countries=("Georgia",))
    catalogue = _catalogue([article], Authorities({COUNTRY: [state]}))
    georgia = catalogue.entity(COUNTRY, "Georgia (state)")
    assert (georgia.code, georgia.states) == ("", ())


def test_unknown_headings_are_reported() -> None:
    with pytest.raises(KeyError):
        Catalogue({}, Authorities()).entity(PERSON, "Nobody")
