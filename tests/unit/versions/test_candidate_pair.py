from __future__ import annotations

import random

from cuttings.versions.candidate_pair import candidate_pairs
from cuttings.versions.shingle_set import ShingleSet

WORDS = 200


def made_text(seed: int, words: int = WORDS) -> list[str]:
    letters = random.Random(seed)
    return ["".join(letters.choices("abcdefghij", k=8)) for _ in range(words)]


def pairs(*texts: list[str]) -> list[tuple[int, int]]:
    return list(candidate_pairs([ShingleSet.of(" ".join(words)) for words in texts]))


def test_equal_texts_are_a_pair_and_others_are_none() -> None:
    assert pairs(made_text(1), made_text(2), made_text(1), made_text(3)) == [(0, 2)]


def test_texts_of_which_half_is_the_same_are_a_pair() -> None:
    half = made_text(1)
    assert pairs(half + made_text(2), made_text(3), half + made_text(4)) == [(0, 2)]


def test_pairs_are_sorted_by_the_later_text_and_come_once() -> None:
    one, other = made_text(1), made_text(2)
    assert pairs(one, other, other, one, one) == [(1, 2), (0, 3), (0, 4), (3, 4)]


def test_a_text_without_a_shingle_is_in_no_pair() -> None:
    assert pairs([], made_text(1), [], ["two", "words"], made_text(1)) == [(1, 4)]
    assert pairs([], []) == []
    assert pairs() == []
    assert pairs(made_text(1)) == []


def test_a_text_that_many_share_is_paired_with_the_sixteen_before_it() -> None:
    assert pairs(*[made_text(1)] * 20) == [
        (earlier, later) for later in range(20) for earlier in range(max(0, later - 16), later)
    ]


def test_few_of_those_that_share_a_tenth_are_pairs() -> None:
    common = made_text(0, 40)
    found = pairs(*(common + made_text(seed) for seed in range(1, 31)))
    assert len(found) < 435 / 4
