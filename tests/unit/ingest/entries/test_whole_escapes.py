from __future__ import annotations

import io
import json

import pytest

from cuttings.ingest.entries.whole_escapes import WholeEscapes

TEXTS = [
    r'"plain text, no escape"',
    r'"\ud83d\ude00 whole"',
    r'"half \ud83d"',
    r'"\ude00 other half"',
    r'"\ud83d\ud83d\ude00 half and whole"',
    r'"\\ud83d is a backslash and letters"',
    r'"\\\ud83d a backslash, then half"',
    r'"\n\t\"\u00e9\\"',
    '"é 😀"',
]


def _read(text: str, size: int) -> bytes:
    stream = WholeEscapes(io.BytesIO(text.encode()))
    assert stream.read(0) == b""
    return b"".join(iter(lambda: stream.read(size), b""))


@pytest.mark.parametrize("size", [1, 2, 3, 7, 12, 13, 4096])
@pytest.mark.parametrize("text", TEXTS)
def test_halves_are_replaced_and_all_else_stays(text: str, size: int) -> None:
    mended = json.loads(_read(text, size))
    assert mended == "".join(
        "\ufffd" if "\ud800" <= char <= "\udfff" else char for char in json.loads(text)
    )
