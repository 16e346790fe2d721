"""Every regular expression over text of a source is linear, or its input is bounded."""

from __future__ import annotations

import re

import pytest
from tests.linear.child_process import lines_of
from tests.linear.expressions import finding
from tests.linear.pattern_use import PatternUse

_LENGTH = 1500
_TELLING_LENGTH = 3000
"""Characters with which square time is far above what counts as no time, on any machine."""


def test_every_expression_is_linear() -> None:
    *findings, count = lines_of("expressions", str(_LENGTH)) or [""]
    assert findings == []
    assert int(count.split()[0]) > 200


@pytest.mark.parametrize(
    ("pattern", "method"),
    [
        (r"(?:<!--.*?-->\s*)*<html", "match"),
        (r"<!--.*?-->", "finditer"),
        (r"\s+$", "search"),
        (r"(a|b|ab)*c", "match"),
        (r"^\s*(?://)?\s*<", "match"),
        (r"\w+@", "search"),
        (r"\[((?:[^\]\\]|\\.)*)\]\(", "finditer"),
        (r"# (.*?)[ \t]*#*[ \t]*\n", "match"),
    ],
)
def test_an_expression_that_is_not_linear_is_found(pattern: str, method: str) -> None:
    use = PatternUse("x", re.compile(pattern, re.S), method)
    assert finding(use, _TELLING_LENGTH)


@pytest.mark.parametrize(
    ("pattern", "method"),
    [
        (r"(?:(?><!--.*?-->)\s*+)*+<html", "match"),
        (r"(?<!\s)\s++$", "search"),
        (r"[ab]*+c", "match"),
        (r"[^<>]*", "finditer"),
        (r"\d{1,4}-\d\d", "search"),
    ],
)
def test_an_expression_that_is_linear_is_not(pattern: str, method: str) -> None:
    use = PatternUse("x", re.compile(pattern, re.S), method)
    assert not finding(use, _LENGTH)
