"""The trial site at the three places where a site may stand, and a watched page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from zlib import crc32

import pytest
from bench.static_server import serve
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Error,
    Frame,
    Page,
    Request,
    ViewportSize,
    expect,
)
from tests.browser.axe import AXE
from tests.browser.trial_site import build_older_site, build_trial_site
from tests.built_once import built_once

OpenPage = Callable[..., Page]

NO_WORKER = "Service Worker registration blocked by Playwright"
"""What Playwright says where a test does without the service worker."""

PATIENCE = 60_000
"""Milliseconds until what a test waits for is given up, however busy the machine is."""

expect.set_options(timeout=PATIENCE)

FORGET = {"source": "localStorage.clear(); sessionStorage.clear();"}
"""What a page runs first so that nothing is left of the tests before; in a picture it would cost a
visit of its own."""

DESKTOP: ViewportSize = {"width": 1280, "height": 900}
"""A viewport in which filters stand beside the results."""

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
"""Options of a browser context."""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built trial site; it lies in a folder named like a repository.

    Beside it, in ``older``, lies a site that is searched together with it, and with one that is
    not there.
    """

    def write(folder: Path) -> None:
        built = build_trial_site(folder)
        older = build_older_site(folder / "second", {"2021": "../repo/", "1999": "../gone/"})
        (folder / "pages").mkdir()
        built.rename(folder / "pages" / "repo")
        older.rename(folder / "pages" / "older")

    return built_once(tmp_path_factory, "trial", write) / "pages" / "repo"


@pytest.fixture(scope="session")
def axe(repository: Path) -> str:
    path = repository / AXE
    if not path.is_file():
        pytest.fail(f"{AXE} is missing; run 'make setup'")
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def root_address(site: Path) -> Iterator[str]:
    with serve(site) as server:
        yield f"{server.address}/"


@pytest.fixture(scope="session")
def folder_address(site: Path) -> Iterator[str]:
    with serve(site.parent) as server:
        yield f"{server.address}/repo/"


PLACES = ["root_address", "folder_address", "file_address"]
"""Fixtures of the three places: a host's root, a folder of a host, and a folder on disk."""


@pytest.fixture(scope="session")
def file_address(site: Path) -> str:
    return f"{site.as_uri()}/"


@pytest.fixture(params=["http", "file"])
def address(request: pytest.FixtureRequest) -> str:
    """Where the site stands, on a host and on disk; ends in a slash.

    On a host the tests take turns, by their names, between its root and a folder of it.
    """
    turn = crc32(request.function.__name__.encode()) % 2
    place = "file_address" if request.param == "file" else PLACES[turn]
    return str(request.getfixturevalue(place))


@pytest.fixture(params=PLACES)
def every_address(request: pytest.FixtureRequest) -> str:
    """Each place where a site may stand; ends in a slash."""
    return str(request.getfixturevalue(request.param))


@pytest.fixture(params=["http", "file"])
def every_shelf(request: pytest.FixtureRequest) -> str:
    """The folder in which the trial site and the older one lie beside each other."""
    place = "file_address" if request.param == "file" else "folder_address"
    return str(request.getfixturevalue(place)).removesuffix("repo/")


class Watch:
    """Collects what a page must never do: complain, or ask for anything outside the site.

    What the page of another test still does where a new one is opened does not count.
    """

    def __init__(self, home: str) -> None:
        self.home = home
        self._is_there = False
        self.problems: list[str] = []
        self.expected: tuple[str, ...] = ()

    def attach(self, page: Page) -> None:
        page.on("framenavigated", self._on_navigation)
        page.on("console", self._on_console)
        page.on("pageerror", self._on_error)
        page.on("request", self._on_request)

    def detach(self, page: Page) -> None:
        page.remove_listener("framenavigated", self._on_navigation)
        page.remove_listener("console", self._on_console)
        page.remove_listener("pageerror", self._on_error)
        page.remove_listener("request", self._on_request)

    def unexpected(self) -> list[str]:
        expected = (*self.expected, NO_WORKER)
        return [p for p in self.problems if not any(text in p for text in expected)]

    def _on_navigation(self, frame: Frame) -> None:
        self._is_there = self._is_there or frame.url.startswith(self.home)

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self._note(f"{message.type}: {message.text}")

    def _on_error(self, error: Error) -> None:
        self._note(f"exception: {error}")

    def _on_request(self, request: Request) -> None:
        if not request.url.startswith((self.home, "data:")):
            self._note(f"outside request: {request.url}")

    def _note(self, problem: str) -> None:
        if self._is_there:
            self.problems.append(problem)


@pytest.fixture
def watches() -> Iterator[list[Watch]]:
    """Every page's watch; at the end of the test none may have seen a problem."""
    attached: list[Watch] = []
    yield attached
    assert [problem for watch in attached for problem in watch.unexpected()] == []


def _new_context(browser: Browser, **options: object) -> BrowserContext:
    usual: dict[str, object] = {"reduced_motion": "reduce", "service_workers": "block"}
    context = browser.new_context(**usual | options)  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE)
    return context


@pytest.fixture
def open_page(browser: Browser, watches: list[Watch]) -> Iterator[OpenPage]:
    """Open an address in a context of its own; keywords are the context's.

    Only tests that ask for it get the service worker, which would hide requests from them.
    """
    contexts = []

    def open_at(home: str, path: str, **options: object) -> Page:
        context = _new_context(browser, **options)
        contexts.append(context)
        page = context.new_page()
        watch = Watch(home)
        watch.attach(page)
        watches.append(watch)
        page.goto(home + path)
        return page

    yield open_at
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def lasting_page(browser: Browser) -> Iterator[Page]:
    """The page of ``visit``, which outlives a test."""
    context = _new_context(browser)
    yield context.new_page()
    context.close()


@pytest.fixture
def visit(lasting_page: Page, watches: list[Watch]) -> Iterator[OpenPage]:
    """Open an address in a page that other tests have used and left without a trace.

    A new context costs more than most tests. Those that listen to a page, stop its clock or want
    options of a context have one of their own (``open_page``).
    """
    attached: list[Watch] = []
    session = lasting_page.context.new_cdp_session(lasting_page)
    session.send("Page.enable")

    def visit_at(home: str, path: str, viewport: ViewportSize = DESKTOP) -> Page:
        is_first = home not in {watch.home for watch in attached}
        watch = Watch(home)
        watch.attach(lasting_page)
        attached.append(watch)
        watches.append(watch)
        lasting_page.set_viewport_size(viewport)
        if is_first:
            forgetting = session.send("Page.addScriptToEvaluateOnNewDocument", FORGET)
        lasting_page.goto(home + path)
        if is_first:
            session.send("Page.removeScriptToEvaluateOnNewDocument", forgetting)
        return lasting_page

    yield visit_at
    lasting_page.unroute_all()
    lasting_page.emulate_media(media="null", color_scheme="light")
    for watch in attached:
        watch.detach(lasting_page)
    session.detach()
    lasting_page.mouse.move(0, 0)
