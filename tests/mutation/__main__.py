"""How many mutants the tests notice: ``make mutate``, or ``python -m tests.mutation --seed 7``.

A mutant is the code with one small change. Each is tried on a copy of the repository, by the tests
nearest to it first; without a change they must pass. A line tells what noticed a mutant, or that it
survived; the last one counts them.
"""

from __future__ import annotations

import argparse
import csv
import functools
import gc
import importlib
import os
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from pathlib import Path

from tests.mutation.mutant import Mutant, sample_mutants
from tests.mutation.trial import PACKAGES, FailingTestError, Trial

REPOSITORY = Path(__file__).resolve().parents[2]
EQUIVALENT = Path(__file__).with_name("equivalent.csv")
"""Changes that no test can see, with the reason: module, line before, line after."""

_COUNT = 130
_RINGS = 5
_LOADED_BY_TESTS = ("hypothesis", "playwright.sync_api", "xdist.plugin")


def main(arguments: list[str] | None = None) -> int:
    """Try a sample of mutants and print what noticed them.

    Returns:
        0, because a mutant that survives is a finding; 2 if a test fails without a mutant, too.
    """
    options = _options().parse_args(arguments)
    packages = REPOSITORY / PACKAGES
    modules = [
        path.relative_to(packages)
        for path in packages.rglob("*.py")
        if str(path.relative_to(packages)).startswith(tuple(options.modules))
    ]
    mutants = sample_mutants(packages, modules, options.seed, options.count)
    real = [mutant for mutant in mutants if not _is_equivalent(mutant)]
    noticed = unknown = 0
    _load_packages(packages)
    with (
        tempfile.TemporaryDirectory(prefix="mutants-") as folder,
        ProcessPoolExecutor(
            options.jobs,
            get_context("fork"),
            initializer=_prepare,
            initargs=(Path(folder), options.rings),
        ) as workers,
    ):
        trials = {workers.submit(_noticed_by, mutant): mutant for mutant in real}
        for trial in as_completed(trials):
            mutant = trials[trial]
            print(f"{mutant.module}:{mutant.line}: {mutant.before} -> {mutant.after}")
            try:
                test = trial.result()
            except FailingTestError as error:
                unknown += 1
                print(f"    UNKNOWN: {error}", flush=True)
                continue
            noticed += bool(test)
            print(f"    {f'noticed by {test}' if test else 'SURVIVED'}", flush=True)
    if len(mutants) > len(real):
        print(f"{len(mutants) - len(real)} left out that are equivalent ({EQUIVALENT.name})")
    known = len(real) - unknown
    share = noticed / known if known else 1
    print(f"{noticed} of {known} noticed ({share:.2f}), seed {options.seed}")
    if unknown:
        print(f"{unknown} unknown: mend the tests that fail without them", file=sys.stderr)
    return 2 if unknown else 0


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("modules", nargs="*", default=["cuttings"], help="paths below plugins/")
    parser.add_argument("--seed", type=int, default=1, help="the same one draws the same mutants")
    parser.add_argument("--count", type=int, default=_COUNT, help="how many to try")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="how many at a time")
    parser.add_argument("--rings", type=int, default=_RINGS, help="groups of tests: 1 the nearest")
    return parser


@functools.cache
def _equivalent() -> frozenset[tuple[str, str, str]]:
    with EQUIVALENT.open(encoding="utf-8", newline="") as file:
        return frozenset(
            (row["module"], row["before"], row["after"]) for row in csv.DictReader(file)
        )


def _is_equivalent(mutant: Mutant) -> bool:
    return (mutant.module.as_posix(), mutant.before, mutant.after) in _equivalent()


def _load_packages(packages: Path) -> None:
    """Load what the code and the tests import, and see no garbage in it.

    The trials forget the code itself and load the mutant's.
    """
    for path in packages.rglob("*.py"):
        name = ".".join(path.relative_to(packages).with_suffix("").parts)
        importlib.import_module(name.removesuffix(".__init__"))
    for name in _LOADED_BY_TESTS:
        importlib.import_module(name)
    gc.freeze()


_trial: Trial


def _prepare(folder: Path, rings: int) -> None:
    global _trial
    _trial = Trial(REPOSITORY, Path(tempfile.mkdtemp(dir=folder)), rings)


def _noticed_by(mutant: Mutant) -> str:
    return _trial.noticed_by(mutant)


if __name__ == "__main__":
    sys.exit(main())
