"""How the code lies in its folders."""

from __future__ import annotations

from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "plugins" / "cuttings"
MOST_MODULES = 25
"""Modules of one folder: what a newcomer still reads as a list."""

FOLDERS = [PACKAGE, *(path.parent for path in PACKAGE.rglob("*/__init__.py"))]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_folder_has_few_modules_and_says_what_it_holds(folder: Path) -> None:
    modules = [path for path in folder.glob("*.py") if path.name != "__init__.py"]
    assert len(modules) <= MOST_MODULES
    assert (folder / "__init__.py").read_text(encoding="utf-8").startswith(('"""', "'''", 'r"""'))
