"""Photograph a page of every kind at three widths, light and dark, into ``shots/``.

Run it as ``python -m tests.browser.screenshots [NAME…]``; names are those of ``PAGE_KINDS``.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from bench.browser import chromium
from playwright.sync_api import Browser
from tests.browser.trial_site import PAGE_KINDS, build_trial_site

WIDTHS = (360, 768, 1440)
SCHEMES = ("light", "dark")
SHOTS = Path(__file__).with_name("shots")


def photograph(browser: Browser, address: str, names: list[str]) -> None:
    """Write ``NAME-WIDTH-SCHEME.png`` for every combination."""
    for scheme in SCHEMES:
        for width in WIDTHS:
            context = browser.new_context(
                viewport={"width": width, "height": 900},
                color_scheme=scheme,  # type: ignore[arg-type]
            )
            page = context.new_page()
            for name in names:
                page.goto(address + PAGE_KINDS[name])
                page.evaluate("document.fonts.ready.then(() => true)")
                if name == "search":
                    page.locator(".result").first.wait_for()
                page.screenshot(path=SHOTS / f"{name}-{width}-{scheme}.png", full_page=True)
            context.close()


def main() -> None:
    """Build the trial site and photograph the pages named on the command line, or all."""
    names = sys.argv[1:] or list(PAGE_KINDS)
    SHOTS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        site = build_trial_site(Path(folder))
        photograph(browser, f"{site.as_uri()}/", names)


if __name__ == "__main__":
    main()
