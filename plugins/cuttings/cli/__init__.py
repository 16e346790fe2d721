"""The ``cuttings`` command: a module for each group of its subcommands.

The stages are imported by the subcommands that use them: models and readers are slow to load.
"""

from __future__ import annotations

import argparse
import atexit
import gc
import sys
from collections.abc import Sequence

from cuttings import __version__
from cuttings.cli import authorities, extraction, formats, intake, review, tagging
from cuttings.errors import ArchiveLockError, CuttingsError, SettingsError, described, shown_path


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: Words after ``cuttings``; None takes those of the process.

    Returns:
        The exit status: 0 if all went well, 1 if some input could not be used,
        2 if nothing could be done.
    """
    options = _parser().parse_args(arguments)
    if arguments is None:
        # The process ends with this run: its memory need not be searched for reference cycles then.
        atexit.register(gc.freeze)
    try:
        return int(options.run(options))
    except (SettingsError, ArchiveLockError) as error:
        print(error, file=sys.stderr)
        return 2
    except CuttingsError as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except OSError as error:
        print(_of_the_system(error), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("stopped; what was done so far is kept", file=sys.stderr)
        return 130


def _of_the_system(error: OSError) -> str:
    """Return one line for what the system refuses to a command as a whole."""
    where = f"{shown_path(error.filename)}: " if error.filename else ""
    reason = error.strerror or described(error)
    return f"{where}{reason}; check the free space and the permissions of its folder"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="cuttings", description="A news-cuttings library that needs no server."
    )
    parser.add_argument("--version", action="version", version=f"cuttings {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for group in (intake, extraction, formats, tagging, authorities, review):
        group.add_commands(commands)
    return parser
