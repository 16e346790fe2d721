from __future__ import annotations

from types import SimpleNamespace

import pytest
from markupsafe import Markup

from cuttings.browse import remembered_markup
from cuttings.browse.remembered_markup import RememberedMarkup


class Macro:
    """A macro of a template, as far as it is called here; counts its calls."""

    name = "line"

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, root: str, shown: object, *arguments: object) -> Markup:
        self.calls += 1
        return Markup(f"{root}{shown}{arguments}")


def test_the_same_is_made_once_and_anything_else_by_itself() -> None:
    remembered, macro = RememberedMarkup(), Macro()
    story, other = SimpleNamespace(path="articles/a.html"), SimpleNamespace(path="articles/b.html")
    first = remembered(macro, "../", story, 4)
    assert remembered(macro, "../", story, 4) is first
    assert macro.calls == 1
    assert remembered(macro, "", story, 4) != first
    assert remembered(macro, "../", other, 4) != first
    assert remembered(macro, "../", story, 3) != first
    remembered.forget()
    assert remembered(macro, "../", story, 4) == first
    assert macro.calls == 5


def test_no_more_is_kept_than_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered_markup, "MOST_REMEMBERED", 2)
    remembered, macro = RememberedMarkup(), Macro()
    stories = [SimpleNamespace(path=f"articles/{number}.html") for number in range(3)]
    for story in (*stories, *stories):
        remembered(macro, "../", story)
    assert macro.calls == 6
