"""The whole attack at length: ``make attack``, or ``python -m tests.attack --seed 7 --count 500``.

Each part is what ``make test`` does on a small scale, with another seed each time. The counts are
printed at the end; what fails is printed at once, with what repeats it, and the rest goes on.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from random import Random

from bench.browser import chromium
from playwright.sync_api import Browser
from tests.attack.hostile_addresses import assert_refused, hostile_addresses
from tests.attack.hostile_site import hostile_site
from tests.attack.hostile_values import StoryFields
from tests.attack.killed_command import Kills
from tests.attack.side_by_side import PAIRS, SideBySide
from tests.attack.visited_pages import assert_nothing_runs
from tests.attack.writing_command import WRITING_COMMANDS
from tests.commands.forked_commands import ForkedCommands, forked_commands
from tests.files.case_files import CONTENTS
from tests.files.mutated_files import READ_TOGETHER, assert_read_or_told, mutated_files
from tests.hostile.hostile_input import OUTCOMES, HostileInput, hostile_inputs
from tests.hostile.hostile_trial import HostileTrial
from tests.servers.news_server import NewsServer, running

_PARTS = "inputs, mutations, addresses, sites, kills or pairs; all if none is named"

_COUNT = 1000
"""What each part is scaled by if nothing else is said."""


class Attack:
    """Counts what was tried and what failed.

    Args:
        seed: The same one tries the same.
        count: Scales every part.
        folder: An empty folder.
    """

    def __init__(self, seed: int, count: int, folder: Path) -> None:
        self._seed = seed
        self._count = count
        self._folder = folder
        self.counts: dict[str, int] = {}
        self.failures: list[str] = []

    def run(self, names: list[str]) -> None:
        """Run the parts of these names, or all."""
        for name, part in self._parts().items():
            if not names or name in names:
                began = time.monotonic()
                print(f"{name} …", flush=True)
                part()
                print(f"{name}: {time.monotonic() - began:.0f} s", flush=True)

    def _parts(self) -> dict[str, Callable[[], None]]:
        return {
            "inputs": self._take_inputs_alone,
            "mutations": self._mutate,
            "addresses": self._ask_addresses,
            "sites": self._build_sites,
            "kills": self._kill,
            "pairs": self._meet,
        }

    def _try(self, what: str, where: str, work: Callable[[], int]) -> None:
        """Count what a piece of work tried, or say how to repeat what failed."""
        try:
            self.counts[what] = self.counts.get(what, 0) + work()
        except AssertionError as error:
            self.failures.append(f"{what}: {where} (seed {self._seed})")
            print(f"FAILED {self.failures[-1]}\n{str(error)[:4000]}", file=sys.stderr, flush=True)

    def _take_inputs_alone(self) -> None:
        inputs = [one for place in OUTCOMES for one in hostile_inputs(place)]
        Random(self._seed).shuffle(inputs)
        with forked_commands() as commands:
            for one in inputs[: self._count // 2]:
                take = partial(self._take_alone, one, commands)
                self._try("hostile inputs, each alone", one.name, take)

    def _take_alone(self, one: HostileInput, commands: ForkedCommands) -> int:
        with tempfile.TemporaryDirectory(dir=self._folder) as folder:
            HostileTrial(Path(folder) / "alone", [one], commands).run()
        return 1

    def _mutate(self) -> None:
        folder = self._folder / "mutated"
        folder.mkdir()
        files = mutated_files(CONTENTS, self._seed, 20 * self._count)
        while some := list(islice(files, READ_TOGETHER)):
            self._try("mutated files", some[0][0], lambda: assert_read_or_told(some, folder))

    def _ask_addresses(self) -> None:
        addresses = hostile_addresses(Random(self._seed), self._count)
        self._try("addresses that are not public", "any", partial(assert_refused, addresses))

    def _build_sites(self) -> None:
        with forked_commands() as commands, chromium() as browser:
            for number in range(max(1, self._count // 20)):
                story = StoryFields.at_random(Random(f"{self._seed} {number}"))
                where = f"site {number}"
                build = partial(self._build_site, story, where, commands, browser)
                self._try("sites of hostile fields", where, build)

    def _build_site(
        self, story: StoryFields, where: str, commands: ForkedCommands, browser: Browser
    ) -> int:
        built = hostile_site(self._folder / "site", story, commands)
        lists = ["index.html", "search.html?q=%3Cscript%3E", "people/index.html"]
        visit = partial(assert_nothing_runs, browser, built.site, [*lists, *built.pages])
        self._try("hostile pages opened in Chromium", where, visit)
        return 1

    def _kill(self) -> None:
        folder = self._folder / "kills"
        folder.mkdir()
        random = Random(self._seed)
        with forked_commands() as commands, running(NewsServer()) as server:
            kills = Kills(commands, folder, server)
            for number in range(max(len(WRITING_COMMANDS), self._count // 5)):
                command = WRITING_COMMANDS[number % len(WRITING_COMMANDS)]
                kill = partial(kills.kill, command, random)
                self._try(f"kills of {command.name}", f"kill {number}", kill)

    def _meet(self) -> None:
        folder = self._folder / "pairs"
        folder.mkdir()
        with forked_commands() as one, forked_commands() as other:
            pairs = SideBySide(folder, (one, other))
            for number in range(max(len(PAIRS), self._count // 25)):
                pair = PAIRS[number % len(PAIRS)]
                meet = partial(pairs.meet, *pair)
                self._try("articles read while two commands ran", " beside ".join(pair), meet)


def _lines(attack: Attack) -> Iterator[str]:
    width = max(map(len, attack.counts), default=0)
    yield from (f"{what:{width}}  {count:>7,}" for what, count in attack.counts.items())
    yield f"{'failures':{width}}  {len(attack.failures):>7,}"
    yield from (f"  {failure}" for failure in attack.failures)


def main() -> int:
    """Attack, print the counts, and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.attack", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=_PARTS)
    parser.add_argument("--seed", type=int, default=int(time.time()), help="repeats an attack")
    parser.add_argument("--count", type=int, default=_COUNT, help="its length (%(default)s)")
    options = parser.parse_args()
    print(f"seed {options.seed}, count {options.count}")
    with tempfile.TemporaryDirectory() as folder:
        attack = Attack(options.seed, options.count, Path(folder))
        attack.run(options.parts)
    print(*_lines(attack), sep="\n")
    return 1 if attack.failures else 0


if __name__ == "__main__":
    sys.exit(main())
