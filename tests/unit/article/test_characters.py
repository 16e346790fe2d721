from __future__ import annotations

import sys

import pytest

from cuttings.article.characters import one_line, printable
from cuttings.article.markup import plain_text


@pytest.mark.parametrize(
    "character",
    ["\x00", "\x0c", "\x7f", "\x9f", "\ud800", "\udfff", "\ufdd0", "\ufdef", "\ufffe"]
    + [chr(plane << 16 | 0xFFFF) for plane in range(17)],
)
def test_what_stands_for_no_character_is_left_out(character: str) -> None:
    assert printable(f"a{character}b") == "ab"
    assert plain_text(f"a{character}b") == "ab"
    assert one_line(f"a{character}b").replace(" ", "") == "ab"


def test_all_other_characters_stay() -> None:
    for kept in ("\t\n\r", "\xa0\u200d\ufeff\ufdcf\ufdf0\ufffd", f"{chr(sys.maxunicode - 2)}"):
        assert printable(kept) == kept
