"""Mutants: the modules with one small change each, of which a seed draws a sample."""

from __future__ import annotations

import difflib
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from cosmic_ray.ast import ast_nodes, get_ast_from_path
from cosmic_ray.mutating import mutate_code
from cosmic_ray.operators.number_replacer import NumberReplacer
from cosmic_ray.operators.operator import Operator
from cosmic_ray.plugins import get_operator
from parso.python.tree import Decorator, Function, IfStmt, Param
from parso.tree import NodeOrLeaf
from tests.mutation.operators import LimitDoubling, ReturnedNothing, StatementRemoval, is_large

# Of Cosmic Ray's operators those whose mutants a slip of the pen could write: an edge, a sign, a
# condition. It has one for each pair of operators, most of which end in an error at once.
_CORE = (
    *(f"ReplaceBinaryOperator_{pair}" for pair in (
        "Add_Sub Sub_Add Mul_Div Div_Mul FloorDiv_Mul Mod_Mul BitOr_BitAnd BitAnd_BitOr "
        "BitXor_BitOr LShift_RShift RShift_LShift"
    ).split()),
    *(f"ReplaceComparisonOperator_{pair}" for pair in (
        "Eq_NotEq NotEq_Eq Lt_LtE LtE_Lt Gt_GtE GtE_Gt Lt_GtE Gt_LtE Is_IsNot IsNot_Is"
    ).split()),
    *("ReplaceUnaryOperator_Delete_Not", "ReplaceUnaryOperator_USub_UAdd", "AddNot"),
    *("ReplaceTrueWithFalse", "ReplaceFalseWithTrue", "ReplaceAndWithOr", "ReplaceOrWithAnd"),
    *("ReplaceBreakWithContinue", "ReplaceContinueWithBreak", "ExceptionReplacer"),
    *("NumberReplacer", "RemoveDecorator", "ZeroIterationForLoop"),
)  # fmt: skip

_SPEED_ALONE = {"cache", "lru_cache", "functools.cache", "functools.lru_cache"}
"""Decorators without which a function does the same, more slowly."""

_HELD_BY_TYPES = {"frozen", "slots", "kw_only", "strict", "total"}
"""Arguments that only the type checker or the memory notices."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A module with one change.

    Attributes:
        module: The module's path from the root of the packages.
        line: Line of the change, from 1.
        operator: What makes the change.
        occurrence: Which of the places in the module where the operator can make one, from 0.
        before: The changed line, stripped.
        after: What stands in its place, stripped.
        code: The whole module with the change.
    """

    module: Path
    line: int
    operator: str
    occurrence: int
    before: str
    after: str
    code: str


@dataclass(frozen=True, slots=True)
class _Place:
    module: Path
    start: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Change:
    name: str
    occurrence: int


def sample_mutants(folder: Path, modules: Sequence[Path], seed: int, count: int) -> list[Mutant]:
    """Draw mutants; the same seed draws the same from the same code.

    A place in the code is drawn first, then one of the changes possible there.

    Args:
        folder: The root of the packages.
        modules: Paths of modules from there.
        seed: Of the random numbers.
        count: How many; fewer if the modules have not as many places.
    """
    operators = _operators()
    places: dict[_Place, list[_Change]] = defaultdict(list)
    for module in sorted(modules):
        for place, change in _changes(folder, module, operators):
            places[place].append(change)
    draw = random.Random(seed)
    drawn = (
        _mutant(folder, place, draw.choice(places[place]), operators)
        for place in draw.sample(list(places), len(places))
    )
    real = (mutant for mutant in drawn if _compiles(mutant.code))
    return sorted(islice(real, count), key=lambda mutant: (mutant.module, mutant.line))


def _operators() -> dict[str, Operator]:
    own = (StatementRemoval, ReturnedNothing, LimitDoubling)
    return {
        **{name: get_operator(f"core/{name}")() for name in _CORE},
        **{operator.__name__: operator() for operator in own},
    }


def _changes(
    folder: Path, module: Path, operators: dict[str, Operator]
) -> Iterator[tuple[_Place, _Change]]:
    """Yield the changes to a module whose effect a test could see."""
    nodes = list(ast_nodes(get_ast_from_path(folder / module)))
    for name, operator in operators.items():
        occurrence = 0
        for node in nodes:
            for start, _ in operator.mutation_positions(node):
                if not _unseen(node, operator):
                    yield _Place(module, start), _Change(name, occurrence)
                occurrence += 1


def _unseen(node: NodeOrLeaf, operator: Operator) -> bool:
    """Return whether a change here has no effect by its kind."""
    if isinstance(operator, NumberReplacer) and is_large(node):
        return True
    if node.parent is not None and node.parent.type == "parameters":
        return True
    if isinstance(node, IfStmt) and node.children[1].get_code(False) == "TYPE_CHECKING":
        return True
    if isinstance(node, Decorator):
        name = node.children[1].get_code(False)
        return name.split("(")[0] in _SPEED_ALONE
    child, parent = node, node.parent
    while parent is not None:
        if child is _annotation(parent):
            return True
        if parent.type == "argument" and parent.children[0].get_code(False) in _HELD_BY_TYPES:
            return True
        child, parent = parent, parent.parent
    return False


def _compiles(code: str) -> bool:
    try:
        compile(code, "mutant", "exec")
    except SyntaxError:
        return False
    return True


def _annotation(node: NodeOrLeaf) -> NodeOrLeaf | None:
    """Return the annotation that is a child of a node."""
    place = {"annassign": 1, "tfpdef": 2}.get(node.type)
    if place is not None:
        return node.children[place]
    return node.annotation if isinstance(node, Param | Function) else None


def _mutant(folder: Path, place: _Place, change: _Change, operators: dict[str, Operator]) -> Mutant:
    source = (folder / place.module).read_text(encoding="utf-8")
    code = mutate_code(source, operators[change.name], change.occurrence)
    old, new = source.splitlines(), code.splitlines()
    differ = difflib.SequenceMatcher(None, old, new, autojunk=False)
    changed = next(block for block in differ.get_opcodes() if block[0] != "equal")
    _, first, end, first_new, end_new = changed
    return Mutant(
        module=place.module,
        line=first + 1,
        operator=change.name,
        occurrence=change.occurrence,
        before=" ".join(line.strip() for line in old[first:end]),
        after=" ".join(line.strip() for line in new[first_new:end_new]),
        code=code,
    )
