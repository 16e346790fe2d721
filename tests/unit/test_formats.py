"""A format that an installed package adds by its entry point."""

from __future__ import annotations

import inspect
import itertools
import os
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from cuttings import formats

PROJECT = """
[build-system]
requires = ["setuptools"]
build-backend = "setuptools.build_meta"

[project]
name = "cuttings-teletext"
version = "1.0"

[project.entry-points."cuttings.formats"]
teletext = "cuttings_teletext:FORMAT"

[tool.setuptools]
py-modules = ["cuttings_teletext"]
"""
NOT_A_FORMAT = "\nNOT_A_FORMAT = 'nothing'\n"


def _documented_reader() -> str:
    """The module that the docstring of ``cuttings.formats`` shows, as a package would hold it."""
    documentation = inspect.getdoc(formats) or ""
    _, _, shown = documentation.partition("is this module::\n")
    indented = itertools.takewhile(
        lambda line: not line.strip() or line.startswith("    "), shown.splitlines()
    )
    return textwrap.dedent("\n".join(indented))


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder into which the package was installed."""
    folder = tmp_path_factory.mktemp("installed")
    package = folder / "package"
    package.mkdir()
    (package / "pyproject.toml").write_text(PROJECT, encoding="utf-8")
    (package / "cuttings_teletext.py").write_text(
        _documented_reader() + NOT_A_FORMAT, encoding="utf-8"
    )
    site = folder / "site"
    flags = "--quiet --no-deps --no-build-isolation --no-index --disable-pip-version-check".split()
    subprocess.run(
        [sys.executable, "-m", "pip", "install", *flags, "--target", str(site), str(package)],
        check=True,
        capture_output=True,
    )
    return site


def _renamed(installed: Path, folder: Path, name: str) -> Path:
    """Copy an installed package below a folder; its entry point is another name of the module."""
    site = folder / "site"
    shutil.copytree(installed, site)
    (points,) = site.glob("*.dist-info/entry_points.txt")
    text = points.read_text(encoding="utf-8")
    assert ":FORMAT" in text
    points.write_text(text.replace(":FORMAT", f":{name}"), encoding="utf-8")
    return site


def _cuttings(folder: Path, site: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join(filter(None, [str(site), os.environ.get("PYTHONPATH")]))
    return subprocess.run(
        [sys.executable, "-m", "cuttings.cli", *arguments],
        env={**os.environ, "PYTHONPATH": path},
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_an_installed_package_adds_a_format(installed: Path, tmp_path: Path) -> None:
    listed = _cuttings(tmp_path, installed, "formats").stdout
    assert "Teletext" in listed
    assert "news.ttx" in listed
    inbox = tmp_path / "content" / "inbox"
    inbox.mkdir(parents=True)
    pages = "Wall falls|It fell.\nRing found|It was lost.\nCafé opens|It was closed.\n"
    (inbox / "a.ttx").write_text(pages, encoding="cp1252")
    done = _cuttings(tmp_path, installed, "add", "--inbox")
    assert "a.ttx, page 2: filed as" in done.stdout, done.stderr
    assert {path.stem for path in tmp_path.glob("content/articles/*/*.md")} == {
        "wall-falls",
        "ring-found",
        "cafe-opens",
    }


def test_every_name_of_the_face_is_explained_in_its_docstring() -> None:
    documentation = inspect.getdoc(formats) or ""
    assert [name for name in formats.__all__ if f"`{name}`" not in documentation] == []


def test_a_package_that_adds_no_format_is_one_line(installed: Path, tmp_path: Path) -> None:
    site = _renamed(installed, tmp_path, "NOT_A_FORMAT")
    done = _cuttings(tmp_path, site, "formats")
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert line.startswith("the entry point 'teletext'")


def test_a_package_that_cannot_be_loaded_is_one_line(installed: Path, tmp_path: Path) -> None:
    site = _renamed(installed, tmp_path, "MISSING")
    done = _cuttings(tmp_path, site, "formats")
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert line.startswith("the format 'teletext' cannot be loaded")


@pytest.mark.parametrize(
    "name", ["Markdown", "HTML", "table", "JSON", "--map", "https://", "--fetch"]
)
def test_our_own_formats_are_listed_with_an_example(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    from cuttings.cli import main

    assert main(["formats"]) == 0
    assert name in capsys.readouterr().out
