"""Hostile pages opened in Chromium: no script of a value runs, and no other host is asked."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from bench.static_server import serve
from playwright.sync_api import Browser, Page
from tests.attack.hostile_values import EVIL_HOST, MARK

_COMPLAINTS = (MARK, EVIL_HOST, "Content Security Policy", "Content-Security-Policy")


def assert_nothing_runs(browser: Browser, site: Path, paths: Iterable[str]) -> int:
    """Open pages of a site and assert that each is what the theme made it, and return how many.

    Args:
        browser: Chromium.
        site: The site's folder.
        paths: Paths of pages from the site's root, with a query or fragment.
    """
    problems: list[str] = []
    count = 0
    with serve(site) as server:
        context = browser.new_context(service_workers="block")
        context.set_default_timeout(20_000)
        page = context.new_page()
        _watch(page, server.address, problems)
        for path in paths:
            page.goto(f"{server.address}/{path}")
            _look_at(page, path, problems)
            count += 1
        context.close()
    assert problems == []
    return count


def _watch(page: Page, home: str, problems: list[str]) -> None:
    page.on("dialog", lambda dialog: problems.append(f"dialog: {dialog.message}"))
    page.on("pageerror", lambda error: problems.append(f"exception: {error}"))
    page.on("popup", lambda popup: problems.append(f"popup: {popup.url}"))
    page.on("framenavigated", lambda frame: _check_address(frame.url, home, problems))
    page.on("request", lambda request: _check_address(request.url, home, problems))
    page.on(
        "console",
        lambda message: problems.extend(
            f"{message.type}: {message.text}" for words in _COMPLAINTS if words in message.text
        ),
    )


def _check_address(address: str, home: str, problems: list[str]) -> None:
    if not address.startswith((f"{home}/", "data:", "about:blank")):
        problems.append(f"outside: {address}")


def _look_at(page: Page, path: str, problems: list[str]) -> None:
    """Give what waits for a reader a chance: focus, pointer, and the ends of loading."""
    page.wait_for_load_state("load")
    page.keyboard.press("Tab")
    page.mouse.move(200, 300)
    taken = page.evaluate(f"document.title.includes({MARK!r}) && document.title === {MARK!r}")
    if taken:
        problems.append(f"{path}: a script wrote the title")
    if handlers := page.evaluate(
        "[...document.querySelectorAll('*')].flatMap(e => e.getAttributeNames())"
        ".filter(n => n.startsWith('on') || n === 'srcdoc' || n === 'autofocus')"
    ):
        problems.append(f"{path}: {handlers}")
