"""Which names are one organization's."""

from __future__ import annotations

import pytest
from tests.unit.entities.archive.named_stories import census, headings, organization, story

from cuttings.entities.archive.census import Census
from cuttings.entities.archive.companies import bare_key, companies


def _headings(*names: tuple[str, int]) -> dict[str, str]:
    return headings(companies(census({organization(form): count for form, count in names})))


def test_a_key_leaves_out_the_legal_form() -> None:
    assert bare_key("Diebold Inc") == bare_key("DIEBOLD") != bare_key("Diebold Bank")


@pytest.mark.parametrize(
    ("many", "few", "are_one"), [(3, 1, True), (6, 2, True), (2, 1, False), (5, 2, False)]
)
def test_two_legal_forms_are_two_unless_one_is_rare(many: int, few: int, are_one: bool) -> None:
    found = _headings(("First Boston Inc", many), ("First Boston Corp", few))
    assert (found["First Boston Corp"] == "First Boston Inc") is are_one


def test_two_legal_forms_of_one_story_are_two() -> None:
    inc, corp = organization("First Boston Inc"), organization("First Boston Corp")
    found = headings(companies(census({inc: 5}, story(inc, corp))))
    assert found["First Boston Corp"] == "First Boston Corp"


def test_a_legal_form_may_be_written_out() -> None:
    found = _headings(("First Boston Inc", 2), ("First Boston Incorporated", 2))
    assert len(set(found.values())) == 1


@pytest.mark.parametrize(("rivals", "is_owned"), [(0, True), (1, True), (2, False)])
def test_a_lone_first_word_is_whose_company_has_nearly_all_of_it(
    rivals: int, is_owned: bool
) -> None:
    found = _headings(("Allied Inc", 5), ("Allied", 1), ("Allied Stores", rivals))
    assert (found["Allied"] == "Allied Inc") is is_owned


def test_the_heading_is_what_a_person_wrote_else_the_most_frequent_then_the_longest() -> None:
    assert set(_headings(("Diebold", 2), ("Diebold Inc", 3)).values()) == {"Diebold Inc"}
    assert set(_headings(("Diebold", 3), ("Diebold Inc", 2)).values()) == {"Diebold"}
    assert set(_headings(("Diebold", 2), ("Diebold Inc", 2)).values()) == {"Diebold Inc"}
    written = {organization("Diebold", by_person=True): 1, organization("Diebold Inc"): 3}
    assert set(headings(companies(census(written))).values()) == {"Diebold"}


def test_each_name_but_the_heading_says_why() -> None:
    counts = {organization("Diebold Inc"): 3, organization("Diebold"): 1, organization("OPEC"): 2}
    found = companies(census({**counts, organization("Opec"): 1}))
    assert [company.heading.form for company in found] == ["Diebold Inc", "OPEC"]
    assert [company.names for company in found] == [
        {"Diebold Inc": "", "Diebold": "the same but for the legal form"},
        {"OPEC": "", "Opec": "the same but for case, accents or punctuation"},
    ]
    assert [company.count for company in found] == [4, 3]


@pytest.mark.parametrize(("stories", "is_owned"), [(3, True), (2, False)])
def test_an_acronym_that_no_story_introduces_is_the_only_ones_whose_initials_it_has(
    stories: int, is_owned: bool
) -> None:
    whole, short = "International Monetary Fund", "IMF"
    found = companies(census({organization(whole): stories, organization(short): 1}))
    assert headings(found)[short] == (whole if is_owned else short)
    if is_owned:
        why = "the initials of no other organization of the archive"
        assert found[0].names == {whole: "", short: why}
        assert found[0].count == stories + 1
    rival = organization("Indian Motor Factory")
    shared = census({organization(whole): 3, rival: 3, organization(short): 1})
    assert headings(companies(shared))[short] == short


def test_an_acronym_that_a_person_set_stays_one() -> None:
    counts = {
        organization("International Monetary Fund"): 3,
        organization("IMF", by_person=True): 1,
    }
    assert headings(companies(census(counts)))["IMF"] == "IMF"


@pytest.mark.parametrize(
    ("own", "others", "expected"),
    [(1, 0, "Bank of Boston"), (4, 1, "Bank of Boston"), (3, 1, "BB"), (0, 0, "BB")],
)
def test_an_introduced_short_form_is_whose_introductions_are_nearly_all(
    own: int, others: int, expected: str
) -> None:
    bank, beer, short = map(organization, ("Bank of Boston", "Berlin Beer", "BB"))
    said = [
        *(story(bank, introduced=(("BB", "the Bank of Boston"),)) for _ in range(own)),
        *(story(beer, introduced=(("BB", "at Berlin Beer"),)) for _ in range(others)),
    ]
    found = companies(census({bank: 1, beer: 3, short: 1}, *said))
    assert headings(found)["BB"] == expected
    if expected != "BB":
        number = "1 other story" if own == 1 else f"{own} other stories"
        why = {company.heading.form: company.names for company in found}[expected]["BB"]
        assert why == f"introduced as its short form in {number}"


def test_a_short_form_in_brackets_that_is_no_ones_initials_leads_nowhere() -> None:
    bank, short = organization("Bank of Boston"), organization("XQ")
    found = companies(census({short: 1}, story(bank, introduced=(("XQ", "Bank of Boston"),))))
    assert headings(found)["XQ"] == "XQ"


@pytest.mark.parametrize(
    ("together", "alone", "are_one"), [(6, 4, True), (4, 6, True), (3, 7, False), (6, 3, False)]
)
def test_a_clipped_word_is_the_name_that_most_of_its_stories_have(
    together: int, alone: int, are_one: bool
) -> None:
    whole, short = organization("Federal Reserve"), organization("Fed")
    found = companies(census({short: alone}, *(story(whole, short) for _ in range(together))))
    assert (headings(found)["Fed"] == "Federal Reserve") is are_one
    if are_one:
        why = f"stands beside Federal Reserve in {together} other stories"
        assert found[0].names["Fed"] == why


def test_the_board_of_a_name_that_is_clipped_is_one_with_it() -> None:
    board, whole, short = map(organization, ("Federal Reserve Board", "Federal Reserve", "Fed"))
    both = [story(whole, short) for _ in range(12)]
    with_board = [story(board, short) for _ in range(10)]
    found = headings(companies(Census([*both, *with_board])))
    assert set(found.values()) == {"Federal Reserve"}
    few = headings(companies(Census([*both, *with_board[1:]])))
    assert few["Federal Reserve Board"] == "Federal Reserve Board"
