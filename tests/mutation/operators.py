"""Mutations that Cosmic Ray lacks: a statement left out, a value not returned, a limit doubled."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from cosmic_ray.operators.operator import Example, Operator
from parso.python.tree import Name, Number, ReturnStmt
from parso.tree import NodeOrLeaf

Span = tuple[tuple[int, int], tuple[int, int]]
"""Start and end in a module, each as line (from 1) and column (from 0)."""

LARGE = 100
"""A number above this one is a limit, which nobody tells from its neighbour: chosen by eye."""

_CALLS = {"atom_expr", "await_expr", "yield_expr"}
_AS_NONE = {"None", "False"}


class StatementRemoval(Operator):  # type: ignore[misc]
    """Leaves out a statement that is there for its effect."""

    def mutation_positions(self, node: NodeOrLeaf) -> Iterator[Span]:
        """Yield where a statement can go."""
        if node.parent is not None and node.parent.type == "simple_stmt" and _has_effect(node):
            yield node.start_pos, node.end_pos

    def mutate(self, node: NodeOrLeaf, index: int) -> NodeOrLeaf:  # noqa: ARG002
        """Return what stands in the statement's place."""
        return Name("pass", node.start_pos, prefix=node.get_first_leaf().prefix)

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Return examples of the mutation."""
        return Example("def f():\n    g()\n", "def f():\n    pass\n"), Example(
            "a.b = 1\n", "pass\n"
        )


class ReturnedNothing(Operator):  # type: ignore[misc]
    """Returns None in place of a value."""

    def mutation_positions(self, node: NodeOrLeaf) -> Iterator[Span]:
        """Yield where a value is returned."""
        if isinstance(node, ReturnStmt) and node.children[1].get_code(False) not in _AS_NONE:
            yield node.start_pos, node.end_pos

    def mutate(self, node: NodeOrLeaf, index: int) -> NodeOrLeaf:  # noqa: ARG002
        """Return the statement with None."""
        node.children[1:] = [Name("None", node.children[1].start_pos, prefix=" ")]
        return node

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Return an example of the mutation."""
        return (Example("def f():\n    return 1\n", "def f():\n    return None\n"),)


class LimitDoubling(Operator):  # type: ignore[misc]
    """Doubles a large number."""

    def mutation_positions(self, node: NodeOrLeaf) -> Iterator[Span]:
        """Yield where a large number stands."""
        if is_large(node):
            yield node.start_pos, node.end_pos

    def mutate(self, node: NodeOrLeaf, index: int) -> NodeOrLeaf:  # noqa: ARG002
        """Return the doubled number."""
        return Number(repr(2 * ast.literal_eval(node.value)), node.start_pos, prefix=node.prefix)

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Return an example of the mutation."""
        return (Example("a = 1_000\n", "a = 2000\n"),)


def is_large(node: NodeOrLeaf) -> bool:
    """Return whether a node is a number above ``LARGE``."""
    return isinstance(node, Number) and abs(ast.literal_eval(node.value)) > LARGE


def _has_effect(statement: NodeOrLeaf) -> bool:
    if statement.type == "expr_stmt":
        target, operator = statement.children[0], statement.children[1]
        changes = operator.type == "augassign" or (
            operator.type == "operator" and operator.value not in {"=", ":"}
        )
        return changes or target.type in {"atom_expr", "power"}
    return statement.type in _CALLS | {"power", "raise_stmt", "del_stmt"}
