"""A subcommand: its parser, and the options that several of them have."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from cuttings.errors import SettingsError

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
"""What subcommands are added to."""


def add_command(
    commands: Commands,
    name: str,
    run: Callable[[argparse.Namespace], int],
    *options: argparse.ArgumentParser,
) -> argparse.ArgumentParser:
    """Add a subcommand and return its parser.

    Args:
        commands: What to add it to.
        name: What to type.
        run: Does its work and returns the exit status; its docstring is the help.
        *options: Options that it shares with others.
    """
    summary = (run.__doc__ or "").strip()
    parser = commands.add_parser(name, parents=options, help=summary, description=summary)
    parser.set_defaults(run=run)
    return parser


def archive_options() -> argparse.ArgumentParser:
    """Return the options of what works on an archive."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument(
        "--content",
        type=Path,
        default=Path("content"),
        metavar="FOLDER",
        help="the archive's content folder (default: %(default)s)",
    )
    parser.add_argument(
        "--processes",
        type=_processes,
        default=os.environ.get("CUTTINGS_PROCESSES", "auto"),
        metavar="N",
        help="number of processes that share the work on many files"
        " (default: CUTTINGS_PROCESSES, else one a processor, at most 4)",
    )
    parser.add_argument(
        "--model",
        choices=("md", "sm"),
        default=os.environ.get("CUTTINGS_MODEL", "md"),
        help="which model recognizes names (default: CUTTINGS_MODEL, else md)",
    )
    return parser


def cluster_options() -> argparse.ArgumentParser:
    """Return the option of what the workers of a Dask cluster may share."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument(
        "--dask",
        default=os.environ.get("CUTTINGS_DASK", ""),
        metavar="ADDRESS",
        help="address of a Dask scheduler whose workers share the work on many files"
        " (default: CUTTINGS_DASK, else none)",
    )
    return parser


def table_options() -> argparse.ArgumentParser:
    """Return the options of what reads tables."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="FIELD=COLUMN",
        help="the name of a table's column, as in title=headline",
    )
    return parser


def named_columns(mappings: Sequence[str]) -> dict[str, str]:
    """Return the columns that ``--map FIELD=COLUMN`` names, by their fields.

    Raises:
        SettingsError: If there is no such field, or no column is named.
    """
    from cuttings.ingest.entries.columns import FIELDS

    columns: dict[str, str] = {}
    for mapping in mappings:
        field, _, column = mapping.partition("=")
        if field.strip() not in FIELDS or not column.strip():
            raise SettingsError(
                f"--map {mapping}: it does not name a field and a column; "
                f"write FIELD=COLUMN with one of {', '.join(FIELDS)}"
            )
        columns[field.strip()] = column.strip()
    return columns


def named_path(path: Path) -> Path:
    """Return the file or folder that a person names; it may be a link, as nowhere else."""
    return path.resolve() if path.is_symlink() else path


def check_exist(paths: Sequence[Path]) -> None:
    """Refuse paths that do not exist before anything is done.

    Raises:
        SettingsError: If there is no file or folder at one of them.
    """
    for path in paths:
        if not os.path.exists(path):  # noqa: PTH110 - which raises nothing of a name too long
            raise SettingsError(f"{path}: there is no such file or folder; check the spelling")


def _processes(written: str) -> int | None:
    """Read a number of processes; "auto" leaves it to the machine."""
    if written == "auto":
        return None
    if not written.isdecimal() or int(written) < 1:
        raise argparse.ArgumentTypeError(f"'{written}' is not a whole number from 1 on")
    return int(written)
