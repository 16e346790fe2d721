"""Every regular expression of a package, with the ways in which it is used."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import regex

_SCANNING = frozenset({"finditer", "findall", "sub", "subn", "split"})
_METHODS = _SCANNING | {"search", "match", "fullmatch"}
_BEGINNING_WITH = {"match": {"search", "finditer"}, "search": {"finditer"}}
"""Ways that begin with all that another does: a search tries the start of a text first, and going
through a text is one search after the other."""

_PATTERNS = (re.Pattern, regex.Pattern)


@dataclass(frozen=True, slots=True)
class PatternUse:
    """An expression and a way to use it.

    Attributes:
        name: Where it stands, as in "cuttings.ingest.text.dates._URL_DATE" or, of one in
            the midst of a function, "cuttings.ingest.text.dates:91".
        pattern: The expression.
        method: "match", "fullmatch", "search", or "finditer" for all that go through a text.
    """

    name: str
    pattern: Any
    method: str

    def run(self, text: str) -> None:
        """Use the expression on a text."""
        subject: Any = text
        if isinstance(self.pattern.pattern, bytes):
            subject = text.encode()
        found = getattr(self.pattern, self.method)(subject)
        if self.method == "finditer":
            for _match in found:
                pass

    def run_each(self, texts: Iterable[str]) -> None:
        """Use the expression on one text after the other."""
        for text in texts:
            self.run(text)


def pattern_uses(package: ModuleType) -> Iterator[PatternUse]:
    """Yield every expression of a package once for each way in which it is used.

    Args:
        package: Imported; its modules are, too.
    """
    for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if info.name.endswith("__main__"):
            continue
        module = importlib.import_module(info.name)
        tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
        yield from _named(module, _methods_by_name(tree))
        yield from _inline(module, tree)


def _named(module: ModuleType, methods: dict[str, set[str]]) -> Iterator[PatternUse]:
    """Yield the expressions that a module has names for, also in its tuples and mappings."""
    for name, value in vars(module).items():
        for position, pattern in _patterns_in(value):
            is_single = value is pattern
            used = methods.get(name) if is_single else {"match", "finditer"}
            where = f"{module.__name__}.{name}" + ("" if is_single else f"[{position}]")
            for method in _ways(used or ()):
                yield PatternUse(where, pattern, method)


def _patterns_in(value: object) -> Iterator[tuple[int, Any]]:
    if isinstance(value, _PATTERNS):
        yield 0, value
    elif isinstance(value, dict):
        yield from _patterns_in(tuple(value) + tuple(value.values()))
    elif isinstance(value, tuple | list | frozenset):
        for position, item in enumerate(value):
            for _inner, pattern in _patterns_in(item):
                yield position, pattern


def _ways(methods: Iterable[str]) -> list[str]:
    """Return the ways that are to be tried: what another one does first need not be tried alone."""
    ways = {"finditer" if method in _SCANNING else method for method in methods}
    return sorted(way for way in ways if not ways & _BEGINNING_WITH.get(way, set()))


def _methods_by_name(tree: ast.Module) -> dict[str, set[str]]:
    """Return how a module uses each name; one that it hands on may be used in every way."""
    methods: dict[str, set[str]] = defaultdict(set)
    bases: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            bases.add(id(node.value))
            if node.attr in _METHODS:
                methods[node.value.id].add(node.attr)
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and id(node) not in bases:
            methods[node.id] |= {"match", "search", "finditer"}
    return methods


def _inline(module: ModuleType, tree: ast.Module) -> Iterator[PatternUse]:
    """Yield the expressions that stand in calls as ``re.search(r"…", text)``."""
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id in {"re", "regex"}
            and node.func.attr in _METHODS
        ):
            library = {"re": re, "regex": regex}[node.func.value.id]
            pattern = library.compile(_text_of(node.args[0], module), _flags(node, module))
            where = f"{module.__name__}:{node.lineno}"
            for method in _ways([node.func.attr]):
                yield PatternUse(where, pattern, method)


def _flags(call: ast.Call, module: ModuleType) -> Any:
    written = [keyword.value for keyword in call.keywords if keyword.arg == "flags"]
    place = {"sub": 4, "subn": 4, "split": 3}.get(call.func.attr, 2)  # type: ignore[attr-defined]
    written += call.args[place : place + 1]
    return _value(written[0], module) if written else 0


def _text_of(node: ast.expr, module: ModuleType) -> Any:
    """Return the expression that a node makes; what only a call knows stands as "word"."""
    if isinstance(node, ast.JoinedStr):
        return "".join(str(_text_of(part, module)) for part in node.values)
    if isinstance(node, ast.FormattedValue):
        node = node.value
    try:
        return _value(node, module)
    except NameError:
        return "word"


def _value(node: ast.expr, module: ModuleType) -> Any:
    return eval(compile(ast.Expression(node), "<pattern>", "eval"), vars(module))
