from __future__ import annotations

from pathlib import Path

import pytest

from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.authorities.authority_record import AuthorityRecord
from cuttings.entities.entity import EntityKind
from cuttings.errors import FrontMatterError
from cuttings.review.changes.article_edit import reviewed, with_name, without_name

PATH = Path("articles/2020/one.md")
TEXT = (
    "title:  Kept as it is \r\nDate: 2020-01-02\r\nPeople: Ann Falk;  Bob Marsh\r\n"
    "Countries: Chile\r\nAdded: 2020-01-02\r\nMine: x\r\n\r\nPeople: not a line\r\n"
)


def test_a_name_is_added_and_all_else_stays_byte_for_byte() -> None:
    added = with_name(TEXT, PATH, "People", "Eva; Falk")
    assert added == TEXT.replace(
        "People: Ann Falk;  Bob Marsh\r\n", "People: Ann Falk; Bob Marsh; Eva\\; Falk\r\n", 1
    )
    assert with_name(TEXT, PATH, "People", "Bob Marsh") == TEXT


@pytest.mark.parametrize(
    ("line", "above"), [("Organizations", "Added"), ("Countries_mentioned", "Added")]
)
def test_a_line_that_is_missing_comes_where_it_belongs(line: str, above: str) -> None:
    added = with_name(TEXT, PATH, line, "Grain Council")
    assert added == TEXT.replace(f"{above}:", f"{line}: Grain Council\r\n{above}:", 1)


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_the_last_name_leaves_an_empty_line(mark: str) -> None:
    gone = without_name(mark + TEXT, PATH, EntityKind.COUNTRY, "Chile", Authorities())
    assert gone == mark + TEXT.replace("Countries: Chile\r\n", "Countries:\r\n")


def test_forms_that_lead_to_a_heading_go_with_it() -> None:
    record = AuthorityRecord(heading="Robert Marsh", see_from=("Bob Marsh",))
    authorities = Authorities({EntityKind.PERSON: [record]})
    gone = without_name(TEXT, PATH, EntityKind.PERSON, "Robert Marsh", authorities)
    assert gone == TEXT.replace("Ann Falk;  Bob Marsh", "Ann Falk")


def test_a_value_over_several_lines_becomes_one() -> None:
    text = "Title: T\nPeople: Ann;\n    Bob\nAdded: 2020-01-02\n\nBody\n"
    assert with_name(text, PATH, "People", "Eva") == (
        "Title: T\nPeople: Ann; Bob; Eva\nAdded: 2020-01-02\n\nBody\n"
    )


@pytest.mark.parametrize("line", ["Reviewed: no\n", "reviewed: \n", ""])
def test_reviewed_is_set_where_it_stands_or_last(line: str) -> None:
    text = f"---\nTitle: T\nAdded: 2020-01-02\n{line}---\n\nBody\n"
    key = line.partition(":")[0] or "Reviewed"
    assert reviewed(text, PATH) == f"---\nTitle: T\nAdded: 2020-01-02\n{key}: yes\n---\n\nBody\n"
    assert reviewed(reviewed(text, PATH), PATH) == reviewed(text, PATH)


def test_lines_of_an_unusual_form_are_left_to_the_person() -> None:
    text = "Title: T\rPeople: Ann\rAdded: 2020-01-02\r\rBody\r"
    with pytest.raises(FrontMatterError, match="change them by hand"):
        with_name(text, PATH, "People", "Eva")
