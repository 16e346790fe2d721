from __future__ import annotations

import csv
import datetime
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import pytest
from docx.document import Document
from tests.files.document_files import docx_file
from tests.files.taken import Taken
from tests.servers.news_server import NewsServer, page

from cuttings.article.article_file import read_article
from cuttings.article.content_folder import ContentFolder
from cuttings.article.identity import payload_digest
from cuttings.ingest.fetching.fetch_settings import FetchSettings
from cuttings.ingest.fetching.fetching import Fetching
from cuttings.ingest.fetching.web_client import WebClient
from cuttings.ingest.filing.fetch_list import add_to_fetch_list, listed_addresses
from cuttings.ingest.filing.intake import Intake
from cuttings.ingest.filing.outcome import Duplicate, LeftOut, Outcome, Rejected
from cuttings.ingest.raw.address import Address

TODAY = datetime.date(2026, 1, 2)


class Archive:
    """An archive that each call takes into as a new run of the command does."""

    def __init__(self, folder: ContentFolder, settings: FetchSettings) -> None:
        self.folder = folder
        self.settings = settings

    def fetching(self) -> Fetching:
        intake = Intake(self.folder, TODAY)
        return Fetching(self.folder, intake, WebClient(self.settings), TODAY)

    def fetch(self, *urls: str) -> list[Outcome]:
        return list(self.fetching().fetch(urls))

    def fetch_list(self) -> list[Outcome]:
        return list(self.fetching().fetch_list())

    def listed(self) -> list[str]:
        return [address.url for address in listed_addresses(self.folder.fetch_list)]

    def problems(self) -> dict[str, str]:
        with self.folder.fetch_list.open(encoding="utf-8", newline="") as file:
            return {row["url"]: row["problem"] for row in csv.DictReader(file)}

    def captures(self) -> dict[str, dict[str, str]]:
        with self.folder.captures.open(encoding="utf-8", newline="") as file:
            return {row["url"]: row for row in csv.DictReader(file)}


@pytest.fixture
def archive(folder: ContentFolder, settings: FetchSettings) -> Archive:
    return Archive(folder, settings)


def test_a_page_becomes_an_article_with_its_way_and_its_original(
    archive: Archive, folder: ContentFolder, server: NewsServer
) -> None:
    url = server.url("/moved")
    (filed,) = Taken.of(archive.fetch(url)).filed
    assert filed.item.source == server.url("/story?from=moved")
    article = read_article(filed.article)
    digest = payload_digest(server.story)
    assert (article.title, article.date) == ("Concorde flies home", datetime.date(2003, 10, 24))
    assert article.body.startswith("The last Concorde touched down at Heathrow")
    assert (article.original, article.url) == (digest, server.url("/story?from=moved"))
    assert dict(article.extra) == {
        "Captured": "2026-01-02",
        "Redirects": f"{url}; {server.url('/moved-again')}; {server.url('/story?from=moved')}",
    }
    assert (folder.originals / f"{digest}.html").read_bytes() == server.story
    assert archive.listed() == []
    assert archive.captures()[url]["outcome"] == "filed"


def test_an_article_keeps_what_its_list_says(archive: Archive, server: NewsServer) -> None:
    entry = Address(
        url=server.url("/note"),
        title="A title of the list",
        saved=datetime.date(2020, 5, 6),
        tags=("air", "a; b"),
        note="later",
    )
    add_to_fetch_list(archive.folder.fetch_list, [entry])
    (filed,) = Taken.of(archive.fetch_list()).filed
    article = read_article(filed.article)
    assert dict(article.extra) == {
        "Captured": "2026-01-02",
        "Saved": "2020-05-06",
        "Tags": "air; a\\; b",
        "Note": "later",
    }
    assert filed.item.format == "text"
    assert article.url == entry.url


def test_a_second_run_fetches_only_what_failed(archive: Archive, server: NewsServer) -> None:
    addresses = [server.url(path) for path in ("/stories/1", "/failing", "/stories/2", "/film")]
    outcomes = archive.fetch(*addresses)
    assert [type(outcome).__name__ for outcome in outcomes] == [
        "Filed",
        "Rejected",
        "Filed",
        "Rejected",
    ]
    assert archive.listed() == [server.url("/failing"), server.url("/film")]
    assert "500" in archive.problems()[server.url("/failing")]
    assert "video/mp4" in archive.problems()[server.url("/film")]
    server.requests.clear()
    assert all(isinstance(outcome, Rejected) for outcome in archive.fetch_list())
    assert set(server.pages()) == {"/failing", "/film"}


