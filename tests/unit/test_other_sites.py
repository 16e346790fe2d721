from __future__ import annotations

import pytest

from cuttings.errors import SettingsError
from cuttings.other_sites import OtherSite, other_sites


def _named(ways: object) -> tuple[OtherSite, ...]:
    return other_sites({"CUTTINGS_SITES": ways})


def test_a_site_is_alone_unless_others_are_named() -> None:
    assert other_sites({}) == ()
    assert _named({}) == ()


def test_a_way_is_relative_and_ends_in_a_slash() -> None:
    named = {" The  1980s ": "../1987", "Above": "..", "Below": "press/1999.b/"}
    assert _named(named) == (
        OtherSite("The 1980s", "../1987/"),
        OtherSite("Above", "../"),
        OtherSite("Below", "press/1999.b/"),
    )


@pytest.mark.parametrize(
    "way",
    [
        *("", "/", "/1988/", ".", "./", "a/../b", "https://example.org/", "//host/", "a//b"),
        *("a?b", "a#b", "a b", "a\\b", "a%2fb", "../1988/\n", 1988, None),
    ],
)
def test_another_way_is_refused(way: object) -> None:
    with pytest.raises(SettingsError, match="the way from this site's folder"):
        _named({"1988": way})


def test_names_and_ways_must_tell_sites_apart() -> None:
    for chosen in ({" ": "../a/"}, {7: "../a/"}):
        with pytest.raises(SettingsError, match="give the site a name"):
            _named(chosen)
    with pytest.raises(SettingsError, match="names a site twice"):
        _named({"One": "../a", "Two": "../a/"})
    with pytest.raises(SettingsError, match="set it to names with ways"):
        _named("../a/")
