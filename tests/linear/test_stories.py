"""Stories with thousands of names take time in step with their length."""

from __future__ import annotations

from tests.linear.child_process import lines_of

_LENGTH = 3000
_STORIES = ("people", "one surname", "initials", "acronyms")


def test_names_take_linear_time_and_no_body_takes_long() -> None:
    printed = lines_of("stories", str(_LENGTH), *_STORIES)
    assert printed == [f"{len(_STORIES)} stories"]
