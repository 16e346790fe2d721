"""Kinds of tests share what lies beside their folders, and import nothing from each other."""

from __future__ import annotations

import ast
import fnmatch
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]
KINDS = sorted({path.relative_to(TESTS).parts[0] for path in TESTS.rglob("test_*.py")})


def _modules(folder: Path) -> Iterator[tuple[Path, ast.Module]]:
    for path in folder.rglob("*.py"):
        if "inputs" not in path.parts:  # Hostile files are no modules, whatever they are called.
            yield path, ast.parse(path.read_text(encoding="utf-8"))


def _imported(module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        if isinstance(node, ast.ImportFrom):
            yield node.module or ""
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names)


def test_no_folder_of_tests_is_left_out(pytestconfig: pytest.Config) -> None:
    skipped: list[str] = pytestconfig.getini("norecursedirs")
    holding = {folder for path in TESTS.rglob("test_*.py") for folder in path.parents}
    names = {folder.name for folder in holding if folder.is_relative_to(TESTS)}
    assert {"build", "unit"} <= names
    assert [name for name in names for one in skipped if fnmatch.fnmatch(name, one)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_no_kind_of_test_imports_from_another(kind: str) -> None:
    foreign = {f"tests.{other}" for other in KINDS if other != kind}
    crossing = [
        f"{path.relative_to(TESTS)}: {name}"
        for path, module in _modules(TESTS / kind)
        for name in _imported(module)
        if ".".join(name.split(".")[:2]) in foreign
    ]
    assert crossing == []


def test_one_module_makes_tagged_articles() -> None:
    makers = {
        path.relative_to(TESTS).as_posix()
        for path, module in _modules(TESTS)
        for node in ast.walk(module)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "TaggedArticle"
    }
    assert makers == {"stories.py"}
