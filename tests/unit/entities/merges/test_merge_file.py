from __future__ import annotations

from pathlib import Path

import pytest

from cuttings.entities.entity import EntityKind
from cuttings.entities.merges.merge_file import Merge, read_merges, write_merges
from cuttings.entities.merges.merge_suggestion import MergeSuggestion
from cuttings.errors import AuthorityError

SUGGESTIONS = [
    MergeSuggestion(EntityKind.PERSON, "Zoë Marsh", "Z. Marsh", "initials, both; beside X", 3),
    MergeSuggestion(EntityKind.ORGANIZATION, "Overseas Trade Union", "OTU", "acronym", 1),
]
HEADER = "kind,keep,merge,why,stories,accept\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "merges.csv"


def test_a_table_is_written_for_spreadsheets(path: Path) -> None:
    assert write_merges(path, SUGGESTIONS) == 2
    content = path.read_bytes()
    assert content.decode("utf-8") == (
        "\ufeffkind,keep,merge,why,stories,accept\r\n"
        'person,Zoë Marsh,Z. Marsh,"initials, both; beside X",3,\r\n'
        "organization,Overseas Trade Union,OTU,acronym,1,\r\n"
    )
    write_merges(path, SUGGESTIONS)
    assert path.read_bytes() == content


def test_answers_stay_when_it_is_written_anew(path: Path) -> None:
    write_merges(path, SUGGESTIONS)
    path.write_text(path.read_text("utf-8").replace("acronym,1,", "acronym,1,x"), "utf-8")
    assert write_merges(path, SUGGESTIONS) == 1
    merges, problems = read_merges(path)
    assert merges == (Merge(EntityKind.ORGANIZATION, "Overseas Trade Union", "OTU", 3),)
    assert problems == ()


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_spreadsheets_may_save_it_their_way(path: Path, separator: str, encoding: str) -> None:
    rows = [("kind", "keep", "merge", "accept"), ("person", "Zoë", "Zoe", "YES"), ("", "", "", "")]
    path.write_text("\r\n".join(separator.join(row) for row in rows), encoding)
    assert read_merges(path) == ((Merge(EntityKind.PERSON, "Zoë", "Zoe", 2),), ())


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("person,A,B,,,perhaps", "'perhaps' in column accept"),
        ("place,A,B,,,yes", "'place' is not a kind"),
        ("person,A,,,,yes", "a name is missing"),
        ("person,A,A,,,yes", "'A' cannot lead to itself"),
        ("person,A,B|C,,,yes", "holds '|'"),
    ],
)
def test_a_bad_row_is_reported_and_the_others_are_read(path: Path, row: str, reason: str) -> None:
    path.write_text(f"{HEADER}{row}\nperson,C,D,,,yes\n", "utf-8")
    merges, (problem,) = read_merges(path)
    assert merges == (Merge(EntityKind.PERSON, "C", "D", 3),)
    assert problem.place == "line 2"
    assert reason in problem.reason


@pytest.mark.parametrize("content", ["", "kind,keep\n", "heading,see-from\nA,B\n"])
def test_another_table_is_reported_and_not_written_over(path: Path, content: str) -> None:
    path.write_text(content, "utf-8")
    with pytest.raises(AuthorityError, match="line 1: it has no column"):
        read_merges(path)
    with pytest.raises(AuthorityError):
        write_merges(path, SUGGESTIONS)
    assert path.read_text("utf-8") == content


def test_another_encoding_is_reported(path: Path) -> None:
    path.write_text(f"{HEADER}person,Zoë,Zoe,,,yes\n", "latin-1")
    with pytest.raises(AuthorityError, match="UTF-8"):
        read_merges(path)
