from __future__ import annotations

from pathlib import Path

import pytest

from cuttings.progress import FEW, tracked

PATHS = [Path(f"{number}.txt") for number in range(FEW + 1)]


def test_every_path_comes_through(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(tracked(PATHS, len(PATHS), "Taking in")) == PATHS
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(("count", "shown"), [(FEW, False), (FEW + 1, True)])
def test_a_terminal_shows_a_bar_for_more_than_a_few(
    count: int, shown: bool, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    assert list(tracked(PATHS[:count], count, "Taking in")) == PATHS[:count]
    captured = capsys.readouterr()
    assert captured.out == ""
    assert ("Taking in" in captured.err) is shown
