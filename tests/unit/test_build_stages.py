from __future__ import annotations

import pytest

from cuttings.build_stages import MANY, build_stage, stage_line


def test_a_line_says_what_took_how_long() -> None:
    line = stage_line("Read", 13_186, "articles", 4.1)
    assert line == "Read 13,186 articles in 4.1 s, 3,216 a second."
    assert stage_line("Read", 0, "articles", 0.0) == "Read 0 articles in 0.0 s."


@pytest.mark.parametrize(
    ("count", "setting", "is_shown"), [(MANY, "", True), (1, "", False), (1, "yes", True)]
)
def test_stages_of_small_archives_are_shown_on_demand(
    count: int, setting: str, is_shown: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    with build_stage({"CUTTINGS_TIMINGS": setting}, "Read", "articles") as stage:
        stage.count = count
    assert capsys.readouterr().out.startswith(f"Read {count:,} articles in ") is is_shown
