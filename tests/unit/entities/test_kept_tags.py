from __future__ import annotations

from dataclasses import fields

from tests.stories import tag_of, tagged_article

from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.authorities.catalogue import Catalogue
from cuttings.entities.choice import Choice
from cuttings.entities.entity import EntityKind
from cuttings.entities.form_use import FormUse, Rule
from cuttings.entities.kept_tags import kept_tags, tags_of
from cuttings.entities.tagged_article import Role, Tag


def test_kept_tags_are_the_tags_of_the_story() -> None:
    names = {EntityKind.PERSON: ["Ada Lovelace"], EntityKind.COUNTRY: ["Italy"]}
    catalogue = Catalogue(names, Authorities())
    ada = Tag(
        entity=catalogue.entity(EntityKind.PERSON, "Ada Lovelace"),
        role=Role.ABOUT,
        count=3,
        evidence="Ada Lovelace met Lovelace.",
        uses=(FormUse("Ada Lovelace", Rule.NAME, 1), FormUse("Lovelace", Rule.SURNAME, 2)),
        choice=Choice("Ada Lovelace", (("Ada Lovelace", "engine"),), ("Ada Lovelace (ship)",)),
        reasons=("A reason",),
    )
    italy = tag_of(catalogue.entity(EntityKind.COUNTRY, "Italy"), Role.MENTIONED, ())
    story = tagged_article("Ada Lovelace met Lovelace in Italy.", [ada, italy])
    assert tags_of(kept_tags(story), catalogue) == (story.people, story.countries, ())
    # So that a field which is not kept is noticed.
    assert all(getattr(story.people[0], field.name) != field.default for field in fields(Tag))
