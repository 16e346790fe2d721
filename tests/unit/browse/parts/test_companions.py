from __future__ import annotations

from dataclasses import replace
from random import Random

from tests.stories import tag_of, tagged_article

from cuttings.browse.parts.companions import LEAST_TOGETHER, Companions
from cuttings.browse.parts.entity_count import count_entities
from cuttings.entities.entity import Entity, EntityKind
from cuttings.entities.tagged_article import TaggedArticle


def _story(number: int, people: list[Entity]) -> TaggedArticle:
    return tagged_article(tags=[tag_of(person) for person in people], slug=f"s{number}")


def test_a_name_without_a_page_is_not_listed() -> None:
    ada, alan, grace = (Entity(kind=EntityKind.PERSON, heading=n, slug=n) for n in "XAG")
    stories = [_story(n, [ada, replace(alan, has_page=False), grace]) for n in range(2)]
    assert [entry.entity for entry in Companions().of(ada, stories, 2)] == [grace]


def test_what_stands_in_one_of_the_stories_alone_is_not_listed() -> None:
    ada, alan, grace = (Entity(kind=EntityKind.PERSON, heading=n, slug=n) for n in "XAG")
    stories = [_story(1, [ada, alan, grace]), _story(2, [ada, grace])]
    assert [entry.entity for entry in Companions().of(ada, stories, 2)] == [grace]


def test_long_lists_of_names_give_the_same_as_counting_each() -> None:
    random = Random(1)
    people = [
        Entity(kind=EntityKind.PERSON, heading=f"{random.choice('abc')} {n}", slug=f"{n}")
        for n in range(400)
    ]
    sizes = [3, 20, 250, 5, 300, 250, 40, 1, 399]
    stories = [_story(n, random.sample(people, size)) for n, size in enumerate(sizes)]
    companions = Companions()
    for person in people:
        of_person = [s for s in stories if person in [tag.entity for tag in s.people]]
        others = [entry for entry in count_entities(of_person) if entry.entity != person]
        counted = [entry for entry in others if entry.count >= LEAST_TOGETHER]
        assert companions.of(person, of_person, 20) == tuple(counted[:20])
