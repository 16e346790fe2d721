"""Templates without the indentation of their lines, which would stand in every page."""

from __future__ import annotations

import re

from jinja2.ext import Extension

_INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)


class Unindented(Extension):
    """Leaves one space of the white space before each line of a template, not of what it shows.

    A block that ends before it may have taken the line feed.
    """

    def preprocess(
        self,
        source: str,
        name: str | None,  # noqa: ARG002
        filename: str | None = None,  # noqa: ARG002
    ) -> str:
        """Return the source of a template as Jinja reads it."""
        return _INDENTATION.sub(" ", source)
