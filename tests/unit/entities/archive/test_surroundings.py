from __future__ import annotations

import pytest

from cuttings.entities.archive.surroundings import (
    is_addressed_as_woman,
    is_company_here,
    is_person_here,
    may_be_person_here,
    office_behind,
    offices,
    titles_before,
)


@pytest.mark.parametrize(
    ("text", "titles", "begin"),
    [
        ("Later Prime Minister Xyl came", ("prime", "minister"), 6),
        ("Secretary of State Ann Xyl came", ("secretary", "of", "state"), 0),
        ("Mrs. A. Xyl came", ("mrs",), 0),
        ("the chairman, Xyl came", (), 14),
        ("Governor\nXyl came", (), 9),
        ("Then Xyl came", (), 5),
        ("and Senator Xyl came", ("senator",), 4),
        ("Xyl came", (), 0),
    ],
)
def test_titles_stand_before_a_name(text: str, titles: tuple[str, ...], begin: int) -> None:
    assert titles_before(text, text.index("Xyl"), ["Ann"]) == (begin, titles)


def test_an_office_is_what_titles_say_of_their_bearer() -> None:
    assert offices(["former", "treasury", "secretary"]) == {"treasury secretary"}
    assert offices(["mr"]) == offices([]) == frozenset()
    assert office_behind("Xyl, the French prime minister of", 3) == {"prime minister"}
    assert office_behind("Xyl, a man of the town", 3) == frozenset()
    assert office_behind("Xyl came, the prime minister", 3) == frozenset()
    assert office_behind("Xyl, one two three four five six seven president", 3) == frozenset()


def test_women_are_addressed_as_such() -> None:
    assert is_addressed_as_woman(["former", "queen"])
    assert not is_addressed_as_woman(["mr"])
    assert not is_addressed_as_woman([])


@pytest.mark.parametrize(
    ("behind", "titles", "expected"),
    [
        (" said he liked it", (), True),
        (" was born in Rome", (), True),
        (" rose", ("mr",), True),
        (" rose", ("chairman", "mr"), True),
        (" rose", ("treasury",), False),
        (" said so", (), False),
    ],
)
def test_a_person_has_a_title_or_does_what_only_people_do(
    behind: str, titles: tuple[str, ...], expected: bool
) -> None:
    assert is_person_here(f"Xyl{behind}", 3, titles) is expected


@pytest.mark.parametrize(
    ("before", "behind", "expected"),
    [
        ("", " said so", True),
        ("", ", who rose", True),
        ("", " was elected", True),
        ("", " will resign", True),
        ("", " rose", False),
        ("the banker ", " rose", True),
        ("the banker, ", " rose", True),
        ("quoted ", " rose", True),
        ("a Banker ", " rose", False),
        ("over ", " rose", False),
        ("the banker", " rose", False),
    ],
)
def test_what_people_mostly_do_may_be_a_persons(before: str, behind: str, expected: bool) -> None:
    text = f"{before}Xyl{behind}"
    assert may_be_person_here(text, len(before), len(before) + 3) is expected


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        (" Inc", True),
        (" (NYSE:XYZ)", True),
        (" <XYZ>", True),
        ("'s shares", True),
        (" rose", False),
    ],
)
def test_a_company_has_a_legal_form_a_ticker_or_shares(behind: str, expected: bool) -> None:
    assert is_company_here(f"Xyl{behind}", 3) is expected
