from __future__ import annotations

import dataclasses
import datetime
import subprocess
import sys
from collections.abc import Mapping

from cuttings.article.article import Article
from cuttings.article.markup import plain_text, render_html
from cuttings.entities.authorities.article_headings import ArticleHeadings
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.authorities.authority_record import AuthorityRecord
from cuttings.entities.authorities.catalogue import Catalogue
from cuttings.entities.entity import EntityKind
from cuttings.entities.form_use import FormUse, Rule
from cuttings.entities.tagged_article import Role, TaggedArticle
from cuttings.entities.tagging.resolution import resolve, with_found_lines

ARTICLE = Article(
    title="Blinken warns China",
    body="Antony Blinken spoke in *Beijing*.\n\nChina answered Blinken. Canada is a bystander.",
    slug="blinken-warns",
    added=datetime.date(2024, 4, 27),
    people=("Antony Blinken", "Nobody Else"),
    countries=("China",),
    countries_mentioned=("Canada",),
)


def _resolve(article: Article, authorities: Authorities) -> TaggedArticle:
    headings = ArticleHeadings.of(article, authorities)
    catalogue = Catalogue.of([headings], authorities)
    body = article.body
    return resolve(article, render_html(body), plain_text(body), headings, authorities, catalogue)


def test_tags_are_proved_in_the_order_of_the_front_matter() -> None:
    story = _resolve(ARTICLE, Authorities())
    assert [tag.entity.heading for tag in story.people] == ["Antony Blinken", "Nobody Else"]
    assert [(t.entity.code, t.role, t.count) for t in story.countries] == [
        ("CN", Role.ABOUT, 3),
        ("CA", Role.MENTIONED, 1),
    ]
    assert story.people[0].evidence == "Antony Blinken spoke in Beijing."
    assert story.people[0].uses == (
        FormUse("Blinken", Rule.SURNAME, 2),
        FormUse("Antony Blinken", Rule.NAME, 1),
    )
    assert story.organizations == ()


def test_a_tag_that_the_text_does_not_name_stays_without_evidence() -> None:
    nobody = _resolve(ARTICLE, Authorities()).people[1]
    assert (nobody.count, nobody.evidence, nobody.uses) == (0, "", ())


def test_the_lines_say_which_countries_a_story_is_about() -> None:
    turned = dataclasses.replace(ARTICLE, countries=("Canada",), countries_mentioned=("China",))
    roles = {tag.entity.heading: tag.role for tag in _resolve(turned, Authorities()).countries}
    assert roles == {"Canada": Role.ABOUT, "China": Role.MENTIONED}


def test_a_country_that_two_lines_lead_to_is_one_the_story_is_about() -> None:
    doubled = dataclasses.replace(ARTICLE, countries_mentioned=("PRC", "Canada"))
    records = {EntityKind.COUNTRY: [AuthorityRecord(heading="China", see_from=("PRC",))]}
    countries = _resolve(doubled, Authorities(records)).countries
    assert [(tag.entity.heading, tag.role) for tag in countries] == [
        ("China", Role.ABOUT),
        ("Canada", Role.MENTIONED),
    ]


def test_records_rename_and_hide_without_touching_the_article() -> None:
    records = {
        EntityKind.PERSON: [
            AuthorityRecord(heading="Blinken, Antony", see_from=("Antony Blinken",)),
            AuthorityRecord(heading="Nobody Else", hidden=True),
        ]
    }
    story = _resolve(ARTICLE, Authorities(records))
    assert [(tag.entity.heading, tag.count) for tag in story.people] == [("Blinken, Antony", 3)]
    assert story.article is ARTICLE


def test_an_untagged_article_has_no_tags() -> None:
    assert (
        _resolve(
            dataclasses.replace(ARTICLE, people=None, countries=None, countries_mentioned=None),
            Authorities(),
        ).tags
        == ()
    )


def test_found_lines_are_named_and_ordered_by_the_records() -> None:
    body = (
        "Dana Marsh met Eva Falk. Eva Falk spoke, Danuta Marsh answered, D. Marsh wrote. Mr. Ode."
    )
    article = dataclasses.replace(ARTICLE, title="Talks", body=body, people=None)
    found: dict[str, tuple[str, ...]] = {"People": ("Eva Falk", "Dana Marsh", "Ode")}
    assert _people(article, found, Authorities()) == ("Eva Falk", "Dana Marsh", "Ode")
    merged = AuthorityRecord(heading="Danuta Marsh", see_from=("Dana Marsh", "D. Marsh"))
    hidden = AuthorityRecord(heading="Ode", hidden=True)
    records = Authorities({EntityKind.PERSON: [merged, hidden]})
    assert _people(article, found, records) == ("Danuta Marsh", "Eva Falk")


def test_records_change_what_entities_are_called_and_not_which_there_are() -> None:
    article = dataclasses.replace(ARTICLE, body="Brown and Sons Inc grew. It is in Leeds.")
    found = {"Organizations": ("Brown and Sons Inc.", "Sons Inc")}
    merged = AuthorityRecord(
        heading="Brown and Sons", see_from=("Brown and Sons Inc.", "Brown and Sons Inc")
    )
    records = Authorities({EntityKind.ORGANIZATION: [merged]})
    lines = [
        with_found_lines(article, found, plain_text(article.body), authorities).organizations
        for authorities in (Authorities(), records)
    ]
    assert lines == [("Brown and Sons Inc.", "Sons Inc"), ("Brown and Sons", "Sons Inc")]


def test_lines_that_were_not_found_stay_and_count() -> None:
    found = {"Countries": ("Canada", "China"), "Countries_mentioned": ()}
    bystander = with_found_lines(ARTICLE, found, plain_text(ARTICLE.body), Authorities())
    assert (bystander.countries, bystander.countries_mentioned) == (("China",), ("Canada",))
    namesake = dataclasses.replace(ARTICLE, people=("Nobody Else", "Canada Bystander"))
    assert with_found_lines(namesake, found, "China met Canada.", Authorities()).people == (
        "Nobody Else",
        "Canada Bystander",
    )


def _people(
    article: Article, found: Mapping[str, tuple[str, ...]], authorities: Authorities
) -> tuple[str, ...] | None:
    return with_found_lines(article, found, plain_text(article.body), authorities).people


def test_resolving_loads_no_model() -> None:
    code = (
        "import sys, cuttings.entities.tagging.resolution;"
        "import cuttings.entities.tagging.article_tagging;"
        "sys.exit('spacy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
