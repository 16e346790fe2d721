from __future__ import annotations

from cuttings.entities.salience import Prominence, by_salience, subjects


def test_headline_counts_three_and_the_lead_twice() -> None:
    assert Prominence(headline=2, body=5, lead=1).salience == 12


def test_order_is_by_salience_then_place_then_name() -> None:
    prominence = {
        "b": Prominence(headline=0, body=1, lead=0, first=9),
        "c": Prominence(headline=0, body=1, lead=0, first=3),
        "a": Prominence(headline=0, body=1, lead=0, first=9),
        "d": Prominence(headline=1, body=1, lead=0, first=50),
    }
    assert by_salience(prominence) == ("d", "c", "a", "b")


def test_story_is_about_what_leads() -> None:
    prominence = {
        "headline": Prominence(headline=1, body=0, lead=0),
        "often": Prominence(headline=0, body=9, lead=1),
        "dateline": Prominence(headline=0, body=0, lead=0, in_dateline=True),
        "once": Prominence(headline=0, body=1, lead=0),
    }
    assert subjects(prominence) == {"headline", "often", "dateline"}
    assert subjects({}) == frozenset()


def test_a_place_beside_the_dateline_needs_four_mentions() -> None:
    dateline = Prominence(headline=0, body=0, lead=0, in_dateline=True)
    thrice = Prominence(headline=0, body=3, lead=1)
    often = Prominence(headline=0, body=4, lead=1)
    found = subjects({"dateline": dateline, "thrice": thrice, "often": often})
    assert found == {"dateline", "often"}
    assert subjects({"thrice": thrice, "often": often}) == {"thrice", "often"}


def test_a_single_mention_needs_a_larger_share() -> None:
    once = Prominence(headline=0, body=1, lead=1)
    twice = Prominence(headline=0, body=2, lead=0)
    leading = Prominence(headline=0, body=4, lead=1)
    assert subjects({"once": once, "leading": leading}) == {"leading"}
    assert subjects({"twice": twice, "leading": leading}) == {"twice", "leading"}
    assert subjects({"once": once}) == {"once"}
