from __future__ import annotations

import pytest

from cuttings.article.article_file import read_article
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.authorities.story_context import StoryContext
from cuttings.entities.entity import EntityKind
from cuttings.errors import CuttingsError
from cuttings.review.archive.desk_story import Name
from cuttings.review.desk import Desk
from cuttings.review.name_desk import NameDesk
from cuttings.review.record_desk import RecordDesk

NAME: Name = (EntityKind.PERSON, "José Abarca")


@pytest.fixture
def records(desk: Desk) -> RecordDesk:
    return RecordDesk(desk)


def record(desk: Desk, heading: str) -> object:
    return Authorities.read(desk.folder.authorities).record(EntityKind.PERSON, heading)


def test_a_name_is_renamed_and_stays_one(records: RecordDesk) -> None:
    text, shown = records.edit(NAME, "rename", "José  Abarca Ruiz")
    assert (text, shown[1]) == ("“José Abarca” is “José Abarca Ruiz”", "José Abarca Ruiz")
    again = records.edit(shown, "rename", "J. Abarca Ruiz")[1]
    assert records.side(again)["stories"] == 2
    assert records.side(again)["forms"] == ("José Abarca", "José Abarca Ruiz")


def test_what_is_renamed_to_a_name_of_the_archive_is_merged(
    records: RecordDesk, names: NameDesk
) -> None:
    records.edit(NAME, "rename", "Jose Abarca")
    assert records.side((EntityKind.PERSON, "Jose Abarca"))["stories"] == 3
    names.recount()
    assert names.progress()["done"] == 1


@pytest.mark.parametrize(
    ("action", "value", "field", "shown"),
    [
        ("hide", "yes", "hidden", True),
        ("same-as", "Q42", "same_as", "Q42"),
        ("note", "Mayor, 2019", "note", "Mayor, 2019"),
    ],
)
def test_facts_are_set_and_taken_away(
    records: RecordDesk, action: str, value: str, field: str, shown: object
) -> None:
    before = records.side(NAME)[field]
    records.edit(NAME, action, value)
    assert records.side(NAME)[field] == shown
    records.edit(NAME, action, "")
    assert records.side(NAME)[field] == before


@pytest.mark.parametrize(
    ("action", "value", "words", "reason"),
    [
        ("same-as", "42", "", "is not a Wikidata id"),
        ("rename", " ", "", "cannot be a heading"),
        ("rename", "A|B", "", "cannot be a heading"),
        ("split", "José Abarca (mayor)", "", "nothing distinguishes the two"),
    ],
)
def test_what_no_record_can_hold_is_refused(
    desk: Desk, records: RecordDesk, action: str, value: str, words: str, reason: str
) -> None:
    with pytest.raises(CuttingsError, match=reason):
        records.edit(NAME, action, value, words)
    assert not desk.folder.authorities.exists()


def test_a_name_is_split_by_words(desk: Desk, records: RecordDesk) -> None:
    records.edit(NAME, "split", "José Abarca (mayor)", "Story 0.1; harbour")
    authorities = Authorities.read(desk.folder.authorities)
    story, other = (
        StoryContext(read_article(path), ()) for path in sorted(desk.folder.article_paths())[:2]
    )
    kind, name = NAME
    assert authorities.preferred(kind, name, story) == "José Abarca (mayor)"
    assert authorities.preferred(kind, name, other) == name


def test_another_kind_moves_the_name_in_its_stories_and_undo_moves_it_back(
    desk: Desk, records: RecordDesk
) -> None:
    before = {path: path.read_bytes() for path in desk.folder.article_paths()}
    text, shown = records.edit(NAME, "kind", "organization")
    assert text == "“José Abarca” is an organization in 2 stories"
    assert records.side(shown)["stories"] == 2
    assert records.side(NAME)["stories"] == 0
    changed = [path for path in before if path.read_bytes() != before[path]]
    assert [read_article(path).organizations for path in changed] == [("José Abarca",)] * 2
    desk.undo(1)
    assert {path: path.read_bytes() for path in before} == before


def test_a_search_finds_names_and_stories(records: RecordDesk) -> None:
    found = records.search("ABARCA")
    assert [name["heading"] for name in found["names"]] == ["José Abarca", "Jose Abarca"]  # type: ignore[attr-defined]
    found = records.search("story 0.")
    assert len(found["stories"]) == 3  # type: ignore[arg-type]
