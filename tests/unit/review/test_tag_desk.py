from __future__ import annotations

from pathlib import Path

import pytest
from tests.files.desk_archive import file_story

from cuttings.article.article_file import read_article
from cuttings.article.content_folder import ContentFolder
from cuttings.entities.entity import EntityKind
from cuttings.review.changes.article_edit import with_name, without_name
from cuttings.review.changes.step import Answer
from cuttings.review.desk import Desk
from cuttings.review.tag_desk import TagDesk


@pytest.fixture
def doubtful(archive: ContentFolder, desk: Desk) -> Path:
    """A story that files a company as a person, as no other does."""
    for number in (1, 2):
        path = file_story(archive, f"Company {number}", 5, "Diebold")
        text = without_name(
            path.read_text("utf-8"), path, EntityKind.PERSON, "Diebold", desk.authorities
        )
        path.write_text(with_name(text, path, "Organizations", "Diebold"), "utf-8")
    return file_story(archive, "Mistaken", 6, "Diebold")


@pytest.fixture
def tags(doubtful: Path, desk: Desk) -> TagDesk:
    assert doubtful.is_file()
    desk.look()
    return TagDesk(desk)


def test_a_name_of_another_kind_elsewhere_is_in_doubt(tags: TagDesk) -> None:
    (tag,) = tags.questions(frozenset(), 5)
    assert tag["reason"] == "2 other stories file it as an organization"
    assert (tag["kind"], tag["heading"], tag["other_kind"]) == ("person", "Diebold", "organization")
    assert tag["passage"]["title"] == "Mistaken"  # type: ignore[index]


def test_a_surname_alone_that_several_have_is_in_doubt(desk: Desk) -> None:
    for number, name in enumerate(("Ann Abarca", "Abarca")):
        file_story(desk.folder, f"Family {number}", 3, name)
    desk.look()
    reasons = [tag["reason"] for tag in TagDesk(desk).questions(frozenset(), 5)]
    assert reasons == [
        "a surname alone, and several people have it: José Abarca, Ann Abarca, Jose Abarca"
    ]


@pytest.mark.parametrize(
    ("answer", "people", "organizations"),
    [
        (Answer.RIGHT, ("Diebold",), ()),
        (Answer.WRONG, (), ()),
        (Answer.OTHER, (), ("Diebold Inc",)),
    ],
)
def test_an_answer_sets_the_lines_of_the_story(
    desk: Desk,
    tags: TagDesk,
    doubtful: Path,
    answer: Answer,
    people: tuple[str, ...],
    organizations: tuple[str, ...],
) -> None:
    before = doubtful.read_bytes()
    (tag,) = tags.questions(frozenset(), 1)
    tags.answer(str(tag["key"]), answer, EntityKind.ORGANIZATION, "Diebold Inc")
    article = read_article(doubtful)
    assert (article.people, article.organizations) == (people, organizations)
    assert tags.questions(frozenset(), 1) == TagDesk(desk).questions(frozenset(), 1) == []
    assert tags.progress()["done"] == 1
    desk.undo(1)
    assert doubtful.read_bytes() == before
    assert len(tags.questions(frozenset(), 1)) == 1
