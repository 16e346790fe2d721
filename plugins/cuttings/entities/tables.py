"""The tables in ``data/``, which ship with the package."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from importlib.resources import files


def table_rows(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of the table ``data/NAME.csv`` by column."""
    source = files("cuttings.entities").joinpath("data", f"{name}.csv")
    yield from csv.DictReader(source.read_text(encoding="utf-8").splitlines())
