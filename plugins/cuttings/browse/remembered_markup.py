"""Markup that many pages show and that is made once."""

from __future__ import annotations

from typing import Protocol

from markupsafe import Markup

MOST_REMEMBERED = 50_000
"""Pieces of markup, of a kilobyte each at most; a larger archive has some of them made again."""


class _Macro(Protocol):
    name: str

    def __call__(self, root: str, shown: object, *arguments: object) -> Markup: ...


class _Shown(Protocol):
    @property
    def path(self) -> str: ...


class RememberedMarkup:
    """Calls macros of the theme, each once for the same arguments.

    A story stands in the lists of all of its names, of its source and of its month. A macro must
    depend on nothing but its arguments.
    """

    def __init__(self) -> None:
        self._made: dict[tuple[object, ...], Markup] = {}

    def __call__(self, macro: _Macro, root: str, shown: _Shown, *arguments: object) -> Markup:
        """Return what a macro makes of something that has a page.

        Args:
            macro: The macro.
            root: The relative way from the page to the site's root.
            shown: What is shown; its page's path stands for it.
            arguments: Further arguments of the macro.
        """
        key = (macro.name, root, shown.path, *arguments)
        if key not in self._made:
            if len(self._made) >= MOST_REMEMBERED:
                self._made.clear()
            self._made[key] = macro(root, shown, *arguments)
        return self._made[key]

    def forget(self) -> None:
        """Forget all: stories and theme may be others now."""
        self._made.clear()
