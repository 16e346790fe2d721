from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.script_value import text_bytes

from cuttings.search_index.byte_text import CODING, ESCAPE, FORBIDDEN, byte_text

_AWKWARD = [0, 1, 10, 13, 32, 34, 40, 41, 92, 0x40, 0x80, 0xD7, 0xD8, 0xDF, 0xE0, 0xFE, 0xFF]


@given(st.binary(max_size=60) | st.lists(st.sampled_from(_AWKWARD), max_size=60).map(bytes))
def test_a_text_holds_its_bytes_and_ends_no_string(content: bytes) -> None:
    text = byte_text(content).decode(CODING)
    assert text_bytes(text) == content
    assert set(text) & set(map(chr, FORBIDDEN)) <= {chr(ESCAPE)}


def test_every_pair_of_bytes_takes_two_bytes_and_one_in_thirty_four() -> None:
    content = b"".join(number.to_bytes(2, "little") for number in range(0x10000))
    text = byte_text(content)
    assert text_bytes(text.decode(CODING)) == content
    assert len(text) == len(content) + 2 * (0x800 + len(FORBIDDEN))


def test_the_last_of_an_odd_number_is_one_byte() -> None:
    assert text_bytes(byte_text(b"oil").decode(CODING)) == b"oil"
    assert len(byte_text(b"oil")) == 6
