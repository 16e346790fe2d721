from __future__ import annotations

import pytest

from cuttings.search_index.terms.stemmer import stem


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("caresses", "caress"),
        ("ponies", "poni"),
        ("cats", "cat"),
        ("us", "us"),
        ("bus", "bu"),
        ("agreed", "agre"),
        ("feed", "feed"),
        ("plastered", "plaster"),
        ("motoring", "motor"),
        ("sing", "sing"),
        ("hopping", "hop"),
        ("falling", "fall"),
        ("filing", "file"),
        ("happy", "happi"),
        ("try", "tri"),
        ("sky", "ski"),
        ("lay", "lay"),
        ("relational", "relat"),
        ("hopefulness", "hope"),
        ("electricity", "electr"),
        ("adoption", "adopt"),
        ("probate", "probat"),
        ("rate", "rate"),
        ("controlling", "control"),
        ("yielding", "yield"),
        ("1990s", "1990"),
        ("eed", "e"),
    ],
)
def test_stems(word: str, expected: str) -> None:
    assert stem(word) == expected
