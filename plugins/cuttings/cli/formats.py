"""``cuttings formats``: the formats that can be read."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from cuttings.cli.command import Commands, add_command

if TYPE_CHECKING:
    from cuttings.ingest.raw.format import Format

_HEADER = ("format", "files", "what becomes an article", "example")
_WEB_ADDRESS = (
    "web address",
    "https://… http://…",
    "what is there, in any of these formats",
    "cuttings add https://…, cuttings add --fetch",
)


def add_commands(commands: Commands) -> None:
    """Add ``cuttings formats``."""
    add_command(commands, "formats", formats)


def formats(_options: argparse.Namespace) -> int:
    """List the formats that can be read: suffixes, what becomes an article, an example."""
    from cuttings.ingest.readers import known_formats

    print(*_table(known_formats()), sep="\n")
    return 0


def _table(formats: Sequence[Format]) -> Iterator[str]:
    """Yield the lines of the table, its header first and what can be fetched last.

    Args:
        formats: What to list, in this order.
    """
    rows = [
        _HEADER,
        *((known.name, " ".join(known.suffixes), known.gives, known.example) for known in formats),
        _WEB_ADDRESS,
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()
