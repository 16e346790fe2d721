from __future__ import annotations

from cuttings.search_index.passage import ELLIPSIS, LEAD, LENGTH, SLACK, passage

WORDS = " ".join(f"word{number}" for number in range(200))


def test_a_short_text_stays_whole() -> None:
    text = WORDS[: LENGTH + SLACK]
    assert passage(text, 300) == text


def test_a_match_near_the_beginning_shows_the_beginning() -> None:
    shown = passage(WORDS, LEAD)
    assert shown.startswith("word0 ")
    assert shown.endswith(ELLIPSIS)
    assert WORDS.startswith(shown.removesuffix(ELLIPSIS) + " ")


def test_a_match_in_the_middle_stands_near_the_start() -> None:
    place = WORDS.index("word100")
    shown = passage(WORDS, place)
    assert shown.startswith(ELLIPSIS)
    assert shown.endswith(ELLIPSIS)
    assert 0 < shown.index("word100") <= LEAD + len(ELLIPSIS)
    assert f" {shown.strip(ELLIPSIS)} " in WORDS
    assert len(shown) <= LENGTH + 2 * len(ELLIPSIS)


def test_a_match_near_the_end_shows_the_end() -> None:
    shown = passage(WORDS, WORDS.index("word199"))
    assert shown.startswith(ELLIPSIS)
    assert shown.endswith("word199")


def test_a_text_without_spaces_is_cut_all_the_same() -> None:
    shown = passage("語" * 900, 450)
    assert shown == ELLIPSIS + "語" * LENGTH + ELLIPSIS
