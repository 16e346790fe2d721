"""Every command that writes, killed at some of its changes (``make attack`` kills at many)."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest
from tests.attack.killed_command import Kills
from tests.attack.writing_command import WRITING_COMMANDS, WritingCommand
from tests.commands.forked_commands import ForkedCommands
from tests.servers.news_server import NewsServer, running

_KILLS = 2


@pytest.fixture(scope="module")
def kills(tmp_path_factory: pytest.TempPathFactory, commands: ForkedCommands) -> Iterator[Kills]:
    with running(NewsServer()) as server:
        yield Kills(commands, tmp_path_factory.mktemp("kills"), server)


@pytest.mark.parametrize("attack", WRITING_COMMANDS, ids=lambda attack: attack.name)
def test_a_killed_command_is_finished_by_the_next_run(kills: Kills, attack: WritingCommand) -> None:
    random = Random(attack.name)
    for _ in range(_KILLS):
        kills.kill(attack, random)
