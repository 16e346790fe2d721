from __future__ import annotations

import dataclasses
import datetime

from cuttings.article.article import Article
from cuttings.entities.authorities.article_headings import ArticleHeadings
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.authorities.authority_record import AuthorityRecord
from cuttings.entities.entity import EntityKind

PERSON, COUNTRY, ORGANIZATION = EntityKind.PERSON, EntityKind.COUNTRY, EntityKind.ORGANIZATION
ARTICLE = Article(title="T", body="B", slug="t", added=datetime.date(2024, 1, 1))
BANKER = AuthorityRecord(heading="Jo Smith (banker)", see_from=("Jo Smith",), when=("Barclays",))
CRICKETER = AuthorityRecord(
    heading="Jo Smith (cricketer)", see_from=("Jo Smith",), when=("Jamaica", "The Wicket")
)
NAMESAKES = Authorities({PERSON: [BANKER, CRICKETER]})


def test_records_merge_rename_and_hide() -> None:
    records = [
        AuthorityRecord(heading="Joe Biden", see_from=("Joseph Biden",)),
        AuthorityRecord(heading="Junk", hidden=True),
    ]
    article = dataclasses.replace(ARTICLE, people=("Joseph Biden", "Junk", "Joe Biden", "Xi"))
    headings = ArticleHeadings.of(article, Authorities({PERSON: records})).by_kind[PERSON]
    assert headings == ("Joe Biden", "Xi")


def test_other_names_of_a_country_become_its_heading() -> None:
    article = dataclasses.replace(
        ARTICLE, countries=("USA", "United States"), countries_mentioned=("Great Britain",)
    )
    headings = ArticleHeadings.of(article, Authorities()).by_kind[COUNTRY]
    assert headings == ("United States", "United Kingdom")
    assert ArticleHeadings.of(article, Authorities()).about == {"United States"}


def test_words_entities_and_source_of_an_article_tell_namesakes_apart() -> None:
    smith = dataclasses.replace(ARTICLE, people=("Jo Smith",))
    by_words = dataclasses.replace(smith, body="She left Barclays.")
    by_country = dataclasses.replace(smith, countries_mentioned=("Jamaica",))
    by_source = dataclasses.replace(smith, source="The Wicket")
    headings = [
        ArticleHeadings.of(article, NAMESAKES).by_kind[PERSON]
        for article in (smith, by_words, by_country, by_source)
    ]
    assert headings == [
        ("Jo Smith",),
        ("Jo Smith (banker)",),
        ("Jo Smith (cricketer)",),
        ("Jo Smith (cricketer)",),
    ]


def test_a_namesake_set_by_a_person_stays_beside_the_other() -> None:
    both = dataclasses.replace(
        ARTICLE, people=("Jo Smith (cricketer)", "Jo Smith"), body="Barclays"
    )
    assert ArticleHeadings.of(both, NAMESAKES).by_kind[PERSON] == (
        "Jo Smith (cricketer)",
        "Jo Smith (banker)",
    )


def test_organizations_and_countries_are_distinguished_as_people_are() -> None:
    records = {
        ORGANIZATION: [
            AuthorityRecord(heading="Otter (ferries)", see_from=("Otter",), when=("Dover",))
        ],
        COUNTRY: [
            AuthorityRecord(heading="Georgia (state)", see_from=("Georgia",), when=("Atlanta",))
        ],
    }
    article = dataclasses.replace(
        ARTICLE, body="Dover, Atlanta", organizations=("Otter",), countries=("Georgia",)
    )
    authorities = Authorities(records)
    assert ArticleHeadings.of(article, authorities).by_kind[ORGANIZATION] == ("Otter (ferries)",)
    assert ArticleHeadings.of(article, authorities).by_kind[COUNTRY] == ("Georgia (state)",)
    assert ArticleHeadings.of(article, authorities).about == {"Georgia (state)"}


def test_no_choice_depends_on_another() -> None:
    hidden = AuthorityRecord(heading="Junk", hidden=True)
    merged = AuthorityRecord(heading="Bo Lee", see_from=("Robert Lee",))
    article = dataclasses.replace(
        ARTICLE, people=("Jo Smith", "Jo Smith (banker)", "Junk", "Robert Lee")
    )
    context = ArticleHeadings.of(
        article, Authorities({PERSON: [BANKER, CRICKETER, hidden, merged]})
    ).context
    found = [context.first_of([n]) for n in ("Jo Smith", "Jo Smith (banker)", "Junk")]
    assert found == ["", "", ""]
    assert [context.first_of([n]) for n in ("Bo Lee", "Robert Lee")] == ["Bo Lee", "Robert Lee"]