def test_what_failed_once_is_filed_by_a_later_run(archive: Archive, server: NewsServer) -> None:
    url = server.url("/no-text")
    (rejected,) = Taken.of(archive.fetch(url)).rejected
    assert str(rejected).startswith(f"{url}: ")
    assert list(archive.folder.originals.iterdir()) == []
    assert archive.listed() == [url]
    server.overriding["/no-text"] = server.story
    assert len(Taken.of(archive.fetch_list()).filed) == 1
    assert archive.listed() == []


def test_a_page_that_has_not_changed_is_not_sent_again(
    archive: Archive, server: NewsServer
) -> None:
    url = server.url("/versioned")
    (filed,) = Taken.of(archive.fetch(url)).filed
    (same,) = archive.fetch(url)
    assert isinstance(same, Duplicate)
    assert same.articles == (filed.article,)
    assert archive.listed() == []
    _, headers = server.requests[-1]
    assert headers["if-none-match"] == archive.captures()[url]["etag"]
    assert headers["if-modified-since"] == "Fri, 24 Oct 2003 12:00:00 GMT"
    server.story = page(more="A museum in Filton will show one of them.")
    assert len(Taken.of(archive.fetch(url)).filed) == 1


def test_a_page_in_other_bytes_with_the_same_text_is_a_revisit(
    archive: Archive, server: NewsServer, tmp_path: Path
) -> None:
    url = server.url("/story")
    (filed,) = Taken.of(archive.fetch(url)).filed
    server.story = server.story.replace(b"<head>", b"<head><!-- served by another machine -->")
    (revisit,) = Taken.of(archive.fetch(url)).revisits
    assert revisit.articles == (filed.article,)
    assert archive.listed() == []
    export = tmp_path / "list.csv"
    export.write_text(f"url\n{url}\n", encoding="utf-8")
    again = Taken.of(Intake(archive.folder, TODAY).take_files([export]))
    assert [outcome.articles for outcome in again.duplicates] == [(filed.article,)]
    server.story = page(more="A museum in Filton will show one of them.")
    (newer,) = Taken.of(archive.fetch(url)).filed
    assert newer.earlier == (filed.article,)


def test_the_page_of_an_article_that_was_thrown_away_is_fetched_whole(
    archive: Archive, server: NewsServer
) -> None:
    url = server.url("/versioned")
    (filed,) = Taken.of(archive.fetch(url)).filed
    filed.article.unlink()
    assert len(Taken.of(archive.fetch(url)).filed) == 1
    assert "if-none-match" not in server.requests[-1][1]


def test_an_export_that_is_added_again_lists_nothing_that_was_fetched(
    archive: Archive, server: NewsServer, tmp_path: Path
) -> None:
    rows = [server.url("/stories/1"), server.url("/"), server.url("/failing")]
    server.overriding["/"] = page("The Planet")
    export = tmp_path / "list.csv"
    export.write_text("\n".join(["url", *rows]), encoding="utf-8")

    def add() -> Sequence[Outcome]:
        return list(Intake(archive.folder, TODAY).take_files([export]))

    add()
    assert archive.listed() == rows
    archive.fetch_list()
    assert archive.listed() == [server.url("/failing")]
    first, second, third = add()
    assert isinstance(first, Duplicate)
    assert isinstance(second, LeftOut)
    assert second.reason == "it is a front page"
    assert type(third).__name__ == "ToFetch"
    assert archive.listed() == [server.url("/failing")]


def test_hosts_take_turns(
    folder: ContentFolder, server: NewsServer, settings: FetchSettings
) -> None:
    urls = [server.url(f"/stories/{number}", "a.example") for number in (1, 2)]
    urls += [server.url(f"/stories/{number}", "b.example") for number in (3, 4)]
    client = WebClient(settings, resolve=lambda _host, _port: ["127.0.0.1"])
    list(Fetching(folder, Intake(folder, TODAY), client, TODAY).fetch(urls))
    assert [path[-1] for path in server.pages()] == ["1", "3", "2", "4"]


