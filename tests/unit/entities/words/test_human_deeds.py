from __future__ import annotations

import pytest

from cuttings.entities.words.human_deeds import (
    does_as_people_do,
    has_a_life,
    says_of_self,
    shows_person,
)


@pytest.mark.parametrize(
    ("behind", "body", "of_self", "people", "life"),
    [
        (" smiled at her.", True, False, True, False),
        (" said he would go.", False, True, True, False),
        (" said that she would go.", False, True, True, False),
        (" said it would go.", False, False, True, False),
        (" later warned of it.", False, False, True, False),
        (" was then elected.", False, False, False, True),
        (" had studied law.", False, False, False, True),
        (" was a young lawyer.", False, False, False, True),
        (" ran for mayor.", False, False, False, True),
        (" won re-election.", False, False, False, True),
        (" resigned.", False, False, True, True),
        (" smiledly.", False, False, False, False),
        (" fell.", False, False, False, False),
    ],
)
def test_a_verb_shows_a_person(
    behind: str, body: bool, of_self: bool, people: bool, life: bool
) -> None:
    text = f"Lee{behind}"
    assert shows_person(text, 3) is body
    assert says_of_self(text, 3) is of_self
    assert does_as_people_do(text, 3) is people
    assert has_a_life(text, 3) is life
