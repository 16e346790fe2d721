from __future__ import annotations

import pytest

from cuttings.entities.entity import EntityKind
from cuttings.entities.names.name import Name
from cuttings.entities.names.person_evidence import (
    begins_name_before,
    shows_person,
    surely_shows_person,
    with_people_shown,
)


@pytest.mark.parametrize(
    ("text", "form", "is_shown"),
    [
        ("The paper saw Amos Xyl.", "Amos Xyl", True),
        ("The analyst Qir Xyl came.", "Qir Xyl", True),
        ("So said Qir Xyl.", "Qir Xyl", True),
        ("Qir Xyl, a lawyer, came.", "Qir Xyl", True),
        ("Qir Xyl, 45, came.", "Qir Xyl", True),
        ("Qir Xyl drew the bridge.", "Qir Xyl", True),
        ("It came when Qir Xyl saw that he was late.", "Qir Xyl", True),
        ("The paper saw Qir Xyl.", "Qir Xyl", False),
        ("It won under the leadership of Qir Xyl.", "Qir Xyl", True),
        ("It ruled with Qir Xyl as foreign minister.", "Qir Xyl", True),
        ("It hurt Qir Xyl's campaign.", "Qir Xyl", True),
        ("They said Xyl.", "Xyl", False),
        ("Xyl, who is late, came.", "Xyl", True),
        ("The paper saw Qir P. Xyl.", "Qir P. Xyl", True),
        ("The paper saw P. Q. Xyl.", "P. Q. Xyl", True),
        ("The paper saw P.Q. Xyl.", "P.Q. Xyl", False),
        ("The paper saw P. Xyl.", "P. Xyl", False),
        ("The paper saw Qir van Xyl.", "Qir van Xyl", True),
        ("The paper saw Qir al-Xyl.", "Qir al-Xyl", True),
        ("The paper saw Shatt al-Xyl.", "Shatt al-Xyl", False),
        ("The paper saw Hu Qili.", "Hu Qili", True),
        ("The paper saw Hu.", "Hu", False),
        ("The paper saw Qir Xyl Amos Zim.", "Qir Xyl Amos Zim", False),
    ],
)
def test_a_given_name_or_the_words_beside_show_a_person(
    text: str, form: str, is_shown: bool
) -> None:
    start = text.index(form)
    assert shows_person(text, start, start + len(form)) is is_shown


def test_a_company_of_the_name_needs_surer_words() -> None:
    assert surely_shows_person("Qir Xyl, who came", 0, 7)
    assert not surely_shows_person("Qir Xyl gained", 0, 7)


def test_initials_and_given_names_begin_a_name() -> None:
    assert begins_name_before("N.", ["Falk"])
    assert begins_name_before("Amos", ["Falk"])
    assert not begins_name_before("Minister", ["Falk"])
    assert not begins_name_before("", ["Falk"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Qir Xyl came. Xyl went.", [True]),
        ("Qir Xyl came. Qir went.", [False]),
        ("Qir Xyl and Pob Yrr came.", [False, False]),
        ("Qir Xyl, Pob Yrr and Lor Zim came. Zim went.", [True, True, True]),
    ],
)
def test_the_rest_of_a_story_shows_people(text: str, expected: list[bool]) -> None:
    names = [
        Name(
            EntityKind.PERSON, text.index(form), text.index(form) + len(form), form, is_shown=False
        )
        for form in ("Qir Xyl", "Pob Yrr", "Lor Zim")
        if form in text
    ]
    assert [name.is_shown for name in with_people_shown(text, names)] == expected
