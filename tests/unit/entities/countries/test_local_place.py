from __future__ import annotations

import pytest

from cuttings.entities.countries.country_matching import local_places, match_countries
from cuttings.entities.countries.local_place import LocalPlace, place_beside_state


def _places(text: str) -> list[tuple[str, LocalPlace]]:
    places = local_places(text)
    alone = match_countries(text)
    found = ((m, places.of(text, alone, n)) for n, m in enumerate(alone))
    return [(text[m.start : m.end], place) for m, place in found if place is not None]


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("They left Peru, Indiana. Peru slept.", ["Peru"]),
        ("They left Peru, in northern Indiana. Peru slept.", ["Peru"]),
        ("They left Peru, Miami County, Indiana. Peru slept.", ["Peru"]),
        ("They left Lebanon, Pa. Lebanon slept.", ["Lebanon"]),
        ("They left Peru (Indiana). Peru slept.", ["Peru"]),
        ("They met in Moscow in Idaho. Moscow slept.", ["Moscow"]),
        ("They met in the town of Peru in Indiana. Peru slept.", ["Peru"]),
        ("They sold maize to Mexico in Texas. Mexico slept.", []),
        ("They left Peru, Ind., and Cuba, Mo. Peru slept; Cuba did not.", ["Peru", "Cuba"]),
        ("They left Paris, TX. Paris slept.", ["Paris"]),
        ("They met in Indiana's town of Peru. Peru slept.", ["Peru"]),
        ("PERU, Ind., May 3 (AP) - Peru slept.", ["Peru"]),
        ("They left Toronto, Ontario. Toronto slept.", []),
        ("They left Peru, Indiana. Peru's army slept.", []),
        ("They left Peru, Indiana. Bolivia and Peru slept.", []),
        ("California's Mexico trade fell. Mexico slept.", []),
        ("They sold to Mexico, California and Texas. Mexico slept.", []),
        ("They sold to Alabama, Georgia, Kentucky, Ohio and Utah. Georgia slept.", []),
    ],
)
def test_the_state_beside_a_place_decides_for_the_whole_story(text: str, alone: list[str]) -> None:
    assert [form for form, _ in _places(text)] == alone


def test_a_country_that_is_named_otherwise_too_is_meant_up_to_the_place() -> None:
    text = "Fair\n\nBritons left London. They went to London, Ontario. London slept."
    assert _places(text) == []
    assert _places(text.removeprefix("Fair\n\nBritons left London. "))


def test_a_state_of_the_same_country_is_no_other_place() -> None:
    text = "Boston, Massachusetts"
    mentions = match_countries(text)
    assert place_beside_state(text, mentions, len(mentions) - 1) is None
