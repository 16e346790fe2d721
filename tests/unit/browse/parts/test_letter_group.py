from __future__ import annotations

from slugify import slugify

from cuttings.browse.parts.letter_group import group_by_letter


def groups(*headings: str) -> list[tuple[str, list[str]]]:
    return [
        (group.letter, list(group.entries))
        for group in group_by_letter(headings, lambda name: name)
    ]


def test_headings_stand_under_their_letters_without_accents() -> None:
    assert groups("Italy", "Éluard", "Iran", "Eliot", "china") == [
        ("C", ["china"]),
        ("E", ["Eliot", "Éluard"]),
        ("I", ["Iran", "Italy"]),
    ]


def test_another_script_stands_where_its_transliteration_does() -> None:
    assert groups("Zola", "Чехов", "Camus") == [
        ("C", ["Camus", "Чехов"]),
        ("Z", ["Zola"]),
    ]


def test_digits_and_signs_come_last() -> None:
    assert groups("3M", "Zola", "…", "20th Century") == [
        ("Z", ["Zola"]),
        ("#", ["…", "20th Century", "3M"]),
    ]


def test_equal_letters_are_sorted_as_they_are_written() -> None:
    assert groups("José", "Jose") == [("J", ["Jose", "José"])]
    assert groups() == []


def test_plain_headings_are_sorted_as_all_others() -> None:
    headings = ["Smith, John (banker)", "O'Neill, A.", "de Gaulle", "AT&T", "A -- B/C", "Éluard"]
    found = [heading for _, entries in groups(*headings) for heading in entries]
    assert found == sorted(headings, key=lambda heading: slugify(heading, separator=" "))
