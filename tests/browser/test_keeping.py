"""Keep on this device: the archive without a network, its updates and its removal."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Request, Route, expect
from tests.browser.conftest import OpenPage, Watch
from tests.browser.trial_site import PAGE_KINDS
from tests.servers.local_server import LocalServer

from cuttings.site.file_list import site_files, write_file_list

STORY = "articles/ministers-meet-over-harvest-prices-round-1.html"
DIFFERING = """async pages => {
  const differing = [];
  for (const [address, text] of pages) {
    const answer = await fetch(address);
    if (!answer.ok || (await answer.text()) !== text) differing.push(address);
  }
  return differing;
}"""
"""Of pairs of an address and a text, the addresses at which there is something else."""

NO_SERVER = ("Failed to load resource: net::ERR_",)


@pytest.fixture
def own_site(site: Path, tmp_path: Path) -> Path:
    """A copy of the trial site that a test may change; its folder is named like a repository."""
    return shutil.copytree(site, tmp_path / "web" / "repo")


@pytest.fixture(params=["root", "folder"])
def server(request: pytest.FixtureRequest, own_site: Path) -> Iterator[LocalServer]:
    """Serves the copy, at the root of a host or in the folder /repo/."""
    at_root = request.param == "root"
    running = LocalServer(own_site if at_root else own_site.parent)
    running.start()
    yield running
    running.stop()


@pytest.fixture
def home(server: LocalServer, request: pytest.FixtureRequest) -> str:
    in_folder = request.node.callspec.params["server"] == "folder"
    return server.address + ("repo/" if in_folder else "")


at_one_place = pytest.mark.parametrize("server", ["folder"], indirect=True)


@pytest.fixture
def page(open_page: OpenPage, home: str, watches: list[Watch]) -> Page:
    opened = open_page(home, "offline.html", service_workers="allow")
    watches[0].expected = NO_SERVER
    expect(opened.locator(".keep-actions button")).to_have_text(["Keep on this device"])
    return opened


def keep(page: Page) -> None:
    page.get_by_role("button", name="Keep on this device").click()
    expect_whole(page)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")


def expect_whole(page: Page) -> None:
    text = page.locator(".keep-text")
    expect(text).to_contain_text("The whole archive is on this device")


def expect_error(page: Page, text: str) -> None:
    expect(page.locator(".keep-error")).to_contain_text(text)


def asked_for(page: Page) -> list[str]:
    """Collect the addresses that the page asks for from now on."""
    addresses: list[str] = []

    def note(request: Request) -> None:
        addresses.append(request.url)

    page.on("request", note)
    return addresses


def test_every_search_without_a_server(page: Page, server: LocalServer, home: str) -> None:
    searches = ("ministers", "minist*", "*nisters", "minst~1", "ministers&country=kenya")
    with_a_server = [found(page, home, search) for search in searches]
    assert "No stories" not in with_a_server
    page.goto(f"{home}offline.html")
    keep(page)
    server.stop()
    assert [found(page, home, search) for search in searches] == with_a_server
    page.goto(home)
    expect(page.locator(".lead-title")).to_be_visible()


def found(page: Page, home: str, search: str) -> str:
    """The number of stories, as the page says it, when the first of them is shown."""
    page.goto(f"{home}search.html?q={search}")
    expect(page.locator(".result").first).to_be_visible()
    return page.locator(".search-count").inner_text()


@at_one_place
def test_every_page_without_a_server(
    page: Page, server: LocalServer, home: str, own_site: Path
) -> None:
    keep(page)
    server.stop()
    for path in PAGE_KINDS.values():
        page.goto(home + path)
        assert page.url == home + path
        expect(page.locator("h1")).to_be_attached()
    pages = [
        (home + path.relative_to(own_site).as_posix(), path.read_text(encoding="utf-8"))
        for path in own_site.rglob("*.html")
    ]
    assert len(pages) > len(PAGE_KINDS)
    assert page.evaluate(DIFFERING, pages) == []


@at_one_place
def test_everything_that_a_page_loads_is_kept(page: Page, server: LocalServer, home: str) -> None:
    keep(page)
    server.stop()
    failed: list[str] = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.goto(home + STORY)
    page.evaluate("document.fonts.ready.then(() => true)")
    page.wait_for_function("document.fonts.check('16px \"Source Serif 4 Variable\"')")
    assert [url for url in failed if "offline/version.json" not in url] == []


@at_one_place
def test_a_broken_download_goes_on_where_it_ended(page: Page, own_site: Path) -> None:
    files = site_files(own_site)
    last = files[-1].path
    page.route(f"**/{last}", lambda route: route.abort())
    page.get_by_role("button", name="Keep on this device").click()
    expect_error(page, "The connection broke")
    expect(page.locator(".keep-text")).to_contain_text(re.compile("of .* are on this device"))
    page.unroute(f"**/{last}")
    page.reload()
    addresses = asked_for(page)
    page.get_by_role("button", name="Continue").click()
    expect_whole(page)
    fetched = [url for url in addresses if "/offline/" not in url]
    assert any(url.endswith(last) for url in fetched)
    assert len(fetched) < len(files) / 2


@at_one_place
def test_a_download_can_be_stopped(page: Page, own_site: Path) -> None:
    last = site_files(own_site)[-1].path
    page.route(f"**/{last}", lambda _route: None)  # an answer that never comes
    page.get_by_role("button", name="Keep on this device").click()
    expect(page.get_by_role("progressbar")).to_be_visible()
    expect(page.locator(".keep-text")).to_contain_text(re.compile(r"^(?!0 KB).* of .* are on"))
    stop = page.get_by_role("button", name="Stop")
    expect(stop).to_be_focused()
    stop.click()
    expect(page.get_by_role("button", name="Continue")).to_be_focused()
    expect(page.locator(".keep-error")).to_have_count(0)


@at_one_place
def test_an_update_fetches_only_what_changed(
    page: Page, server: LocalServer, home: str, own_site: Path
) -> None:
    keep(page)
    story = own_site / STORY
    text = story.read_text(encoding="utf-8")
    story.write_text(text.replace("round 1<", "round 1, corrected<"), encoding="utf-8")
    removed = own_site / "articles" / "nobody-knows-when-this-was-printed.html"
    removed.unlink()
    moved = next((own_site / "search").glob("stories-*"))
    moved.rename(moved.with_name("stories-renumbered"))
    write_file_list(own_site)

    page.goto(home)
    expect(page.locator(".version-notice")).to_contain_text("A newer version of this archive")
    page.goto(home + STORY)
    expect(page.locator("h1")).not_to_contain_text("corrected")
    addresses = asked_for(page)
    page.locator(".version-notice").get_by_role("link", name="Update").click()
    expect_whole(page)
    fetched = [url for url in addresses if "/articles/" in url or "/search/" in url]
    assert fetched == [home + STORY]

    server.stop()
    page.goto(home + STORY)
    expect(page.locator("h1")).to_contain_text("corrected")
    expect(page.locator(".version-notice")).to_have_count(0)
    page.goto(f"{home}articles/{removed.name}")
    expect(page.locator("#missing-page")).to_be_visible()


@at_one_place
def test_a_build_that_is_published_meanwhile_is_taken_as_well(
    page: Page, server: LocalServer, home: str, own_site: Path
) -> None:
    def publish(route: Route) -> None:
        about = own_site / "about.html"
        about.write_text(about.read_text(encoding="utf-8").replace("<h1", "<h1 id=new"), "utf-8")
        write_file_list(own_site)
        route.continue_()

    page.route(f"**/{site_files(own_site)[-1].path}", publish, times=1)
    keep(page)
    server.stop()
    page.goto(f"{home}about.html")
    expect(page.locator("h1#new")).to_be_visible()


@at_one_place
def test_a_newer_version_can_be_put_off(page: Page, home: str, own_site: Path) -> None:
    keep(page)
    (own_site / "data" / "articles.jsonl").write_text("", encoding="utf-8")
    write_file_list(own_site)
    page.goto(home)
    page.locator(".version-notice").get_by_role("button", name="Not now").click()
    expect(page.locator(".version-notice")).to_have_count(0)
    page.goto(f"{home}offline.html")
    expect(page.get_by_role("button", name="Update")).to_be_visible()
    expect(page.locator(".keep-text")).to_contain_text("1 file to download")


@at_one_place
def test_removal_says_what_it_frees(page: Page, server: LocalServer, home: str) -> None:
    keep(page)
    page.get_by_role(
        "button", name=re.compile(r"Remove from this device \(frees [\d.]+ MB\)")
    ).click()
    expect(page.get_by_role("button", name="Keep on this device")).to_be_focused()
    server.stop()
    page.goto(home + STORY)
    expect(page.locator("#missing-page")).to_be_visible()


@at_one_place
def test_no_room_is_said_in_a_sentence(open_page: OpenPage, server: LocalServer, home: str) -> None:
    page = open_page(home, "about.html", service_workers="allow")
    room = {"origin": server.address, "quotaSize": 200_000}
    page.context.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", room)
    page.goto(f"{home}offline.html")
    page.get_by_role("button", name="Keep on this device").click()
    expect_error(page, "has no more room for this site")


def test_visited_pages_without_keeping(
    open_page: OpenPage, server: LocalServer, home: str, watches: list[Watch]
) -> None:
    page = open_page(home, STORY, service_workers="allow")
    watches[0].expected = NO_SERVER
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.goto(f"{home}people/index.html")
    # The last file that a search asks for.
    with page.expect_request_finished(lambda request: "/search/dates-" in request.url):
        page.goto(f"{home}search.html?q=constitution")
        expect(page.locator(".search-count")).to_have_text("1 story")
    server.stop()
    for path in (STORY, "people/index.html", "index.html"):
        page.goto(home + path)
        expect(page.locator("#missing-page")).to_have_count(0)
        expect(page.locator("body > header")).to_have_css("display", "flex")
    page.goto(f"{home}search.html?q=constitution")
    expect(page.locator(".search-count")).to_have_text("1 story")
    page.goto(f"{home}dates/2021.html")
    expect(page.get_by_role("heading", name="You are offline")).to_be_visible()
    again = page.get_by_role("link", name="try this page again")
    expect(again).to_have_attribute("href", f"{home}dates/2021.html")
    server.start()
    again.click()
    expect(page.locator("h1")).to_contain_text("2021")


@at_one_place
def test_a_network_that_does_not_answer_is_not_waited_for(
    open_page: OpenPage, server: LocalServer, home: str
) -> None:
    page = open_page(home, STORY, service_workers="allow")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.goto(f"{home}people/index.html")
    server.hang()
    page.goto(home + STORY, wait_until="commit")
    expect(page.locator("article > h1")).to_contain_text("Ministers meet")


@at_one_place
def test_two_tabs_do_not_download_at_once(page: Page, own_site: Path, home: str) -> None:
    last = site_files(own_site)[-1].path
    page.route(f"**/{last}", lambda _route: None)
    page.get_by_role("button", name="Keep on this device").click()
    expect(page.get_by_role("progressbar")).to_be_visible()
    other = page.context.new_page()
    other.goto(f"{home}offline.html")
    other.get_by_role("button", name=re.compile("Keep|Continue")).click()
    expect_error(other, "Another tab")


@at_one_place
def test_the_site_can_be_installed(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    manifest = session.send("Page.getAppManifest")
    assert manifest["errors"] == []
    assert manifest["url"].endswith("manifest.webmanifest")
    errors = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert [e["errorId"] for e in errors if e["errorId"] != "in-incognito"] == []


def test_from_a_folder_it_says_that_all_is_there(open_page: OpenPage, site: Path) -> None:
    page = open_page(f"{site.as_uri()}/", "offline.html")
    expect(page.locator("#keep-panel")).to_contain_text("all of it is on this device already")
    expect(page.get_by_role("button", name="Keep on this device")).to_have_count(0)
