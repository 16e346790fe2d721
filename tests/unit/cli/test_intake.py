"""Fetching by the commands of the README, from a site on this machine."""

from __future__ import annotations

import csv
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.servers.news_server import LOOPBACK, NewsServer, page, running

from cuttings.article.article_file import read_article
from cuttings.article.content_folder import ContentFolder
from cuttings.cli import main
from cuttings.ingest.filing.fetch_list import listed_addresses

_FETCH_COMMAND = re.compile(r"^    cuttings (add (?:https?://|.*--fetch).*)$", re.M)


@pytest.fixture
def server() -> Iterator[NewsServer]:
    with running(NewsServer()) as server:
        yield server


def _run(command: str, folder: ContentFolder, *options: str) -> int:
    fixed = ["--content", str(folder.root), "--pause", "0", "--allow-private", LOOPBACK]
    return main([*shlex.split(command), *fixed, *options])


def test_the_commands_of_the_readme(
    repository: Path,
    tmp_path: Path,
    folder: ContentFolder,
    server: NewsServer,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    readme = (repository / "README.md").read_text(encoding="utf-8")
    one, a_list, rest = _FETCH_COMMAND.findall(readme)
    monkeypatch.chdir(tmp_path)
    (path,) = re.findall(r"https://www\.example\.org(/\S+)", one)
    server.overriding[path] = page()
    links = [server.url(path) for path in ("/stories/1", "/stories/2", "/later")]
    (tmp_path / "bookmarks.html").write_text(
        "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE>\n<DL>"
        + "\n".join(f'<DT><A HREF="{link}" TAGS="air">A story</A>' for link in links)
        + "</DL>",
        encoding="utf-8",
    )

    assert _run(one.replace("https://www.example.org", server.url("")), folder) == 0
    (article,) = folder.article_paths()
    assert read_article(article).title == "Concorde flies home"
    assert read_article(article).people is not None
    assert f"{server.url(path)}: filed as {article}" in capsys.readouterr().out

    assert _run(a_list, folder) == 1
    assert len(list(folder.article_paths())) == 3
    assert f"{links[2]}: the server answers 404 Not Found; " in capsys.readouterr().err
    assert [address.url for address in listed_addresses(folder.fetch_list)] == [links[2]]

    server.overriding["/later"] = page("The ring was found")
    asked = server.asked["/stories/1"]
    assert _run(rest, folder, "--report", "report.csv") == 0
    assert len(list(folder.article_paths())) == 4
    assert listed_addresses(folder.fetch_list) == []
    assert server.asked["/stories/1"] == asked
    (row,) = csv.DictReader((tmp_path / "report.csv").read_text(encoding="utf-8").splitlines())
    assert (row["file"], row["outcome"]) == (links[2], "filed")


def test_a_private_address_is_refused_with_the_option_that_allows_it(
    folder: ContentFolder, server: NewsServer, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["add", server.url("/story"), "--content", str(folder.root)]) == 1
    assert f"--allow-private {LOOPBACK}" in capsys.readouterr().err
    assert server.requests == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["add"], "name files, folders or web addresses"),
        (["add", "--fetch", "--allow-private", "intranet"], "it is not an IP address or a network"),
    ],
)
def test_what_cannot_be_meant_is_told(
    arguments: list[str], message: str, folder: ContentFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*arguments, "--content", str(folder.root)]) == 2
    assert message in capsys.readouterr().err


@pytest.mark.parametrize("written", ["-1", "inf", "soon"])
def test_a_pause_is_a_number_of_seconds(written: str) -> None:
    with pytest.raises(SystemExit):
        main(["add", "--fetch", "--pause", written])
