"""The options of ``cuttings add`` that fetching has."""

from __future__ import annotations

import argparse
import ipaddress

from cuttings.errors import SettingsError
from cuttings.ingest.fetching.fetch_settings import FetchSettings, Network


def add_fetch_options(parser: argparse.ArgumentParser) -> None:
    """Let a command fetch stories that are known only by an address.

    Args:
        parser: Of the command.
    """
    fetching = parser.add_argument_group("stories known only by an address")
    fetching.add_argument(
        "--fetch",
        action="store_true",
        help="fetch all addresses in to-fetch.csv, with those that the files given here add",
    )
    fetching.add_argument(
        "--pause",
        type=_seconds,
        default=FetchSettings().pause,
        metavar="SECONDS",
        help="seconds between two requests to one host (default: %(default)s)",
    )
    fetching.add_argument(
        "--allow-private",
        action="append",
        default=[],
        metavar="NETWORK",
        help="allow an IP address or network that is not public",
    )


def fetch_settings(options: argparse.Namespace) -> FetchSettings:
    """Return the limits that the options give.

    Raises:
        SettingsError: If one of them cannot be used.
    """
    networks = tuple(map(_network, options.allow_private))
    return FetchSettings(pause=options.pause, private_networks=networks)


def _seconds(written: str) -> float:
    try:
        seconds = float(written)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds < float("inf"):
        raise argparse.ArgumentTypeError(f"'{written}' is not a number of seconds")
    return seconds


def _network(written: str) -> Network:
    try:
        return ipaddress.ip_network(written)
    except ValueError as error:
        raise SettingsError(
            f"--allow-private {written}: it is not an IP address or a network; "
            f"write one as in 192.168.1.5 or 192.168.1.0/24"
        ) from error
