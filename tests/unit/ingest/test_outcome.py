from __future__ import annotations

from pathlib import Path

from cuttings.errors import UnreadableSourceError
from cuttings.ingest.outcome import Duplicate, Filed, Rejected, Report

RAW = Path("inbox/a.txt")
ARTICLES = (Path("articles/1989/a.md"), Path("articles/1989/b.md"))
REJECTED = Rejected(UnreadableSourceError(RAW, "it is empty", "save it again"))


def test_each_outcome_is_one_line_that_names_the_file() -> None:
    assert str(Filed(RAW, ARTICLES[:1])) == f"{RAW}: filed as {ARTICLES[0]}"
    assert str(Duplicate(RAW, ARTICLES)) == (
        f"{RAW}: already in the archive as {ARTICLES[0]}, {ARTICLES[1]}"
    )
    assert str(REJECTED) == f"{RAW}: it is empty; save it again"
    assert REJECTED.source == RAW


def test_only_what_could_not_be_read_is_a_failure() -> None:
    assert not Report(filed=(Filed(RAW, ARTICLES),), duplicates=(Duplicate(RAW, ()),)).failed
    assert Report(rejected=(REJECTED,)).failed
