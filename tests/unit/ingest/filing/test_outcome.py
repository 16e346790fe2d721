from __future__ import annotations

from pathlib import Path

from cuttings.errors import UnreadableSourceError
from cuttings.ingest.filing.outcome import Duplicate, Filed, Item, Rejected, ToFetch
from cuttings.ingest.raw.address import Address

RAW = Path("inbox/a.csv")
ARTICLES = (Path("articles/1989/a.md"), Path("articles/1989/b.md"))


def test_each_outcome_is_one_line_that_names_the_file_and_the_place() -> None:
    error = UnreadableSourceError(RAW, "it is empty", "save it again", "row 4")
    address = Address(url="https://planet.example/a")
    assert str(Filed(Item(RAW), article=ARTICLES[0])) == f"{RAW}: filed as {ARTICLES[0]}"
    assert str(Duplicate(Item(RAW, "row 2"), articles=ARTICLES)) == (
        f"{RAW}, row 2: already in the archive as {ARTICLES[0]}, {ARTICLES[1]}"
    )
    assert str(ToFetch(Item(RAW, "row 3"), address=address)) == (
        f"{RAW}, row 3: to be fetched from https://planet.example/a"
    )
    assert str(Rejected(Item(RAW, "row 4"), error=error)) == (
        f"{RAW}, row 4: it is empty; save it again"
    )
