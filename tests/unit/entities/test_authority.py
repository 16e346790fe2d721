from __future__ import annotations

from pathlib import Path

import pytest

from cuttings.entities.authority import Authorities
from cuttings.entities.entity import EntityKind
from cuttings.errors import AuthorityError

PERSON = EntityKind.PERSON
HEADER = "heading,see-from,same-as,note,hide\n"


def _read(folder: Path, text: str, encoding: str = "utf-8") -> Authorities:
    (folder / "people.csv").write_text(text, encoding=encoding)
    return Authorities.read(folder)


def test_records_say_where_forms_lead(tmp_path: Path) -> None:
    authorities = _read(
        tmp_path, HEADER + 'Joe Biden,Joseph Biden | Joseph R. Biden,Q6279,"President, 46th",\n'
    )
    assert authorities.preferred(PERSON, "Joseph R. Biden") == "Joe Biden"
    assert authorities.preferred(PERSON, "Joe Biden") == "Joe Biden"
    assert authorities.preferred(PERSON, "Xi Jinping") == "Xi Jinping"
    assert authorities.preferred(EntityKind.COUNTRY, "Joseph Biden") == "Joseph Biden"
    record = authorities.record(PERSON, "Joe Biden")
    assert record is not None
    assert (record.same_as, record.note) == ("Q6279", "President, 46th")
    assert not authorities.is_hidden(PERSON, "Joe Biden")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_spreadsheets_may_save_it_their_way(tmp_path: Path, separator: str, encoding: str) -> None:
    rows = [("heading", "see-from", "hide"), ("Zoë", "Zoe|Zoé", ""), ("", "", ""), ("X", "", "yes")]
    text = "\r\n".join(separator.join(row) for row in rows)
    authorities = _read(tmp_path, text, encoding)
    assert authorities.preferred(PERSON, "Zoe") == "Zoë"
    assert authorities.is_hidden(PERSON, "X")


def test_missing_and_empty_files_hold_no_records(tmp_path: Path) -> None:
    assert _read(tmp_path, "").record(PERSON, "X") is None
    assert Authorities.read(tmp_path / "nowhere").record(PERSON, "X") is None


@pytest.mark.parametrize(
    ("rows", "place", "reason"),
    [
        (",Someone,,,\n", "line 2", "no heading"),
        ("A,,42,,\n", "line 2", "no Wikidata id"),
        ("A,,,,perhaps\n", "line 2", "in column hide"),
        ("A,C,,,\nB,C,,,\n", "line 3", "'C' already leads to 'A' in line 2"),
        ("A,,,,\nB,A,,,\n", "line 3", "'A' already leads to 'A' in line 2"),
        ("A,,,note, no,\n", "line 2", "more cells than columns"),
    ],
)
def test_a_bad_row_is_told_with_its_line(
    tmp_path: Path, rows: str, place: str, reason: str
) -> None:
    with pytest.raises(AuthorityError) as caught:
        _read(tmp_path, HEADER + rows)
    assert caught.value.place == place
    assert reason in caught.value.reason


@pytest.mark.parametrize("header", ["name,see-from\n", "heading,colour\n", "nothing\n"])
def test_unknown_columns_are_told(tmp_path: Path, header: str) -> None:
    with pytest.raises(AuthorityError, match="line 1"):
        _read(tmp_path, header + "A,B\n")


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    with pytest.raises(AuthorityError, match="UTF-8"):
        _read(tmp_path, HEADER + "Zoë,,,,\n", "utf-16")


def test_the_repository_has_files_to_fill_in(repository: Path) -> None:
    Authorities.read(repository / "content" / "authorities")
    for kind in EntityKind:
        assert (repository / "content" / "authorities" / f"{kind.plural}.csv").is_file()
