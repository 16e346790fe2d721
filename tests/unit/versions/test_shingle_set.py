from __future__ import annotations

import zlib

import pytest

from cuttings.versions.shingle_set import ShingleSet


def hashes(*shingles: str) -> list[int]:
    return sorted(zlib.crc32(shingle.encode()) for shingle in shingles)


def test_a_text_has_its_runs_of_three_words() -> None:
    found = ShingleSet.of("The harbour closed both piers")
    assert found.hashes.tolist() == hashes(
        "the harbour closed", "harbour closed both", "closed both piers"
    )
    assert len(found) == 3


def test_a_shingle_counts_once_and_without_case_and_punctuation() -> None:
    assert ShingleSet.of("No, no, NO! No...").hashes.tolist() == hashes("no no no")


def test_each_character_of_a_script_without_spaces_is_a_word() -> None:
    assert ShingleSet.of("关闭码头").hashes.tolist() == hashes("关 闭 码", "闭 码 头")
    assert ShingleSet.of("AI时代 2024").hashes.tolist() == hashes("ai 时 代", "时 代 2024")


@pytest.mark.parametrize(("text", "count"), [("", 0), ("Two words", 0), ("Now three words", 1)])
def test_a_text_of_fewer_than_three_words_has_none(text: str, count: int) -> None:
    assert len(ShingleSet.of(text)) == count


def test_texts_share_the_shingles_that_both_have() -> None:
    one = ShingleSet.of("Divers found cracks in the older pier")
    other = ShingleSet.of("Last week divers found cracks in a wall")
    assert one.shared_with(other) == other.shared_with(one) == 2
    assert one.shared_with(one) == len(one) == 5
    assert one.shared_with(ShingleSet.of("")) == 0


def test_a_lone_half_of_a_character_counts_as_a_character() -> None:
    assert len(ShingleSet.of("a \udc80b c")) == len(ShingleSet.of("a ?b c")) == 1
