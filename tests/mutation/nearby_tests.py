"""Which tests look at a module, in rings from the nearest on."""

from __future__ import annotations

import re
from pathlib import Path


def rings_of_tests(repository: Path, module: Path) -> list[tuple[Path, ...]]:
    """Return groups of test files around a module, from the nearest on; none is empty.

    First the module's own test file, then those that import it, then the unit tests of its stage,
    then the tests of what holds for any input of that stage. Only whole builds run a plugin. Beside
    a module that belongs to no stage lie the tests of the others of its kind.

    Args:
        repository: The root of the repository.
        module: The module's path from the root of the packages.
    """
    own = Path("tests/unit", *module.parts[1:-1], f"test_{module.name}")
    stage = Path(*module.parts[:2]).with_suffix("")
    unit_tests = Path("tests/unit", stage.name)
    rings = (
        [own] if (repository / own).exists() else [],
        _importing(repository, Path("tests/unit"), module.with_suffix("")),
        [unit_tests]
        if (repository / unit_tests).is_dir()
        else _directly_in(repository, "tests/unit"),
        _importing(repository, Path("tests/property"), stage),
        [Path("tests/build")] if module.name == "plugin.py" else [],
    )
    return [tuple(ring) for ring in rings if ring]


def _directly_in(repository: Path, folder: str) -> list[Path]:
    return sorted(path.relative_to(repository) for path in (repository / folder).glob("test_*.py"))


def _importing(repository: Path, tests: Path, module: Path) -> list[Path]:
    """Return the test files that name a module or package."""
    name = re.compile(rf"\b{re.escape('.'.join(module.parts))}\b")
    return [
        path.relative_to(repository)
        for path in sorted((repository / tests).rglob("test_*.py"))
        if name.search(path.read_text(encoding="utf-8"))
    ]
