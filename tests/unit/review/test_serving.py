from __future__ import annotations

import json
import re
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
import uvicorn
from tests.files.desk_archive import file_story

from cuttings.article.content_folder import ContentFolder
from cuttings.errors import MissingBundleError, OpenDeskError, SettingsError
from cuttings.review.changes.journal import open_journal
from cuttings.review.questions.merge_cache import find_merges
from cuttings.review.server.serving import serve_desk


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    folder = tmp_path / "bundle"
    folder.mkdir()
    (folder / "index.html").write_text("the page")
    return folder


@contextmanager
def served(folder: ContentFolder, bundle: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Serve a desk in a thread; yield its address, and end it as Ctrl-C does."""
    addresses, servers = Queue[str](), list[uvicorn.Server]()

    class Server(uvicorn.Server):
        def __init__(self, config: uvicorn.Config) -> None:
            super().__init__(config)
            servers.append(self)

    monkeypatch.setattr("uvicorn.Server", Server)
    thread = threading.Thread(target=serve_desk, args=(folder, bundle, 0, addresses.put))
    thread.start()
    try:
        yield addresses.get()
    finally:
        (server,) = servers
        server.should_exit = True
        thread.join()


def test_a_desk_is_served_to_those_who_know_its_address(
    folder: ContentFolder, bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day, name in enumerate(("José Abarca", "José Abarca", "Jose Abarca"), start=1):
        file_story(folder, f"Story {day}", day, name)
    find_merges(folder)
    with served(folder, bundle, monkeypatch) as address:
        token = re.fullmatch(r"http://127\.0\.0\.1:[1-9]\d*/([\w-]{32})/", address)
        assert token
        with urlopen(address) as answer:
            assert answer.read() == b"the page"
            assert answer.headers["Server"] is None
        assert [story["title"] for story in _asked(address, "stories?count=9")] == [
            "Story 3",
            "Story 2",
            "Story 1",
        ]
        while _asked(address, "state")["names"]["searching"]:
            pass
        assert [name["merge"] for name in _asked(address, "names")] == ["Jose Abarca"]
        with pytest.raises(HTTPError, match="404"):
            urlopen(address.replace(token[1], "x"))
        with pytest.raises(OpenDeskError):
            serve_desk(folder, bundle, 0, print)
    with open_journal(folder.review_journal):
        pass  # it is closed


def _asked(address: str, question: str) -> Any:
    with urlopen(f"{address}api/{question}") as answer:
        return json.loads(answer.read())


def test_a_page_that_was_not_bundled_is_reported_first(
    folder: ContentFolder, tmp_path: Path
) -> None:
    with pytest.raises(MissingBundleError, match=re.escape(str(tmp_path / "index.html"))):
        serve_desk(folder, tmp_path, 0, print)
    assert not folder.review_journal.exists()


def test_a_port_that_is_taken_is_reported(folder: ContentFolder, bundle: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        expected = rf"^--port {port}: it cannot be used \(Address already in use\); leave it out$"
        with pytest.raises(SettingsError, match=expected):
            serve_desk(folder, bundle, port, print)
