from __future__ import annotations

import pytest

from cuttings.versions.particulars import Particulars
from cuttings.versions.same_event import is_same_event

BOND = (
    "Fieldcrest Inc is raising 110 mln dlrs through an offering of convertible debentures due 2012 "
    "with a six pct coupon, said Kidder Peabody and Co."
)
OTHER_BOND = (
    "Businessland Inc is raising 50 mln dlrs through an offering of convertible debentures due "
    "2007 with a six pct coupon, said Shearson Lehman and Co."
)
NOTICE = "The Fed entered the market to arrange 1.5 billion of repurchase agreements, Dealers said."


def same(
    one: tuple[str, str], other: tuple[str, str], days: int = 0, similarity: float = 0.6
) -> bool:
    return is_same_event(Particulars(*one), Particulars(*other), days, similarity)


def test_other_names_and_figures_in_the_same_places_make_another_event() -> None:
    assert not same(("Firm sells debt", BOND), ("Firm sells debt", OTHER_BOND))
    assert same(("Firm sells debt", BOND), ("Debt sold", BOND.replace("Co.", "Co")))


def test_what_is_cut_makes_no_other_event() -> None:
    cut = BOND.replace(" with a six pct coupon, said Kidder Peabody and Co", "")
    assert same(("Fieldcrest sells debt", BOND), ("Fieldcrest sells debt", cut))


def test_another_subject_in_the_headline_makes_another_event() -> None:
    text = "The bank raised its prime rate to 7-3/4 pct from 7-1/2 pct, effective immediately."
    assert not same(
        ("Chemical raises prime rate", f"Chemical: {text}"),
        ("Midland raises prime rate", f"Midland: {text}"),
    )
    assert not same(("Hogs in Omaha up 1", text), ("Hogs in Omaha up 2", text))
    assert same(("Boat sails twice", "It sails twice."), ("Boat sails daily", "It sails daily."))
    assert same(("Rate goes up", f"{text} Midland"), ("Banks ask more", f"{text} Midland"))


@pytest.mark.parametrize(
    ("days", "similarity", "expected"),
    [(0, 0.9, True), (1, 0.9, False), (1, 0.96, True), (2, 1.0, False), (30, 1.0, False)],
)
def test_a_notice_without_names_of_its_own_is_another_one_on_another_day(
    days: int, similarity: float, expected: bool
) -> None:
    notice = ("Fed adds reserves", NOTICE)
    assert same(notice, notice, days, similarity) is expected


@pytest.mark.parametrize(("days", "similarity"), [(3, 0.6), (30, 0.96)])
def test_a_report_with_many_names_may_be_printed_again_on_another_day(
    days: int, similarity: float
) -> None:
    names = " ".join(f"Minister Name{number} said." for number in range(20))
    report = ("Ministers speak", names)
    assert same(report, report, days, similarity)
    assert not same(report, report, days, similarity - 0.2)


@pytest.mark.parametrize("mark", ["CORRECTED - ", "(Corrected)-", "UPDATE 1-", "Correction: "])
def test_a_headline_that_says_correction_may_change_figures(mark: str) -> None:
    text = "Profit 12 mln, sales 310 mln, shares 4 mln, assets 77 mln, said Acme of Ohio, Texas."
    corrected = text.replace("12", "13").replace("310", "330")
    assert not same(("Acme net", text), ("Acme net", corrected))
    assert same(("Acme net", text), (f"{mark}Acme net", corrected), days=2)
    assert not same(("Acme net", text), (f"{mark}Acme net", corrected), days=3)


def test_figures_tell_events_apart_in_a_script_without_capitals() -> None:
    report = "销售额为110亿元，利润为12亿元，员工3400人。"
    other = "销售额为250亿元，利润为31亿元，员工5600人。"
    assert not same(("公司业绩", report), ("公司业绩", other))
    assert same(("公司业绩", report), ("公司业绩", report[:20]))


def _report(who: str, kept: int, displaced: int, exchanged: int) -> str:
    """Return a text with names that every report has, and others that are only ``who``'s.

    One of the words beside a displaced name is ``who``'s as well, neither of those beside an
    exchanged one.
    """
    words = [f"and Name{number} so" for number in range(kept)]
    words += [f"d{number} {who}d{number} {who.lower()}z" for number in range(displaced)]
    words += [f"e{number} {who}e{number} f{number}" for number in range(exchanged)]
    return " ".join(words)


@pytest.mark.parametrize(
    ("days", "similarity", "kept", "displaced", "exchanged", "expected"),
    [
        (0, 0.85, 0, 5, 5, True),
        (0, 0.84, 0, 5, 5, False),
        (0, 0.6, 8, 2, 0, True),
        (0, 0.6, 7, 2, 0, False),
        (0, 0.6, 9, 0, 1, True),
        (0, 0.6, 8, 0, 1, False),
        (1, 0.95, 0, 5, 5, True),
        (1, 0.94, 0, 0, 0, False),
        (1, 0.6, 13, 0, 0, True),
        (1, 0.6, 12, 0, 0, False),
        (1, 0.6, 18, 2, 0, True),
        (1, 0.6, 17, 2, 0, False),
        (2, 0.5, 16, 0, 0, True),
        (2, 0.49, 16, 0, 0, False),
        (2, 0.6, 15, 0, 0, False),
        (7, 0.6, 19, 1, 0, True),
        (7, 0.6, 18, 1, 0, False),
        (8, 0.95, 16, 0, 0, True),
        (8, 0.94, 16, 0, 0, False),
        (8, 1.0, 15, 0, 0, False),
        (8, 1.0, 19, 1, 0, True),
        (8, 1.0, 18, 1, 0, False),
    ],
)
def test_the_further_apart_two_reports_are_the_more_must_be_the_same(
    days: int, similarity: float, kept: int, displaced: int, exchanged: int, expected: bool
) -> None:
    one, other = (("it happens", _report(who, kept, displaced, exchanged)) for who in "AB")
    assert same(one, other, days, similarity) is expected


@pytest.mark.parametrize(("kept", "expected"), [(7, True), (6, False)])
def test_an_update_exchanges_three_names_in_ten_at_most(kept: int, expected: bool) -> None:
    one = ("it happens", _report("A", kept, 0, 3))
    update = ("UPDATE 1-it happens", _report("B", kept, 0, 3))
    assert same(one, update) is expected
    assert same(update, one) is expected
