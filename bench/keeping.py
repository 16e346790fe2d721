"""What keeping the archive on a device takes, and an update: `python -m bench.keeping`.

Builds the newswire archive without its newest story, keeps it in Chromium, builds it
again with that story and takes the update. Prints one JSON object a line: files and
bytes of the site, of the list of files, and what each step moved and how long it took.
"""

from __future__ import annotations

import argparse
import gzip
import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from bench.browser import chromium
from bench.reuters_articles import newswire_corpus, write_archive
from bench.static_server import StaticServer, serve
from cuttings.article.article_file import read_article
from cuttings.article.content_folder import ContentFolder

ROOT = Path(__file__).resolve().parent.parent
STORIES = 13_186
PATIENCE = 1_800_000
"""Milliseconds until a step is given up."""

MOST_UPDATE_SHARE = 0.2
"""Most of the archive's bytes that an update for one new story may fetch, compressed.

What was reached; half of it are further parts of long lists, which begin with counts and a chart.
"""


def main() -> int:
    """Measure; the exit status is 1 if the update fetches too much."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=int, default=STORIES, help="size of the archive")
    options = parser.parse_args()
    corpus = newswire_corpus()
    with tempfile.TemporaryDirectory(prefix="cuttings-keeping-") as work:
        folder = Path(work)
        content = ContentFolder(folder / "content")
        write_archive(corpus, content, options.stories)
        newest = max(content.article_paths(), key=lambda path: str(read_article(path).date))
        aside = newest.rename(folder / newest.name)
        site = _build(content.root, folder / "web" / "site")
        _print("site", {"stories": options.stories - 1, **_sizes(site)})
        with chromium() as browser, serve(site) as server:
            page = browser.new_context().new_page()
            page.goto(f"{server.address}/offline.html")
            kept = _step(page, server, "Keep on this device")
            _print("keep", kept)
            shutil.rmtree(site)
            aside.rename(newest)
            _build(content.root, site)
            page.reload()
            updated = _step(page, server, "Update")
            _print("update for one new story", updated)
    return int(updated["megabytes"] > kept["megabytes"] * MOST_UPDATE_SHARE)


def _build(content: Path, site: Path) -> Path:
    command = [sys.executable, "-m", "pelican", str(content), "--output", str(site)]
    command += ["--settings", "pelicanconf.py", "--extra-settings", "CUTTINGS_INBOX=false"]
    subprocess.run(command, check=True, cwd=ROOT, capture_output=True)
    return site


def _sizes(site: Path) -> dict[str, Any]:
    version = json.loads((site / "offline" / "version.json").read_bytes())
    packed = (site / version["list"]).read_bytes()
    return {
        "files": version["files"],
        "megabytes": round(version["bytes"] / 1_000_000, 1),
        "list_kilobytes_gzipped": round(len(gzip.compress(packed, 6)) / 1_000),
    }


def _step(page: Page, server: StaticServer, label: str) -> dict[str, Any]:
    """Press a button and wait until the whole archive is on the device."""
    button = page.get_by_role("button", name=label)
    expect(button).to_be_visible(timeout=PATIENCE)
    server.reset()
    start = time.perf_counter()
    button.click()
    done = page.locator(".keep-text", has_text="The whole archive is on this device")
    expect(done).to_be_visible(timeout=PATIENCE)
    return {
        "seconds": round(time.perf_counter() - start, 1),
        "requests": server.requests,
        "megabytes": round(server.sent / 1_000_000, 2),
    }


def _print(measure: str, values: dict[str, Any]) -> None:
    print(json.dumps({"measure": measure, **values}), flush=True)


if __name__ == "__main__":
    sys.exit(main())
