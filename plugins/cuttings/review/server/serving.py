"""Opening the desk: its server, its address, its end."""

from __future__ import annotations

import secrets
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import uvicorn

from cuttings.article.archive_lock import archive_lock
from cuttings.article.content_folder import ContentFolder
from cuttings.errors import BusyArchiveError, MissingBundleError, SettingsError
from cuttings.review.changes.journal import open_journal
from cuttings.review.desk import Desk
from cuttings.review.server.application import application
from cuttings.review.server.desk_actions import DeskActions
from cuttings.review.server.guard import Guard

_HOST = "127.0.0.1"
_TOKEN_BYTES = 24
"""Bytes of the token: nobody guesses 192 bits."""

_GRACE = 2
"""Seconds in which answers may end when the desk is closed."""


def serve_desk(
    folder: ContentFolder, bundle: Path, port: int, announce: Callable[[str], None]
) -> None:
    """Serve the desk of an archive on this machine until it is interrupted.

    Args:
        folder: The archive.
        bundle: The folder of the bundled page.
        port: The port; 0 takes a free one.
        announce: Called with the page's address, as soon as it can be opened.

    Raises:
        SettingsError: If the port is taken, or the page was not bundled.
        OpenDeskError: If the desk of the archive is open already.
        ArchiveLockError: If nothing can be written in the archive, or a run that goes on keeps
            what a kill has left unfinished from being brought to its end.
    """
    if not (bundle / "index.html").is_file():
        raise MissingBundleError(bundle / "index.html")
    with suppress(BusyArchiveError), archive_lock(folder.root):
        pass  # says so at once where nothing can be written
    with open_journal(folder.review_journal) as journal, _listen(port) as listener:
        desk = Desk(folder, journal)
        actions = DeskActions.of(desk)
        token, bound = secrets.token_urlsafe(_TOKEN_BYTES), listener.getsockname()[1]
        threading.Thread(target=_prepare, args=(actions,), daemon=True).start()
        config = uvicorn.Config(
            Guard(application(actions, bundle), token, bound),
            lifespan="off",
            log_level="warning",
            access_log=False,
            ws="none",
            server_header=False,
            timeout_graceful_shutdown=_GRACE,
        )
        announce(f"http://{_HOST}:{bound}/{token}/")
        uvicorn.Server(config).run(sockets=[listener])


def _listen(port: int) -> socket.socket:
    """Return a socket that takes connections of this machine.

    Raises:
        SettingsError: If the port is taken or not allowed.
    """
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((_HOST, port))
        listener.listen()
    except OSError as error:
        listener.close()
        reason = error.strerror or str(error)
        raise SettingsError(f"--port {port}: it cannot be used ({reason}); leave it out") from error
    return listener


def _prepare(actions: DeskActions) -> None:
    """Read the archive, find what there is to ask, and follow the files from then on."""
    actions.desk.read()
    actions.tags.prepare()
    actions.names.prepare()
    pause = threading.Event()
    while not pause.wait(1):
        actions.desk.look_if_used()
