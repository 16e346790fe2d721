"""Fetches an address and dies at the moment it is told: ``interrupted_fetching FOLDER URL MOMENT``.

Moments are as in ``interrupted_intake``.
"""

from __future__ import annotations

import datetime
import ipaddress
import sys
from pathlib import Path

from tests.servers.news_server import LOOPBACK
from tests.unit.ingest.interrupted_intake import deadly_moments

from cuttings.article.atomic_file import Checkpoint
from cuttings.article.content_folder import ContentFolder
from cuttings.ingest.fetching.fetch_settings import FetchSettings
from cuttings.ingest.fetching.fetching import Fetching
from cuttings.ingest.fetching.web_client import WebClient
from cuttings.ingest.filing.intake import Intake


def fetch(root: Path, url: str, moment: Checkpoint) -> None:
    """Fetch ``url`` into the archive below ``root``, and tell ``moment`` of each step."""
    list(_fetching(root, moment).fetch([url]))


def fetch_listed(root: Path) -> None:
    """Fetch all that the list of the archive below ``root`` has."""
    list(_fetching(root, lambda _step: None).fetch_list())


def _fetching(root: Path, moment: Checkpoint) -> Fetching:
    folder, today = ContentFolder(root), datetime.date(2026, 1, 2)
    settings = FetchSettings(pause=0, private_networks=(ipaddress.ip_network(LOOPBACK),))
    intake = Intake(folder, today, checkpoint=moment)
    return Fetching(folder, intake, WebClient(settings), today, checkpoint=moment)


if __name__ == "__main__":
    archive = Path(sys.argv[1])
    fetch(archive, sys.argv[2], deadly_moments(archive, int(sys.argv[3])))
