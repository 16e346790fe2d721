"""How a build with bad input ends."""

from __future__ import annotations

import logging
from typing import Any

import pytest

from cuttings.build_problems import FINISHED_WITH_PROBLEMS, BuildProblems, stop_build
from cuttings.errors import SettingsError


class _Fatal(logging.Handler):
    """Raises behind an error, as Pelican's logger does with ``--fatal errors``."""

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno >= logging.ERROR:
            raise RuntimeError("Warning or error encountered")


@pytest.fixture
def fatal_errors() -> Any:
    handler = _Fatal()
    logger = logging.getLogger("cuttings.build_problems")
    logger.addHandler(handler)
    yield
    logger.removeHandler(handler)


def test_plugins_share_one_count() -> None:
    settings: dict[str, Any] = {}
    BuildProblems.of(settings).add("a.md: no title; add one")
    assert BuildProblems.of(settings.copy()).count == 1


@pytest.mark.usefixtures("fatal_errors")
def test_a_build_without_problems_ends_quietly() -> None:
    problems = BuildProblems()
    problems.end_build()
    assert problems.count == 0


@pytest.mark.usefixtures("fatal_errors")
def test_a_build_with_problems_ends_with_its_own_status(caplog: pytest.LogCaptureFixture) -> None:
    problems = BuildProblems()
    problems.add("b.md: no date; add one")
    with pytest.raises(SystemExit) as caught:
        problems.end_build()
    assert caught.value.code == FINISHED_WITH_PROBLEMS
    assert caplog.messages[0] == "b.md: no date; add one"


def test_a_server_that_rebuilds_goes_on_and_starts_counting_anew() -> None:
    problems = BuildProblems()
    problems.add("a.md: no title; add one")
    problems.end_build()
    assert problems.count == 0


@pytest.mark.usefixtures("fatal_errors")
def test_a_build_that_cannot_go_on_ends_without_a_traceback() -> None:
    with pytest.raises(SystemExit):
        stop_build(SettingsError("no model; install it"))


def test_a_server_hears_why_a_build_stopped() -> None:
    with pytest.raises(SettingsError):
        stop_build(SettingsError("no model; install it"))
