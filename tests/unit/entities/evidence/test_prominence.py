from __future__ import annotations

from cuttings.entities.evidence.prominence import Prominence, by_salience, subjects


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
        "headline": Prominence(headline=1, body=1, lead=0),
        "often": Prominence(headline=0, body=9, lead=1),
        "dateline": Prominence(headline=0, body=0, lead=0, in_dateline=True),
        "once": Prominence(headline=0, body=1, lead=0),
    }
    assert subjects(prominence) == {"headline", "often", "dateline"}
    assert subjects({}) == frozenset()


DATELINE = Prominence(headline=0, body=0, lead=0, in_dateline=True, first=900)


def test_a_name_and_the_opening_weigh_one_more() -> None:
    later = Prominence(headline=0, body=3, lead=1, first=200, named=2)
    assert (later.salience, later.weight) == (4, 6)
    opening = Prominence(headline=0, body=3, lead=1, first=20, named=2)
    assert (opening.salience, opening.weight) == (4, 7)


def test_a_place_beside_the_dateline_needs_a_weight_of_six() -> None:
    light = Prominence(headline=0, body=3, lead=1, first=200, named=1)
    heavy = Prominence(headline=0, body=3, lead=1, first=200, named=2)
    assert subjects({"dateline": DATELINE, "light": light, "heavy": heavy}) == {
        "dateline",
        "heavy",
    }
    assert subjects({"light": light, "heavy": heavy}) == {"light", "heavy"}


def test_a_report_on_many_places_is_about_those_that_stand_level() -> None:
    level = Prominence(headline=0, body=1, lead=0, first=400, named=1)
    passing = Prominence(headline=0, body=1, lead=0, first=600)
    places = dict.fromkeys("abcdef", level) | {"dateline": DATELINE}
    assert subjects(places) == {"dateline"}
    assert subjects(places | {"passing": passing}) == {*"abcdef", "dateline"}


def test_a_headline_beside_the_dateline_needs_the_report() -> None:
    alone = Prominence(headline=1, body=0, lead=0, first=-1)
    borne_out = Prominence(headline=1, body=1, lead=0, first=-1)
    assert subjects({"dateline": DATELINE, "alone": alone, "borne out": borne_out}) == {
        "dateline",
        "borne out",
    }
    assert subjects({"alone": alone}) == {"alone"}


def test_a_single_mention_needs_a_larger_share() -> None:
    once = Prominence(headline=0, body=1, lead=1)
    twice = Prominence(headline=0, body=2, lead=0)
    leading = Prominence(headline=0, body=4, lead=1)
    assert subjects({"once": once, "leading": leading}) == {"leading"}
    assert subjects({"twice": twice, "leading": leading}) == {"twice", "leading"}
    assert subjects({"once": once}) == {"once"}
