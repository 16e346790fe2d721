"""``cuttings formats``: what can be taken in."""

from __future__ import annotations

import argparse

from cuttings.cli.command import Commands, add_command


def add_commands(commands: Commands) -> None:
    """Add ``cuttings formats``."""
    add_command(commands, "formats", formats)


def formats(_options: argparse.Namespace) -> int:
    """List what can be taken in: formats, suffixes, what becomes an article, an example."""
    from cuttings.ingest.format_table import format_table
    from cuttings.ingest.readers import known_formats

    print(*format_table(known_formats()), sep="\n")
    return 0
