from __future__ import annotations

import dataclasses
import datetime

import pytest

from cuttings.article.article import Article
from cuttings.entities.authority import Authorities, AuthorityRecord
from cuttings.entities.catalogue import Catalogue, preferred_headings
from cuttings.entities.entity import EntityKind

PERSON, COUNTRY = EntityKind.PERSON, EntityKind.COUNTRY
ARTICLE = Article(title="T", body="B", slug="t", added=datetime.date(2024, 1, 1))


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


def test_slugs_do_not_depend_on_the_order_of_articles() -> None:
    one = dataclasses.replace(ARTICLE, people=("Zoë", "Zoe"))
    other = dataclasses.replace(ARTICLE, people=("Ann", "Zoe"))
    forward = Catalogue.of([one, other], Authorities()).entities(PERSON)
    backward = Catalogue.of([other, one], Authorities()).entities(PERSON)
    assert dict(forward) == dict(backward)


def test_records_merge_rename_and_hide() -> None:
    authorities = Authorities(
        {
            PERSON: [
                AuthorityRecord(heading="Joe Biden", see_from=("Joseph Biden",), same_as="Q6279"),
                AuthorityRecord(heading="Junk", hidden=True),
            ]
        }
    )
    article = dataclasses.replace(ARTICLE, people=("Joseph Biden", "Junk", "Joe Biden", "Xi"))
    assert preferred_headings(PERSON, article, authorities) == ("Joe Biden", "Xi")
    entity = Catalogue.of([article], authorities).entity(PERSON, "Joe Biden")
    assert (entity.same_as, entity.see_from, entity.path) == (
        "Q6279",
        ("Joseph Biden",),
        "people/joe-biden.html",
    )


def test_other_names_of_a_country_become_its_heading() -> None:
    article = dataclasses.replace(ARTICLE, countries=("USA", "United States", "Great Britain"))
    catalogue = Catalogue.of([article], Authorities())
    assert preferred_headings(COUNTRY, article, Authorities()) == (
        "United States",
        "United Kingdom",
    )
    assert catalogue.entity(COUNTRY, "United Kingdom").code == "GB"


def test_a_renamed_country_keeps_its_code() -> None:
    renamed = AuthorityRecord(heading="Britain", see_from=("United Kingdom",))
    article = dataclasses.replace(ARTICLE, countries=("UK",))
    catalogue = Catalogue.of([article], Authorities({COUNTRY: [renamed]}))
    assert catalogue.entity(COUNTRY, "Britain").code == "GB"


def test_unknown_headings_are_told() -> None:
    with pytest.raises(KeyError):
        Catalogue({}, Authorities()).entity(PERSON, "Nobody")
