"""What the features of a block count for, learned from pages whose story is known."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from cuttings.ingest.web.blocks.block_features import Column

_ALL = "all"
"""Name of the row that holds what every block begins with."""


@dataclass(frozen=True, slots=True)
class Steps:
    """What one feature counts for: a step for each range of its values.

    Attributes:
        bounds: The highest value of each step but the last, ascending.
        weights: The weight of each step; positive speaks for the story.
    """

    bounds: Column
    weights: Column

    def of(self, column: Column) -> Column:
        """Return the weight of each value."""
        return self.weights[np.searchsorted(self.bounds, column, side="left")]


@dataclass(frozen=True, slots=True)
class BlockWeights:
    """The learned table.

    Attributes:
        start: What every block begins with.
        steps: What each feature adds.
    """

    start: float
    steps: Mapping[str, Steps]

    def scores(self, features: Mapping[str, Column]) -> Column:
        """Return a score for each block: the logarithm of the odds that it is the story's."""
        total: Column = np.full(len(next(iter(features.values()))), self.start)
        for name, steps in self.steps.items():
            total = total + steps.of(features[name])
        return total

    def reasons(self, features: Mapping[str, Column], block: int) -> list[tuple[str, float]]:
        """Return the features of one block with what each adds, the strongest first."""
        added = {
            name: float(steps.of(features[name][block : block + 1])[0])
            for name, steps in self.steps.items()
        }
        return sorted(added.items(), key=lambda item: -abs(item[1]))


@cache
def block_weights() -> BlockWeights:
    """Return the table of data/block_weights.csv, made by ``tests.quality.block_training``."""
    table = files("cuttings.ingest.web.blocks").joinpath("data", "block_weights.csv")
    rows: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
    for row in csv.DictReader(table.read_text(encoding="utf-8").splitlines()):
        rows[row["feature"]].append((float(row["up_to"] or "inf"), float(row["weight"])))
    ((_, start),) = rows.pop(_ALL)
    return BlockWeights(start, {name: _steps(found) for name, found in rows.items()})


def _steps(rows: list[tuple[float, float]]) -> Steps:
    values: NDArray[np.float64] = np.array(rows)
    return Steps(values[:-1, 0], values[:, 1])
