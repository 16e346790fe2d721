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

from cuttings.article.article import Article
from cuttings.article.article_file import render_article
from cuttings.article.atomic_file import write_atomically
from cuttings.article.content_folder import ContentFolder

ROOT = Path(__file__).resolve().parent.parent.parent


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


RunPelican = Callable[..., Build]
FileArticles = Callable[..., Path]


def _run_pelican(
    content: Path, output: Path, *, settings: str = "pelicanconf.py", **env: str
) -> Build:
    if not (ROOT / "theme" / "static" / "assets.json").exists():
        pytest.fail("the theme is not bundled; run 'make setup'")
    command = [sys.executable, "-m", "pelican", str(content), "--output", str(output)]
    options = ["--settings", str(ROOT / settings), "--fatal", "errors"]
    result = subprocess.run(
        [*command, *options],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "300", **env},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return Build(output, result.returncode, " ".join(result.stdout.split()))


@pytest.fixture(scope="session")
def run_pelican() -> RunPelican:
    """Build the site of a content folder: ``run_pelican(content, output, SITEURL=…)``."""
    return _run_pelican


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
    """A copy of the demo archive without its inbox."""
    content = tmp_path_factory.mktemp("demo") / "content"
    skipped = shutil.ignore_patterns("inbox", "originals")
    shutil.copytree(ROOT / "content", content, ignore=skipped)
    return content


@pytest.fixture(scope="session")
def demo_site(demo_content: Path, run_pelican: RunPelican) -> Path:
    """The site of the demo archive as `make html` writes it."""
    build = run_pelican(demo_content, demo_content.parent / "output")
    assert build.status == 0, build.messages
    return build.output


@pytest.fixture(scope="session")
def published_site(demo_content: Path, run_pelican: RunPelican) -> Path:
    """The site of the demo archive as `make publish` writes it for a project page."""
    build = run_pelican(
        demo_content,
        demo_content.parent / "published",
        settings="publishconf.py",
        SITEURL="https://name.github.io/archive/",
    )
    assert build.status == 0, build.messages
    return build.output
