"""A model that adds up what each feature counts for, learned by boosting.

In each round the one step of one feature is taken that tells the most (gradient boosting of the
logistic loss with trees of a single split), so that the sum of all rounds is a table a feature.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

ROUNDS = 300
RATE = 0.15
"""Part of the best step that a round takes."""

_MOST_BOUNDS = 23
_PENALTY = 3.0
"""Added to the curvature of a step, so that few blocks do not make a large one."""

_LEAST_CURVATURE = 6.0
"""Curvature on each side of a step: some 24 undecided blocks of weight one."""


@dataclass(frozen=True, slots=True)
class AdditiveModel:
    """What every example begins with, and the bounds and weights of each feature's steps."""

    start: float
    bounds: list[Numbers]
    weights: list[Numbers]

    def scores(self, table: Numbers) -> Numbers:
        """Return the logarithm of the odds of each row."""
        total: Numbers = np.full(len(table), self.start)
        for column, bounds, weights in zip(table.T, self.bounds, self.weights, strict=True):
            total = total + weights[np.searchsorted(bounds, column, side="left")]
        return total


def fit(
    table: Numbers,
    answers: Numbers,
    importance: Numbers,
    rounds: int = ROUNDS,
    rate: float = RATE,
) -> AdditiveModel:
    """Learn a model.

    Args:
        table: A row an example, a column a feature.
        answers: 1 or 0 for each example.
        importance: The weight of each example.
        rounds: How many steps are taken.
        rate: Part of the best step that is taken.
    """
    count, features = table.shape
    bounds = [_bounds(column) for column in table.T]
    width = _MOST_BOUNDS + 1
    bins = np.column_stack(
        [
            np.searchsorted(edges, column, side="left")
            for edges, column in zip(bounds, table.T, strict=True)
        ]
    )
    flat = (bins + np.arange(features) * width).ravel()
    importance = importance / importance.mean()
    share = float((importance * answers).sum() / importance.sum())
    start = float(np.log(share / (1 - share)))
    weights = np.zeros((features, width))
    scores = np.full(count, start)
    for _ in range(rounds):
        odds = 1 / (1 + np.exp(-scores))
        slope = _summed(flat, importance * (answers - odds), features, width)
        curve = _summed(flat, importance * odds * (1 - odds), features, width)
        below, above = slope[:, :-1], slope[:, -1:] - slope[:, :-1]
        low, high = curve[:, :-1], curve[:, -1:] - curve[:, :-1]
        gain = below**2 / (low + _PENALTY) + above**2 / (high + _PENALTY)
        gain -= slope[:, -1:] ** 2 / (curve[:, -1:] + _PENALTY)
        gain[(low < _LEAST_CURVATURE) | (high < _LEAST_CURVATURE)] = 0
        feature, step = np.unravel_index(int(gain.argmax()), gain.shape)
        if gain[feature, step] <= 0:
            break
        down = rate * below[feature, step] / (low[feature, step] + _PENALTY)
        up = rate * above[feature, step] / (high[feature, step] + _PENALTY)
        weights[feature, : step + 1] += down
        weights[feature, step + 1 :] += up
        scores += np.where(bins[:, feature] <= step, down, up)
    return AdditiveModel(
        start, bounds, [row[: len(edges) + 1] for row, edges in zip(weights, bounds, strict=True)]
    )


def _bounds(column: Numbers) -> Numbers:
    """Return the values between which a feature's steps may lie."""
    values = np.unique(column)
    if len(values) <= _MOST_BOUNDS + 1:
        return (values[1:] + values[:-1]) / 2
    return np.unique(np.quantile(column, np.linspace(0, 1, _MOST_BOUNDS + 2)[1:-1]))


def _summed(flat: NDArray[np.int64], values: Numbers, features: int, width: int) -> Numbers:
    sums = np.bincount(flat, np.repeat(values, features), features * width)
    return sums.reshape(features, width).cumsum(1)
