"""How fast the desk opens and answers, in a real browser.

Run ``python -m bench.review CONTENT [KEYS]``, where CONTENT is the content folder of a tagged
archive, which is copied. Prints one JSON line:

- ``stories_opening``, ``first_opening``, ``next_stories_opening`` and ``next_opening``: seconds
  from the start of the command to the first story, and to the first question about names, without
  what an opening before has left (the first lines of the stories, the merges), and with it;
- ``key``: milliseconds from a key to the next question in the page, which stands there when the
  answer is on the disk: how many keys were pressed, fewer than KEYS where nothing is left to ask,
  their median, 95th percentile and largest, of each list.
"""

from __future__ import annotations

import json
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page

from bench.browser import chromium

_PATIENCE = 120_000
"""Milliseconds until the search for merges is given up."""

_KEYS = {"names": ("Same", "sdn"), "tags": ("Right", "rw"), "stories": ("Reviewed", "r")}
"""A button of each list, and the keys that are pressed there in turn."""

_TIME_KEY = """() => new Promise((resolve) => {
  const before = document.querySelector("h1");
  const watch = new MutationObserver(() => {
    if (document.querySelector("h1") === before) return;
    watch.disconnect();
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - window.keyAt)));
  });
  watch.observe(document.body, { childList: true, subtree: true });
})"""
"""Gives the milliseconds from a key to the painted next question."""


def main() -> None:
    """Measure and print."""
    archive, keys = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 60
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        content = Path(folder) / "content"
        for part in filter(Path.is_dir, map(archive.joinpath, ("articles", "authorities"))):
            shutil.copytree(part, content / part.name)
        stories = sum(1 for _ in content.rglob("*.md"))
        with _desk(content, browser, "stories") as (_page, opened):
            to_stories = opened
        with _desk(content, browser, "names") as (_page, opened):
            first = opened
        with _desk(content, browser, "stories") as (_page, opened):
            to_stories_again = opened
        with _desk(content, browser, "names") as (page, opened):
            times = {name: _press(page, name, keys) for name in _KEYS}
        report = {
            "stories": stories,
            "stories_opening": round(to_stories, 2),
            "first_opening": round(first, 2),
            "next_stories_opening": round(to_stories_again, 2),
            "next_opening": round(opened, 2),
            "key": {name: _summary(of) for name, of in times.items()},
        }
    print(json.dumps(report))


@contextmanager
def _desk(content: Path, browser: Browser, name: str) -> Iterator[tuple[Page, float]]:
    """Open the desk at a list; give its page, and the seconds until the first question stood."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "cuttings.cli", "review", "--no-browser"]
    process = subprocess.Popen(
        [*command, "--content", str(content)], stdout=subprocess.PIPE, encoding="utf-8"
    )
    try:
        assert process.stdout is not None
        (address,) = re.findall(r"http://\S+", process.stdout.readline())
        page = browser.new_page()
        page.goto(f"{address}#{name}", wait_until="commit")
        page.locator(".desk-actions button").first.wait_for(timeout=_PATIENCE)
        yield page, time.perf_counter() - start
        page.close()
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate()


def _press(page: Page, name: str, count: int) -> list[float]:
    """Press keys in a list, until it is empty; return the milliseconds of each until the next."""
    button, keys = _KEYS[name]
    page.evaluate("name => { location.hash = name; }", name)
    page.get_by_role("button", name=button, exact=True).wait_for()
    page.evaluate("addEventListener('keydown', () => { window.keyAt = performance.now(); }, true)")
    times: list[float] = []
    for number in range(count):
        page.wait_for_load_state("networkidle")  # as a person reads before the next key
        if not page.get_by_role("button", name=button, exact=True).is_visible():
            break
        page.evaluate(f"window.shown = ({_TIME_KEY})(); undefined")
        page.keyboard.press(keys[number % len(keys)])
        times.append(float(page.evaluate("window.shown")))
    return times


def _summary(times: Sequence[float]) -> dict[str, float]:
    ordered = sorted(times)
    return {
        "keys": len(ordered),
        "median": round(statistics.median(ordered), 1),
        "p95": round(ordered[int(len(ordered) * 0.95)], 1),
        "max": round(ordered[-1], 1),
    }


if __name__ == "__main__":
    main()
