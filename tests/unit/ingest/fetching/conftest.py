"""A running news site, and settings under which asking it takes no time."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator

import pytest
from tests.servers.news_server import LOOPBACK, NewsServer, running

from cuttings.ingest.fetching.fetch_settings import FetchSettings
from cuttings.ingest.fetching.web_client import WebClient


@pytest.fixture
def server() -> Iterator[NewsServer]:
    with running(NewsServer()) as server:
        yield server


@pytest.fixture
def settings() -> FetchSettings:
    return FetchSettings(
        pause=0,
        retries=1,
        backoff=0,
        max_bytes=1024 * 1024,
        private_networks=(ipaddress.ip_network(LOOPBACK),),
    )


@pytest.fixture
def client(settings: FetchSettings) -> WebClient:
    return WebClient(settings)
