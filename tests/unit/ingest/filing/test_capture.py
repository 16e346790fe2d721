from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from cuttings.errors import UnreadableSourceError
from cuttings.ingest.filing.capture import FILED, Capture, Captures

FIRST = Capture(
    url="https://a.example/1",
    fetched="2026-01-02",
    original="abc.html",
    redirects=("https://a.example/2", "https://a.example/3;x, y"),
    charset="utf-8",
    etag='W/"x;,1"',
    modified="Fri, 24 Oct 2003 12:00:00 GMT",
)
SECOND = Capture(url="https://a.example/4", fetched="2026-01-02", original="def")


def test_captures_are_read_back_as_they_were_kept(tmp_path: Path) -> None:
    path = tmp_path / "fetched.csv"
    captures = Captures(path)
    assert captures.get(FIRST.url) is None
    captures.keep(FIRST)
    captures.keep(SECOND)
    settled = replace(FIRST, outcome=FILED)
    captures.keep(settled)
    again = Captures(path)
    assert (again.get(FIRST.url), again.get(SECOND.url)) == (settled, SECOND)
    again.forget(FIRST.url)
    again.forget("https://a.example/unknown")
    last = Captures(path)
    assert (last.get(FIRST.url), last.get(SECOND.url)) == (None, SECOND)


def test_a_table_that_a_spreadsheet_saved_with_semicolons_is_read(tmp_path: Path) -> None:
    path = tmp_path / "fetched.csv"
    Captures(path).keep(FIRST)
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    assert Captures(path).get(FIRST.url) == FIRST


def test_a_capture_says_where_its_page_is_and_how_to_ask_for_it_again() -> None:
    assert (FIRST.found_at, SECOND.found_at) == (FIRST.redirects[-1], SECOND.url)
    twice = replace(FIRST, redirects=("https://a.example/1", "https://a.example/2"))
    assert twice.found_at == "https://a.example/2"
    assert (FIRST.digest, SECOND.digest) == ("abc", "def")
    assert FIRST.conditions == {"If-None-Match": FIRST.etag, "If-Modified-Since": FIRST.modified}
    assert SECOND.conditions == {}
    assert replace(FIRST, etag='"a\nb"', modified="\u20ac").conditions == {}


@pytest.mark.parametrize("content", [b"url\nhttps://a.example\n", b"\xff\xfe"])
def test_what_is_not_such_a_table_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "fetched.csv"
    path.write_bytes(content)
    with pytest.raises(UnreadableSourceError, match=r"fetched\.csv: it is not a "):
        Captures(path)
