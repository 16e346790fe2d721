"""The documents hold: what they name exists, and their links lead somewhere."""

from __future__ import annotations

import dataclasses
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from cuttings.browse.pages.archive_summary import ArchiveSummary
from cuttings.browse.pages.article_page import ArticlePage
from cuttings.browse.pages.date_list import DateList
from cuttings.browse.pages.entity_page import EntityPage
from cuttings.browse.pages.home_page import HomePage
from cuttings.browse.pages.name_list import NameList
from cuttings.browse.pages.period_page import PeriodPage
from cuttings.browse.pages.search_page import SearchPage
from cuttings.browse.pages.source_page import SourcePage
from cuttings.browse.template_filters import FILTERS

ROOT = Path(__file__).resolve().parents[2]
DOCS = sorted((ROOT / "docs").glob("*.md"))
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *DOCS]
SOURCES = ("plugins", "theme/src", "tests", "bench")
MOST_FILES_OF_A_RECIPE = 5

_CODE = re.compile(r"`([^`\n]+)`")
_FENCE = re.compile(r"^```.*?^```$", re.M | re.S)
_FOLDER = re.compile(r"begin (?:at|there)\b")
_PATH_WITH_SUFFIX = re.compile(r"[\w/-]+\.(?:py|ts|mjs|css)")
_PATH_WITHOUT = re.compile(r"[a-z_]+(?:/[a-z_]+)+/?")
_MODULE = re.compile(r"(?:python -m )?((?:cuttings|tests|bench)(?:\.[a-z_]+)+)(?: .*)?")
_TYPE = re.compile(r"[A-Z][a-z]+(?:[A-Z][a-z]+)+")
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_ANCHOR = re.compile(r'<a id="([a-z-]+)"></a>')
_TITLE = re.compile(r"^#{1,6} (.*)$", re.M)
_DECISION = re.compile(r'^#{3,4} <a id="[a-z-]+"></a>(.*)\n(.*)$', re.M)

OUTSIDE = {"OpenSearch", "IndexedDB"}
"""Names in capitals that are not of this code."""

PAGE_VALUES = {
    "index.html": HomePage,
    "article.html": ArticlePage,
    "entity.html": EntityPage,
    "source.html": SourcePage,
    "period.html": PeriodPage,
    "name_list.html": NameList,
    "date_list.html": DateList,
    "search.html": SearchPage,
}


def prose(page: Path) -> str:
    """Return a page without its blocks of code and its diagrams."""
    return _FENCE.sub("", page.read_text(encoding="utf-8"))


def roots(text: str) -> list[Path]:
    """Return the folders that the paths of a page begin at: those in its head, then the usual."""
    head = "\n\n".join(text.split("\n\n")[:3])
    own = _CODE.findall(head) if _FOLDER.search(head) else []
    usual = ["", "plugins", "plugins/cuttings", "theme/src", "theme/src/styles"]
    return [ROOT / folder for folder in [*own, *usual] if (ROOT / folder).is_dir()]


def named_paths(text: str) -> Iterator[str]:
    """Yield the files, folders and modules that a page names."""
    own = _FOLDER.search("\n\n".join(text.split("\n\n")[:3])) is not None
    for code in _CODE.findall(text):
        if _PATH_WITH_SUFFIX.fullmatch(code):
            yield code
        elif module := _MODULE.fullmatch(code):
            yield module[1].replace(".", "/")
        elif _PATH_WITHOUT.fullmatch(code) and (own or code.startswith(SOURCES)):
            yield code.rstrip("/")


def exists(path: str, folders: list[Path]) -> bool:
    """Whether a file, a folder or a module is there below one of the folders."""
    ends = ("", ".py", ".ts")
    return any((folder / f"{path}{end}").exists() for folder in folders for end in ends)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_that_a_page_names_exists(page: Path) -> None:
    text = prose(page)
    folders = roots(text)
    built = {"content", "output", "offline", "search", "data", "pages", "people", "dates"}
    missing = {
        path
        for path in named_paths(text)
        if path.split("/")[0] not in built and not exists(path, folders)
    }
    assert missing == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_type_that_a_page_names_exists(page: Path) -> None:
    named = {code for code in _CODE.findall(prose(page)) if _TYPE.fullmatch(code)} - OUTSIDE
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for folder in SOURCES
        for path in (ROOT / folder).rglob("*.*")
        if path.suffix in {".py", ".ts"} and "node_modules" not in path.parts
    )
    declared = set(re.findall(r"(?:class|interface|type) (\w+)|^(\w+) = ", code, re.M))
    assert named <= {name for pair in declared for name in pair}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in _LINK.findall(prose(page)):
        if link.startswith("https://"):
            continue
        name, _, anchor = link.partition("#")
        target = page.parent / name if name else page
        assert target.exists(), link
        if anchor:
            assert anchor in anchors(target.read_text(encoding="utf-8")), link


