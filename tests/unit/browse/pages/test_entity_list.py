from __future__ import annotations

from collections.abc import Callable

from cuttings.browse.pages.entity_list import make_entity_list
from cuttings.entities.entity import EntityKind
from cuttings.entities.tagged_article import TaggedArticle

MakeStory = Callable[..., TaggedArticle]


def test_entries_are_sorted_as_a_reader_expects(story: MakeStory) -> None:
    names = ["Zola", "Ángel", "anna", "Angela", "Ørsted", "Юрий", "習近平", "50 Cent"]
    archive = [story("s", "2024-01-01", [f"p:{name}" for name in names])]
    listed = make_entity_list(archive, EntityKind.PERSON)
    assert (listed.path, listed.count) == ("people/index.html", len(names))
    letters = {g.letter: [entry.entity.heading for entry in g.entries] for g in listed.letters}
    assert list(letters) == ["A", "I", "O", "X", "Z", "#"]
    assert letters["A"] == ["Ángel", "Angela", "anna"]
    assert letters["#"] == ["50 Cent"]


def test_only_the_kind_asked_for_is_listed(story: MakeStory) -> None:
    archive = [story("s", "2024-01-01", ["p:Ada", "c:Italy"]), story("t", None, ["c:Italy"])]
    countries = make_entity_list(archive, EntityKind.COUNTRY)
    ((entry,),) = [group.entries for group in countries.letters]
    assert (entry.entity.heading, entry.count) == ("Italy", 2)
    assert make_entity_list(archive, EntityKind.ORGANIZATION).letters == ()
