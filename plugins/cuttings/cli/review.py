"""``cuttings review``: the desk."""

from __future__ import annotations

import argparse
import webbrowser
from contextlib import suppress
from pathlib import Path

from cuttings.article.content_folder import ContentFolder
from cuttings.cli.command import Commands, add_command, archive_options, check_exist


def add_commands(commands: Commands) -> None:
    """Add ``cuttings review``."""
    reviewing = add_command(commands, "review", review, archive_options())
    reviewing.add_argument(
        "--theme",
        type=Path,
        default=Path("theme"),
        metavar="FOLDER",
        help="the folder of the theme, which has the page (default: %(default)s)",
    )
    reviewing.add_argument(
        "--port", type=int, default=0, metavar="N", help="the port (default: a free one)"
    )
    reviewing.add_argument(
        "--no-browser", action="store_true", help="print the page's address and open nothing"
    )


def review(options: argparse.Namespace) -> int:
    """Open the desk: a page in the browser, of this machine only, to put names and tags right."""
    from cuttings.review.server.serving import serve_desk

    def announce(address: str) -> None:
        print(f"The desk is open at {address}\nStop it with Ctrl-C.", flush=True)
        if not options.no_browser:
            webbrowser.open(address)

    check_exist([options.content])
    with suppress(KeyboardInterrupt):
        serve_desk(ContentFolder(options.content), options.theme / "desk", options.port, announce)
    print("The desk is closed; every decision is kept.")
    return 0
