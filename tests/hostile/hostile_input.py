"""Hostile inputs: files that lie in ``inputs``, or are made, and what must come of each.

Below ``inputs`` there is a folder for each place of a content folder (``inbox``, ``articles``,
``pages``, ``authorities``). Its ``expected.toml`` has a table for each input, by its name:

=========== =========================================================================
key         what it says
=========== =========================================================================
why         what the input tries
made        the function of ``made_inputs`` that makes it; without it the file lies beside
outcome     what may become of it, of ``OUTCOMES`` of its place; without it the first
lines       words, each of which a line that names the file must have
shows       texts of the story's page, each run of white space one space
lacks       texts that no file of the site may have
=========== =========================================================================
"""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.hostile import made_inputs

INPUTS = Path(__file__).parent / "inputs"
EXPECTED = "expected.toml"

OUTCOMES = {
    "inbox": ("filed", "rejected", "to fetch", "left out", "ignored"),
    "articles": ("built", "left out", "ignored"),
    "pages": ("built", "left out"),
    "authorities": ("left out", "built"),
}
"""What may become of an input, by its place; "built or left out" leaves it open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HostileInput:
    """One input and what must come of it.

    Attributes:
        place: The folder of the content folder that it lies in.
        name: Its name below ``inputs``.
        why: What it tries.
        outcomes: What may become of it.
        made: Name of the function that makes it, or "" if it lies in ``inputs``.
        lines: Words of the lines that name it.
        shows: Texts of its page.
        lacks: Texts that no file of the site may have.
    """

    place: str
    name: str
    why: str
    outcomes: frozenset[str]
    made: str = ""
    lines: tuple[str, ...] = ()
    shows: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether more than one thing may become of it."""
        return len(self.outcomes) > 1

    @property
    def file_name(self) -> str:
        """The name it gets: of ``people.wrong-rows.csv``, an authority file, ``people.csv``."""
        kind, _, suffix = self.name.partition(".")
        if self.place == "authorities":
            return f"{kind}.{suffix.rpartition('.')[2]}"
        return self.name

    def lay(self, folder: Path) -> Path:
        """Put the input into ``folder`` and return where it lies."""
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / self.file_name
        if self.made:
            make: Callable[[Path], Path | None] = getattr(made_inputs, self.made)
            return make(path) or path
        shutil.copyfile(INPUTS / self.place / self.name, path)
        return path


def hostile_inputs(place: str) -> tuple[HostileInput, ...]:
    """Return the inputs of one place.

    Raises:
        ValueError: If a table says what there is no place for.
    """
    tables = tomllib.loads((INPUTS / place / EXPECTED).read_text(encoding="utf-8"))
    return tuple(_input(place, name, table) for name, table in tables.items())


def _input(place: str, name: str, table: dict[str, Any]) -> HostileInput:
    if unknown := table.keys() - {"why", "made", "outcome", "lines", "shows", "lacks"}:
        raise ValueError(f"{place}/{name}: unknown keys {unknown}")
    outcomes = frozenset(table.get("outcome", OUTCOMES[place][0]).split(" or "))
    if impossible := outcomes - set(OUTCOMES[place]):
        raise ValueError(f"{place}/{name}: unknown outcomes {set(impossible)}")
    return HostileInput(
        place=place,
        name=name,
        why=table["why"],
        made=table.get("made", ""),
        outcomes=outcomes,
        lines=tuple(table.get("lines", ())),
        shows=tuple(table.get("shows", ())),
        lacks=tuple(table.get("lacks", ())),
    )
