from __future__ import annotations

import csv
import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from cuttings.article.characters import one_line
from cuttings.errors import UnreadableSourceError
from cuttings.ingest.filing.fetch_list import (
    add_to_fetch_list,
    listed_addresses,
    note_problem,
    take_off,
)
from cuttings.ingest.raw.address import Address

FIRST = Address(
    url="https://planet.example/a",
    title='A "title", with marks',
    saved=datetime.date(2020, 1, 2),
    tags=("air", "a; b"),
    note="later",
)
SECOND = Address(url="https://planet.example/b")


def test_an_address_is_listed_once_and_rows_of_a_person_stay(tmp_path: Path) -> None:
    path = tmp_path / "content" / "to-fetch.csv"
    add_to_fetch_list(path, [])
    assert not path.exists()
    add_to_fetch_list(path, [FIRST, FIRST])
    written = path.read_text(encoding="utf-8")
    assert written == (
        "url,title,saved,tags,note\n"
        'https://planet.example/a,"A ""title"", with marks",2020-01-02,air; a\\; b,later\n'
    )
    path.write_text(f"{written}https://planet.example/mine,,,,", encoding="utf-8")
    add_to_fetch_list(path, [SECOND, FIRST])
    assert path.read_text(encoding="utf-8") == (
        f"{written}https://planet.example/mine,,,,\nhttps://planet.example/b,,,,\n"
    )


def test_a_list_of_other_columns_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "to-fetch.csv"
    path.write_text("title,url\nA,https://planet.example/a\n", encoding="utf-8")
    add_to_fetch_list(path, [FIRST, SECOND])
    assert path.read_text(encoding="utf-8") == (
        "title,url\nA,https://planet.example/a\n,https://planet.example/b\n"
    )


@pytest.mark.parametrize("content", [b"title\nA\n", b"url\n\xff\n"])
def test_what_is_not_such_a_list_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "to-fetch.csv"
    path.write_bytes(content)
    with pytest.raises(UnreadableSourceError, match=r"to-fetch\.csv: it "):
        add_to_fetch_list(path, [FIRST])
    assert path.read_bytes() == content


def test_an_address_is_read_back_and_leaves_the_list(tmp_path: Path) -> None:
    path = tmp_path / "to-fetch.csv"
    assert listed_addresses(path) == []
    add_to_fetch_list(path, [FIRST, SECOND])
    assert listed_addresses(path) == [FIRST, SECOND]
    take_off(path, "https://planet.example/unknown")
    take_off(path, FIRST.url)
    assert listed_addresses(path) == [SECOND]


def test_a_problem_is_noted_beside_its_address_and_a_persons_columns_stay(tmp_path: Path) -> None:
    path = tmp_path / "to-fetch.csv"
    path.write_text(f"mine,url\n1,{FIRST.url}\n2,{SECOND.url}\n3\n", encoding="utf-8")
    note_problem(path, SECOND.url, "the server answers 500")
    note_problem(path, SECOND.url, "the server answers 404 Not Found")
    assert path.read_text(encoding="utf-8") == (
        f"mine,url,problem\n1,{FIRST.url},\n2,{SECOND.url},the server answers 404 Not Found\n3,,\n"
    )
    assert [address.url for address in listed_addresses(path)] == [FIRST.url, SECOND.url]


@pytest.mark.parametrize("separator", [";", "\t"])
def test_a_spreadsheet_of_another_country_may_save_the_list(tmp_path: Path, separator: str) -> None:
    path = tmp_path / "to-fetch.csv"
    add_to_fetch_list(path, [FIRST, SECOND])
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=separator).writerows(rows)
    assert listed_addresses(path) == [FIRST, SECOND]
    third = Address(url="https://planet.example/c", title=f"=1{separator}2")
    add_to_fetch_list(path, [third])
    note_problem(path, SECOND.url, "the server answers 500")
    take_off(path, FIRST.url)
    assert listed_addresses(path) == [SECOND, replace(third, title=one_line(third.title))]
    assert path.read_text(encoding="utf-8").startswith(separator.join(["url", "title", "saved"]))


def test_a_problem_is_noted_on_one_line(tmp_path: Path) -> None:
    path = tmp_path / "to-fetch.csv"
    add_to_fetch_list(path, [SECOND])
    note_problem(path, SECOND.url, "-1\x1b[2J\nand more")
    assert path.read_text(encoding="utf-8").splitlines()[1:] == [
        "https://planet.example/b,,,,,'-1 [2J and more"
    ]