def anchors(text: str) -> set[str]:
    """Return what a link into a page may end in: its own anchors, and those made of its titles."""
    titles = {
        re.sub(r"[^\w -]", "", title).lower().replace(" ", "-") for title in _TITLE.findall(text)
    }
    return titles | set(_ANCHOR.findall(text))


def test_the_title_of_a_decision_asks_and_its_first_line_answers() -> None:
    text = (ROOT / "docs" / "decisions.md").read_text(encoding="utf-8")
    decisions = _DECISION.findall(text)
    assert len(decisions) > 100
    for title, answer in decisions:
        assert title.endswith("?"), title
        assert re.fullmatch(r"\*\*.+[.:]\*\*", answer), title
    names = _ANCHOR.findall(text)
    assert len(names) == len(set(names))


@pytest.mark.parametrize("template", PAGE_VALUES)
def test_a_template_gets_what_is_written(template: str) -> None:
    text = (ROOT / "docs" / "templates.md").read_text(encoding="utf-8")
    (row,) = re.findall(rf"^\| `{re.escape(template)}` \|(.*)$", text, re.M)
    written = set(re.findall(r"`page\.(\w+)", row))
    made = {field.name for field in dataclasses.fields(PAGE_VALUES[template])}
    assert written == made - {"path"}
    assert (ROOT / "theme" / "templates" / template).is_file()


def test_what_every_page_shows_is_written() -> None:
    text = (ROOT / "docs" / "templates.md").read_text(encoding="utf-8")
    (row,) = re.findall(r"^\| `archive` \|(.*)$", text, re.M)
    written = set(_CODE.findall(row)) - {"ArchiveSummary"}
    assert written == {field.name for field in dataclasses.fields(ArchiveSummary)}
    (row,) = re.findall(r"^\| `ASSETS` \|(.*)$", text, re.M)
    templates = (ROOT / "theme" / "templates").glob("*.html")
    used = {name for path in templates for name in re.findall(r"ASSETS\.(\w+)", path.read_text())}
    assert set(_CODE.findall(row)) - {"theme/"} == used
    assert set(re.findall(r"^\| `(\w+)` \| ", text.split("| filter |")[1], re.M)) == set(FILTERS)


def test_a_recipe_names_few_files_and_a_test() -> None:
    text = (ROOT / "docs" / "recipes.md").read_text(encoding="utf-8")
    recipes = text.split("\n## ")[1:]
    assert len(recipes) == 5
    for recipe in recipes:
        title = recipe.splitlines()[0]
        changed, _, check = recipe.partition("\nCheck: ")
        opened = {path for path in named_paths(changed) if (ROOT / path).is_file()}
        assert 1 <= len(opened) <= MOST_FILES_OF_A_RECIPE, (title, opened)
        tests = re.findall(r"tests/[\w/]+\.py", check)
        assert tests, title
        assert all((ROOT / test).is_file() for test in tests), title


@pytest.mark.parametrize("stage", ["ingest", "entities"])
def test_the_folders_of_a_stage_are_listed_as_they_import_each_other(stage: str) -> None:
    text = (ROOT / "docs" / f"{stage}.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `([a-z]+)` \|", text, re.M)
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (contract,) = (
        contract
        for contract in settings["tool"]["importlinter"]["contracts"]
        if contract.get("containers") == [f"cuttings.{stage}"]
    )
    folders = {
        path.parent.name for path in (ROOT / "plugins" / "cuttings" / stage).glob("*/__init__.py")
    }
    layers = " | ".join(contract["layers"]).split(" | ")
    assert listed == [name for name in layers if name in folders]
