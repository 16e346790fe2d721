"""Whole sites, built as `make html` builds them, in temporary folders."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.built_once import built_once
from tests.commands.forked_commands import ROOT, Command, ForkedCommands

from cuttings.article.article import Article
from cuttings.article.article_file import render_article
from cuttings.article.atomic_file import write_atomically
from cuttings.article.content_folder import ContentFolder


@dataclass(frozen=True, slots=True)
class Build:
    """One run of Pelican.

    Attributes:
        output: The folder of the site.
        status: The exit status.
        messages: What it printed, each run of white space one space.
    """

    output: Path
    status: int
    messages: str


REPORT_LINK = "https://example.org/report?page={page}"
"""Where readers of the published site report wrong tags."""

RunPelican = Callable[..., Build]
FileArticles = Callable[..., Path]


def _words(content: Path, output: Path, settings: str) -> list[str]:
    """Return the words behind ``pelican`` that build a site as `make html` does."""
    if not (ROOT / "theme" / "static" / "assets.json").exists():
        pytest.fail("the theme is not bundled; run 'make setup'")
    options = ["--settings", str(ROOT / settings), "--fatal", "errors"]
    return [str(content), "--output", str(output), *options]


@pytest.fixture(scope="session")
def run_pelican(commands: ForkedCommands) -> RunPelican:
    """Build the site of a content folder: ``run_pelican(content, output, SITEURL=…)``."""

    def run(
        content: Path, output: Path, *, settings: str = "pelicanconf.py", **environment: str
    ) -> Build:
        words = ["pelican", *_words(content, output, settings)]
        done = commands.run(Command(words, environment=environment))
        return Build(output, done.status, " ".join(done.messages.split()))

    return run


@pytest.fixture(scope="session")
def start_pelican() -> RunPelican:
    """Build a site by a Python that starts anew, with any environment, as a shell does."""

    def run(content: Path, output: Path, **environment: str) -> Build:
        done = subprocess.run(
            [sys.executable, "-m", "pelican", *_words(content, output, "pelicanconf.py")],
            cwd=ROOT,
            env={**os.environ, **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        return Build(output, done.returncode, " ".join(done.stdout.split()))

    return run


@pytest.fixture(scope="session")
def file_articles() -> FileArticles:
    """File articles in a new content folder and return it."""

    def file(root: Path, *articles: Article) -> Path:
        folder = ContentFolder(root)
        for article in articles:
            write_atomically(folder.article_path(article), render_article(article))
        return root

    return file


@pytest.fixture(scope="session")
def demo_content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the demo archive without its inbox, which no test may change."""

    def copy(folder: Path) -> None:
        skipped = shutil.ignore_patterns("inbox", "originals")
        shutil.copytree(ROOT / "content", folder, ignore=skipped, dirs_exist_ok=True)

    return built_once(tmp_path_factory, "demo-content", copy)


@pytest.fixture(scope="session")
def demo_site(
    demo_content: Path, run_pelican: RunPelican, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The site of the demo archive as `make html` writes it."""

    def write(folder: Path) -> None:
        build = run_pelican(demo_content, folder)
        assert build.status == 0, build.messages

    return built_once(tmp_path_factory, "demo-site", write)


@pytest.fixture(scope="session")
def published_site(
    demo_content: Path, run_pelican: RunPelican, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The site of the demo archive as `make publish` writes it for a project page."""

    def write(folder: Path) -> None:
        address = "https://name.github.io/archive/"
        build = run_pelican(
            demo_content,
            folder,
            settings="publishconf.py",
            SITEURL=address,
            CUTTINGS_REPORT_LINK=REPORT_LINK,
        )
        assert build.status == 0, build.messages

    return built_once(tmp_path_factory, "published-site", write)
