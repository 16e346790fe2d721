from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from tests.files.desk_archive import PAIRS, file_story
from tests.unit.review.conftest import OpenDesk, names_of

from cuttings.cli import main
from cuttings.entities.authorities.authority_rows import COLUMNS
from cuttings.entities.tagging.refreshed_lines import refresh_file
from cuttings.errors import CuttingsError
from cuttings.review.changes.step import Answer
from cuttings.review.desk import Desk
from cuttings.review.name_desk import NameDesk

HEADER = ",".join(COLUMNS)


def row(heading: str, forms: str, **cells: str) -> str:
    """Return a row of an authority file with the usual columns."""
    given = {"heading": heading, "see-from": forms, **cells}
    return ",".join(given.get(column, "") for column in COLUMNS) + "\n"


def records(desk: Desk) -> str:
    path = desk.folder.authorities / "people.csv"
    return path.read_bytes().decode() if path.exists() else ""


def first_key(names: NameDesk) -> str:
    return str(names.questions(frozenset(), 1)[0]["key"])


def test_the_questions_are_those_of_authority_suggest(desk: Desk, names: NameDesk) -> None:
    table = desk.folder.root.parent / "merges.csv"
    assert main(["authority", "suggest", str(table), "--content", str(desk.folder.root)]) == 0
    rows = [line.split(",")[1:3] for line in table.read_text("utf-8-sig").splitlines()[1:]]
    asked = [[q["keep"], q["merge"]] for q in names.questions(frozenset(), 100)]
    assert sorted(asked) == sorted(rows) == sorted(map(list, PAIRS))


def test_a_question_shows_sentences_of_both_sides(names: NameDesk) -> None:
    question: dict[str, Any] = names.questions(frozenset(), 1)[0]
    keep, merge = question["sides"]
    assert (keep["heading"], keep["stories"]) == ("José Abarca", 2)
    sentence = merge["passages"][0]["sentence"]
    assert sentence[0] == {"text": "Jose Abarca", "marked": True}


def test_the_same_is_what_apply_writes(desk: Desk, names: NameDesk) -> None:
    text = names.answer(first_key(names), Answer.SAME, "José Abarca")
    assert text == "“Jose Abarca” is “José Abarca”"
    assert records(desk) == f"{HEADER}\n" + row("José Abarca", "Jose Abarca")
    assert names.progress() == {"done": 1, "open": 21, "stories": 1, "searching": False}


def test_desk_and_apply_end_in_the_same_bytes(desk: Desk, names: NameDesk, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(desk.folder.articles, other / "articles")
    names.answer(first_key(names), Answer.SAME, "José Abarca")
    for path in desk.folder.article_paths():
        refresh_file(path, desk.authorities)  # as `cuttings tag` does
    table = tmp_path / "table.csv"
    table.write_text("kind,keep,merge,accept\nperson,José Abarca,Jose Abarca,x\n", "utf-8")
    assert main(["authority", "apply", str(table), "--content", str(other)]) == 0
    for path in (*desk.folder.article_paths(), desk.folder.authorities / "people.csv"):
        assert path.read_bytes() == (other / path.relative_to(desk.folder.root)).read_bytes(), path


def test_the_other_heading_may_stay(desk: Desk, names: NameDesk) -> None:
    names.answer(first_key(names), Answer.SAME, "Jose Abarca")
    assert records(desk) == f"{HEADER}\n" + row("Jose Abarca", "José Abarca")


def test_different_names_are_not_suggested_again(
    desk: Desk, names: NameDesk, open_desk: OpenDesk, tmp_path: Path
) -> None:
    names.answer(first_key(names), Answer.DIFFERENT, "José Abarca")
    assert (
        records(desk)
        == f"{HEADER},different-from\n" + row("José Abarca", "").strip() + ",Jose Abarca\n"
    )
    table = tmp_path / "merges.csv"
    assert main(["authority", "suggest", str(table), "--content", str(desk.folder.root)]) == 0
    assert "Abarca" not in table.read_text("utf-8-sig")
    assert first_key(names_of(open_desk())) == "merge person Jose Bermejo | José Bermejo"


def test_a_different_name_may_still_be_merged_with_a_third(desk: Desk, names: NameDesk) -> None:
    file_story(desk.folder, "Third", 3, "J. Abarca")
    names.answer(first_key(names), Answer.DIFFERENT, "José Abarca")
    desk.look()
    assert not desk.authorities.are_distinguished("person", "José Abarca", "J. Abarca")  # type: ignore[arg-type]


def test_what_nobody_is_sure_of_changes_no_file_and_comes_last(
    desk: Desk, names: NameDesk, open_desk: OpenDesk
) -> None:
    key = first_key(names)
    names.answer(key, Answer.UNSURE, "José Abarca")
    assert records(desk) == ""
    assert names.progress()["open"] == 22
    again = names_of(open_desk())
    assert again.questions(frozenset(), 22)[-1]["key"] == key


def test_undo_takes_any_number_of_answers_back_after_closing(
    desk: Desk, names: NameDesk, open_desk: OpenDesk
) -> None:
    for answer in (Answer.SAME, Answer.DIFFERENT, Answer.SAME, Answer.UNSURE):
        question = names.questions(frozenset(), 1)[0]
        names.answer(str(question["key"]), answer, str(question["keep"]))
    again = open_desk()
    for number in (4, 3, 2, 1):
        again.undo(number)
    assert not (desk.folder.authorities / "people.csv").exists()
    assert first_key(names_of(again)) == "merge person Jose Abarca | José Abarca"


def test_an_answer_in_a_second_window_is_refused(names: NameDesk) -> None:
    key = first_key(names)
    names.answer(key, Answer.SAME, "José Abarca")
    with pytest.raises(CuttingsError, match="settled in another window"):
        names.answer(key, Answer.DIFFERENT, "José Abarca")


def test_undo_in_a_second_window_is_refused(desk: Desk, names: NameDesk) -> None:
    names.answer(first_key(names), Answer.SAME, "José Abarca")
    names.answer(first_key(names), Answer.SAME, "José Bermejo")
    with pytest.raises(CuttingsError, match="in another window"):
        desk.undo(1)


def test_a_row_that_a_person_adds_meanwhile_stays(desk: Desk, names: NameDesk) -> None:
    question = names.questions(frozenset(), 1)[0]
    desk.folder.authorities.mkdir()
    path = desk.folder.authorities / "people.csv"
    path.write_bytes(b"heading;see-from;mine\r\nEva Falk;E. Falk;x\r\n")
    names.answer(str(question["key"]), Answer.SAME, "José Abarca")
    assert records(desk) == (
        "heading;see-from;mine\r\nEva Falk;E. Falk;x\r\nJosé Abarca;Jose Abarca;\r\n"
    )


def test_a_record_of_its_own_goes_with_the_name(desk: Desk, names: NameDesk) -> None:
    desk.folder.authorities.mkdir()
    path = desk.folder.authorities / "people.csv"
    path.write_text(f"{HEADER}\n" + row("Jose Abarca", "Pepe Abarca", **{"same-as": "Q7"}), "utf-8")
    desk.look()
    names.answer(first_key(names), Answer.SAME, "José Abarca")
    assert records(desk) == f"{HEADER}\n" + row(
        "José Abarca", "Jose Abarca | Pepe Abarca", **{"same-as": "Q7"}
    )
