"""No cell that is written begins with a formula, and each is read back as it was."""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from cuttings.article.characters import one_line
from cuttings.article.formula_guard import guarded, unguarded
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.entity import EntityKind
from cuttings.entities.merges.authority_file import AuthorityFile
from cuttings.entities.merges.merge_file import Merge, read_merges, write_merges
from cuttings.entities.merges.merge_suggestion import MergeSuggestion
from cuttings.errors import UnreadableSourceError
from cuttings.ingest.filing.capture import Capture, Captures
from cuttings.ingest.filing.fetch_list import (
    add_to_fetch_list,
    listed_addresses,
    note_problem,
    take_off,
)
from cuttings.ingest.filing.intake_report import report_file
from cuttings.ingest.filing.outcome import Item, Rejected
from cuttings.ingest.raw.address import Address

_SIGNS = "=+-@＝＋－＠﹢﹣﹦﹫⁺⁼₊₌"
_PASSED_OVER = " \t\r\n\x00\x0b\x1f\x7f\xa0\u200b\ufeff\"'"
values = st.text(
    st.one_of(
        st.sampled_from(f"{_SIGNS}{_PASSED_OVER},;|ab1\u3000\u2028"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=20,
)
lines = values.map(one_line).filter(bool)
names = lines.filter(lambda name: "|" not in name)


def check_no_formula(table: str) -> None:
    """Whatever a spreadsheet cuts rows at, and passes over before a cell, no cell is run.

    Cut as they were written, no cells begin with white space that may hide a sign either.
    """
    for row in csv.reader(io.StringIO(table, newline="")):
        assert not any(cell.startswith(("\t", "\r", "\n")) for cell in row), row
    for delimiter in ",;\t":
        for row in csv.reader(io.StringIO(table, newline=""), delimiter=delimiter):
            for cell in row:
                assert not cell.strip(_PASSED_OVER.replace("'", "")).startswith(tuple(_SIGNS)), cell
                assert not cell.startswith(tuple(_SIGNS)), cell


@contextmanager
def written() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder) / "table.csv"


@given(st.lists(values, min_size=1, max_size=4))
def test_a_row_comes_back_and_runs_nowhere(row: list[str]) -> None:
    table = io.StringIO(newline="")
    csv.writer(table, quoting=csv.QUOTE_ALL).writerow(map(guarded, row))
    ((*cells,),) = csv.reader(io.StringIO(table.getvalue(), newline=""))
    assert [unguarded(cell) for cell in cells] == row
    assert unguarded(guarded(guarded(row[0]))) == guarded(row[0])


@given(values)
def test_no_part_of_a_cell_runs(value: str) -> None:
    for delimiter in ",;\t\r\n":
        for part in guarded(value).split(delimiter):
            assert not part.strip(_PASSED_OVER.replace("'", "")).startswith(tuple(_SIGNS))


@given(names, names, lines)
def test_merges(keep: str, merge: str, why: str) -> None:
    with written() as path:
        for _ in range(2):
            write_merges(path, [MergeSuggestion(EntityKind.PERSON, keep, merge, why, 3)])
        table = path.read_bytes().decode("utf-8-sig")
        check_no_formula(table)
        path.write_bytes((table.removesuffix("\r\n") + "yes\r\n").encode())
        merges, problems = read_merges(path)
    if keep != merge:
        assert (merges, problems) == ((Merge(EntityKind.PERSON, keep, merge, 2),), ())


@given(lines, lines, st.lists(lines, max_size=3), lines, lines)
def test_the_fetch_list(
    path_part: str, title: str, tags: list[str], note: str, problem: str
) -> None:
    url = f"https://a.example/{path_part}"
    address = Address(url=url, title=title, tags=tuple(dict.fromkeys(tags)), note=note)
    other = Address(url="https://a.example/")
    with written() as path:
        add_to_fetch_list(path, [address, other])
        add_to_fetch_list(path, [address])
        assert listed_addresses(path) == [address, other]
        check_no_formula(path.read_bytes().decode())
        note_problem(path, url, problem)
        assert listed_addresses(path) == [address, other]
        check_no_formula(path.read_bytes().decode())
        take_off(path, url)
        assert listed_addresses(path) == [other]


@given(lines, values, values, lines)
@example("0", "", "\r\t", "0")
def test_captures(url: str, etag: str, modified: str, redirect: str) -> None:
    capture = Capture(
        url=url,
        fetched="2026-01-02",
        original="a.html",
        redirects=(redirect,),
        etag=etag,
        modified=modified,
    )
    with written() as path:
        Captures(path).keep(capture)
        check_no_formula(path.read_bytes().decode())
        assert Captures(path).get(url) == capture


@given(values, values)
@example("", "\r")
def test_the_report(name: str, reason: str) -> None:
    error = UnreadableSourceError(Path("a"), reason, reason)
    with written() as path:
        with report_file(path) as write:
            write(Rejected(Item(name, format="text"), error=error))
        table = path.read_bytes().decode()
    check_no_formula(table)
    rows = list(csv.DictReader(io.StringIO(table, newline="")))
    assert unguarded(rows[0]["reason"]) == error.reason


@given(names, st.lists(names, min_size=1, max_size=3))
def test_authority_rows(heading: str, forms: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "people.csv"
        for form in (forms[0], *forms):
            file = AuthorityFile(path)
            file.add_forms(heading, [form])
            file.write()
        check_no_formula(path.read_bytes().decode())
        record = Authorities.read(path.parent).record(EntityKind.PERSON, heading)
    assert record is not None
    assert record.see_from == tuple(dict.fromkeys(form for form in forms if form != heading))
