"""Every hostile input taken the whole way, with good stories beside it.

Inputs of one fate are taken together, because a build costs more than a file; ``make attack``
takes each alone, too.
"""

from __future__ import annotations

from itertools import zip_longest
from pathlib import Path

import pytest
from tests.commands.forked_commands import ForkedCommands
from tests.hostile.hostile_input import EXPECTED, INPUTS, OUTCOMES, HostileInput, hostile_inputs
from tests.hostile.hostile_trial import HostileTrial


def _is_welcome(one: HostileInput) -> bool:
    """Whether no command complains of an input."""
    complained = {"rejected"} if one.place == "inbox" else {"left out"}
    return not one.outcomes & complained


@pytest.mark.parametrize("place", OUTCOMES)
def test_every_input_says_what_must_come_of_it(place: str) -> None:
    lying = {path.name for path in (INPUTS / place).iterdir()} - {EXPECTED}
    assert lying == {one.name for one in hostile_inputs(place) if not one.made}
    assert all(one.why for one in hostile_inputs(place))


@pytest.mark.parametrize("welcome", [True, False], ids=["welcome", "unwelcome"])
def test_good_stories_are_filed_tagged_and_built_beside_them(
    tmp_path: Path, commands: ForkedCommands, *, welcome: bool
) -> None:
    places = ("inbox", "articles", "pages")
    inputs = [one for place in places for one in hostile_inputs(place)]
    HostileTrial(tmp_path, [one for one in inputs if _is_welcome(one) is welcome], commands).run()


def test_a_wrong_row_or_table_leaves_the_others(tmp_path: Path, commands: ForkedCommands) -> None:
    by_name: dict[str, list[HostileInput]] = {}
    for one in hostile_inputs("authorities"):
        by_name.setdefault(one.file_name, []).append(one)
    # Each trial has a file of each name at most.
    for number, together in enumerate(zip_longest(*by_name.values())):
        inputs = [one for one in together if one is not None]
        HostileTrial(tmp_path / str(number), inputs, commands).run()
