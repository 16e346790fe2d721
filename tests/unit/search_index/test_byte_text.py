from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.compressed_value import text_bytes

from cuttings.search_index.byte_text import FORBIDDEN, byte_text

ENDS_IN_FORBIDDEN = b"\xff" * 6 + b'"'
"""The last of its seven-bit digits is a quotation mark."""


@given(st.binary(max_size=60) | st.lists(st.sampled_from([0, 20, 26, 184]), max_size=60).map(bytes))
def test_a_text_holds_its_bytes_and_ends_no_string(content: bytes) -> None:
    text = byte_text(content)
    assert text_bytes(text) == content
    assert not set(text) & set(FORBIDDEN)


def test_a_forbidden_digit_at_the_end_stands_alone() -> None:
    assert text_bytes(byte_text(ENDS_IN_FORBIDDEN)) == ENDS_IN_FORBIDDEN
    assert ord(byte_text(ENDS_IN_FORBIDDEN)[-1]) >= (1 + len(FORBIDDEN)) * 0x80


def test_a_text_has_a_seventh_more_bytes() -> None:
    content = bytes(range(256)) * 7
    assert len(byte_text(content).encode()) == len(content) * 8 // 7
