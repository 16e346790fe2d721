"""Which tests look at a module, in rings: those of the module, of its stage, and of properties."""

from __future__ import annotations

import re
from pathlib import Path

_PROPERTIES = (Path("tests/property"),)


def rings_of_tests(repository: Path, module: Path) -> list[tuple[Path, ...]]:
    """Return test files and folders around a module, from the nearest on.

    First the module's own test file and those that import it, of which there may be none, then the
    unit tests of its stage, then the tests of what holds for any input.

    Args:
        repository: The root of the repository.
        module: The module's path from the root of the packages.
    """
    return [_nearest(repository, module), _stage(repository, module), _PROPERTIES]


def _nearest(repository: Path, module: Path) -> tuple[Path, ...]:
    """Return the module's own test file, by its mirrored path, and those that import it."""
    own = Path("tests/unit", *module.parts[1:-1], f"test_{module.name}")
    name = re.compile(rf"\b{re.escape('.'.join(module.with_suffix('').parts))}\b")
    importing = [
        path.relative_to(repository)
        for path in sorted((repository / "tests/unit").rglob("test_*.py"))
        if name.search(path.read_text(encoding="utf-8"))
    ]
    first = [own] if (repository / own).exists() else []
    return (*first, *(path for path in importing if path != own))


def _stage(repository: Path, module: Path) -> tuple[Path, ...]:
    """Return the unit tests of the module's stage; of a module of the root, those of all."""
    folder = Path("tests/unit", *module.parts[1:2])
    return (folder,) if (repository / folder).is_dir() else (Path("tests/unit"),)
