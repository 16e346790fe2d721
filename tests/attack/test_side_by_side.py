"""Two commands in one archive at the same time: no article is ever half, and nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.attack.side_by_side import PAIRS, SideBySide
from tests.commands.forked_commands import ForkedCommands, forked_commands


@pytest.fixture(scope="module")
def pairs(
    tmp_path_factory: pytest.TempPathFactory, commands: ForkedCommands
) -> Iterator[SideBySide]:
    with forked_commands() as other:
        yield SideBySide(tmp_path_factory.mktemp("pairs"), (commands, other))


@pytest.mark.parametrize("pair", PAIRS, ids=" beside ".join)
def test_two_commands_at_once_leave_what_they_leave_in_turn(
    pairs: SideBySide, pair: tuple[str, str]
) -> None:
    assert pairs.meet(*pair)