def test_a_feed_is_read_as_one_and_its_addresses_are_listed(
    archive: Archive, server: NewsServer
) -> None:
    story = server.url("/stories/1")
    server.overriding["/feed.xml"] = (
        "<?xml version='1.0'?><rss version='2.0'><channel><title>Planet</title>"
        "<item><title>Ring lost</title><description>The ring of the planet was lost on Friday."
        f"</description></item><item><title>Only a link</title><link>{story}</link></item>"
        "</channel></rss>"
    ).encode()
    outcomes = Taken.of(archive.fetch(server.url("/feed.xml")))
    assert [outcome.item.format for outcome in outcomes.filed] == ["feed"]
    assert [outcome.address.url for outcome in outcomes.to_fetch] == [story]
    assert archive.listed() == [story]


@pytest.mark.parametrize(("path", "suffix"), [("/bridge.docx", ".docx"), ("/bridge.bin", "")])
def test_a_document_is_read_as_one_that_was_saved(
    archive: Archive, server: NewsServer, path: str, suffix: str
) -> None:
    def write(document: Document) -> None:
        document.add_heading("Bridge opens", 0)
        document.add_paragraph("The bridge over the river is open again, with flags.")

    server.overriding[path] = docx_file(write)
    (filed,) = Taken.of(archive.fetch(server.url(path))).filed
    article = read_article(filed.article)
    assert (article.title, article.url) == ("Bridge opens", server.url(path))
    assert (archive.folder.originals / f"{article.original}{suffix}").exists()


@pytest.mark.parametrize(
    ("path", "title"),
    [("/wrong-charset", "Mélenchon à l’Élysée"), ("/latin", "Mélenchon à Besançon")],
)
def test_the_character_set_is_the_one_that_the_server_names(
    archive: Archive, server: NewsServer, path: str, title: str
) -> None:
    (filed,) = Taken.of(archive.fetch(server.url(path))).filed
    assert read_article(filed.article).title == title


def test_what_is_not_an_address_stays_listed(archive: Archive) -> None:
    archive.folder.root.mkdir()
    archive.folder.fetch_list.write_text("url,mine\nsee http://x,1\nftp://a.example/b,2\n")
    outcomes = archive.fetch_list()
    assert [type(outcome).__name__ for outcome in outcomes] == ["Rejected", "Rejected"]
    assert archive.listed() == ["see http://x", "ftp://a.example/b"]
    assert archive.folder.fetch_list.read_text().startswith("url,mine,problem\nsee http://x,1,it ")


def test_a_folder_that_cannot_be_written_is_reported_and_the_page_not_asked_for_again(
    archive: Archive, server: NewsServer
) -> None:
    url = server.url("/story")
    archive.folder.root.mkdir()
    archive.folder.articles.write_text("in the way", encoding="utf-8")
    (rejected,) = Taken.of(archive.fetch(url)).rejected
    assert "it cannot be filed" in str(rejected)
    assert archive.listed() == [url]
    archive.folder.articles.unlink()
    assert len(Taken.of(archive.fetch_list()).filed) == 1
    assert archive.listed() == []
    assert server.pages() == ["/story"]


def test_a_list_that_cannot_be_written_is_reported_of_each_address(
    archive: Archive, server: NewsServer
) -> None:
    fetching = archive.fetching()
    outcomes = fetching.fetch([server.url("/missing"), server.url("/failing")])
    first = next(outcomes)
    archive.folder.fetch_list.unlink()
    archive.folder.fetch_list.mkdir()
    second = next(outcomes)
    assert "404" in str(first)
    assert "it is a folder" in str(second)


@pytest.mark.parametrize(
    "step",
    [
        "intake.with_provenance",
        "intake.format_of",
        "intake.store_original",
        "loaded_file.records_of",
    ],
)
@pytest.mark.parametrize("fault", [ValueError("boom"), MemoryError("boom"), KeyError("boom")])
def test_what_one_page_fails_with_is_its_own(
    archive: Archive,
    server: NewsServer,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    fault: Exception,
) -> None:
    name, _, step = step.partition(".")
    module = import_module(f"cuttings.ingest.filing.{name}")
    function = getattr(module, step)

    def failing(*arguments: object) -> object:
        if "/stories/2" in repr(arguments):
            raise fault
        return function(*arguments)

    monkeypatch.setattr(module, step, failing)
    urls = [server.url(f"/stories/{number}") for number in (1, 2, 3)]
    taken = Taken.of(archive.fetch(*urls))
    assert len({one.item.source for one in taken.filed} - {urls[1]}) == 2
    (rejected,) = taken.rejected
    assert rejected.item.source == urls[1]
    assert "boom" in str(rejected)
    assert archive.listed() == [urls[1]]
