from __future__ import annotations

import csv
from pathlib import Path

import pytest

from cuttings.errors import SettingsError, UnreadableSourceError
from cuttings.ingest.filing.intake_report import COLUMNS, IntakeReport, report_file
from cuttings.ingest.filing.outcome import (
    Duplicate,
    Filed,
    Item,
    LeftOut,
    Outcome,
    Rejected,
    Revisit,
    ToFetch,
)
from cuttings.ingest.raw.address import Address

RAW = Path("a.csv")
ARTICLE = Path("articles/1989/a.md")
NEWER = Path("articles/1989/a-2.md")


def _rejected(place: str, reason: str, known: str = "table") -> Rejected:
    error = UnreadableSourceError(RAW, reason, "mend it", place)
    return Rejected(Item(RAW, place, known), error=error)


OUTCOMES: list[Outcome] = [
    *(Filed(Item(RAW, f"row {n}", "table"), article=ARTICLE) for n in range(1200)),
    Duplicate(Item(RAW, "row 9", "text"), articles=(ARTICLE, ARTICLE)),
    ToFetch(Item(RAW, format="text"), address=Address(url="https://planet.example/a")),
    Filed(Item(RAW, format="text"), article=NEWER, earlier=(ARTICLE,)),
    Revisit(Item(RAW, format="WARC"), articles=(ARTICLE,)),
    LeftOut(Item(RAW, "record 4", "WARC"), reason="it is a front page"),
    _rejected("row 4", "it is empty"),
    _rejected("row 5", "it is bad"),
    _rejected("row 6", "it is bad"),
    _rejected("", "its type is unknown", ""),
]


def test_the_table_counts_by_format_and_says_why() -> None:
    report = IntakeReport()
    for outcome in OUTCOMES:
        report.add(outcome)
    assert list(report.lines()) == [
        "         filed  revisit  duplicate  to fetch  left out  rejected",
        "WARC         0        1          0         0         1         0",
        "table    1,200        0          0         0         0         3",
        "text         1        0          1         1         0         0",
        "unknown      0        0          0         0         0         1",
        "all      1,201        1          1         1         1         4",
        "rejected 2: it is bad",
        "rejected 1: it is empty",
        "rejected 1: its type is unknown",
    ]
    assert report.total(Rejected) == 4


def test_a_run_without_items_has_no_table() -> None:
    assert list(IntakeReport().lines()) == []


def test_each_item_is_one_row_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "report.csv"
    with report_file(path) as write:
        for outcome in OUTCOMES:
            write(outcome)
    header, *rows = csv.reader(path.read_text(encoding="utf-8").splitlines())
    assert tuple(header) == COLUMNS
    assert len(rows) == len(OUTCOMES)
    assert rows[0] == ["a.csv", "row 0", "table", "filed", str(ARTICLE), "", "", ""]
    assert rows[1200][3:5] == ["duplicate", f"{ARTICLE}; {ARTICLE}"]
    assert rows[1201][3:6] == ["to fetch", "", "https://planet.example/a"]
    assert rows[1202][3:7] == ["filed", str(NEWER), "", f"another version of {ARTICLE}"]
    assert rows[1203][3:5] == ["revisit", str(ARTICLE)]
    assert rows[-1] == [
        "a.csv",
        "",
        "unknown",
        "rejected",
        "",
        "",
        "its type is unknown",
        "mend it",
    ]


def test_names_that_are_no_text_have_their_row(tmp_path: Path) -> None:
    path = tmp_path / "report.csv"
    error = UnreadableSourceError(Path("a"), "\udcff", "mend it")
    with report_file(path) as write:
        write(Rejected(Item(Path("=\udcff.csv"), "\udcff\r"), error=error))
    with path.open(encoding="utf-8", newline="") as file:
        _, row = csv.reader(file)
    assert row[0] == "'=\\udcff.csv"
    assert row[1] == "\\udcff\r"


def test_a_report_that_cannot_be_written_is_reported_at_once(tmp_path: Path) -> None:
    with (
        pytest.raises(SettingsError, match="the report cannot be written"),
        report_file(tmp_path / "none" / "report.csv"),
    ):
        pass


@pytest.mark.parametrize("rows", [1, 2000])
def test_a_report_on_a_full_disk_is_reported(rows: int) -> None:
    def report() -> None:
        with report_file(Path("/dev/full")) as write:
            for _ in range(rows):
                write(OUTCOMES[0])

    with pytest.raises(SettingsError, match=r"cannot be written .No space left on device"):
        report()


def test_what_fails_beside_the_report_is_not_said_to_be_the_report(tmp_path: Path) -> None:
    with pytest.raises(BrokenPipeError), report_file(tmp_path / "report.csv"):
        raise BrokenPipeError
