from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cuttings.ingest.text.line_joining import LineJoiner

ENGLISH = (
    "The council of the town said that it would not pay for the bridge over the river, and that "
    "it has been there for a hundred years and will be there when all of us are gone."
)
GERMAN = (
    "Der Rat der Stadt hat gesagt, dass er die Brücke über den Fluss nicht bezahlen will und dass "
    "sie auch in hundert Jahren noch da ist, wenn von uns keiner mehr da sein wird, so der Rat."
)
POLISH = (
    "Rada miasta powiedziała, że nie zapłaci za most na rzece i że on tam jest od stu lat, ale "
    "będzie tam także wtedy, gdy nas już nie będzie, bo tak było i tak jest dla wszystkich."
)


def _joined(above: str, below: str, *others: str) -> str:
    return LineJoiner([above, below, *others]).joined([above, below])


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("The compa-", "nies", "The companies"),
        ("the bond mar-", "ket fell", "the bond market fell"),
        ("a thera-", "pist", "a therapist"),
        ("the the-", "rapist", "the therapist"),
        ("of Chancellor Mer-", "kel", "of Chancellor Merkel"),
        ("the well-estab-", "lished firm", "the well-established firm"),
        ("THE GOVERN-", "MENT SAID", "THE GOVERNMENT SAID"),
        ("Mr. Gorba-", "chev’s visit", "Mr. Gorbachev’s visit"),
        ("the pota-", "to field", "the potato field"),
        ("the “compa-", "nies”", "the “companies”"),
        ("Senator Mc-", "Cain", "Senator McCain"),
        ("General Mac-", "Arthur", "General MacArthur"),
    ],
)
def test_a_word_broken_in_two_is_made_whole(above: str, below: str, joined: str) -> None:
    assert _joined(above, below, ENGLISH) == joined


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("the price-", "determining factors"),
        ("a well-", "known rule"),
        ("Mary-", "Anne Holt"),
        ("the Anglo-", "American bank"),
        ("12-", "month terms"),
        ("the F-", "16 fighter"),
        ("COVID-", "19"),
        ("down 2-", "1/2 points"),
        ("the EU-", "wide rules"),
        ("the U.S.-", "led force"),
        ("an X-", "ray"),
        ("day-to-", "day work"),
        ("a three-year-", "old child"),
        ("the mother-", "in-law"),
        ("state-of-the-", "art"),
        ("the Paris-", "based firm"),
        ("the ex-", "minister"),
        ("the al-", "Qaeda group"),
        ("NATO-", "RUSSIA talks of it"),
        ("a sit-", "in"),
        ("see www.bundes-", "regierung.de"),
        ("https://planet.example/a-", "story.html"),
        ("ann@new-", "paper.example"),
    ],
)
def test_a_hyphen_of_the_word_itself_is_kept(above: str, below: str) -> None:
    assert _joined(above, below, ENGLISH) == f"{above}{below}"


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("the short-", "and long-term rates"),
        ("two-", "or three-year terms"),
        ("a three-", "to five-year plan"),
        ("12-", "and 24-month terms"),
        ("he paused -", "then went on"),
        ("he paused –", "then went on"),
        ("the end --", "or so"),
        ("In-", "en uitvoer"),
        ("Ein-", "und Ausfuhr"),
        ("the end.-", "The rest"),
        ("he paused", "-and went on"),
    ],
)
def test_what_does_not_break_a_word_stays_apart(above: str, below: str) -> None:
    assert _joined(above, below, ENGLISH) == f"{above} {below}"


@pytest.mark.parametrize(
    ("above", "below", "other", "joined"),
    [
        ("the co-", "operative bank", "A co-operative.", "the co-operative bank"),
        ("the co-", "operative bank", "A cooperative.", "the cooperative bank"),
        ("the news-", "paper", "The news-paper.", "the news-paper"),
        ("the price-", "determining", "It is pricedetermining.", "the pricedetermining"),
        ("General Mac-", "Arthur", "General MacArthur", "General MacArthur"),
        ("the Cele-", "Bration", "a cele-bration-like day", "the Cele-Bration"),
    ],
)
def test_the_other_words_of_the_story_decide(
    above: str, below: str, other: str, joined: str
) -> None:
    assert _joined(above, below, ENGLISH, other) == joined


@pytest.mark.parametrize(
    ("above", "below", "story", "joined"),
    [
        ("die Wirtschafts-", "minister", GERMAN, "die Wirtschaftsminister"),
        ("die Stadt-", "rat", GERMAN, "die Stadtrat"),
        ("die EU-", "Minister", GERMAN, "die EU-Minister"),
        ("le porte-", "parole", "le la les des est dans pour que qui " * 9, "le porte-parole"),
        ("przedsię-", "biorstwa", POLISH, "przedsiębiorstwa"),
        ("die Ein-", "und Ausfuhr", GERMAN, "die Ein- und Ausfuhr"),
    ],
)
def test_languages_differ_in_how_they_write_compounds(
    above: str, below: str, story: str, joined: str
) -> None:
    assert _joined(above, below, story) == joined


@pytest.mark.parametrize("mark", ["\u00ad", "\x02", "\ufffe"])
def test_a_soft_hyphen_is_never_a_words_own(mark: str) -> None:
    assert (
        _joined(f"the price{mark}", "determining fac\u00adtors") == "the pricedetermining factors"
    )
    assert _joined(f"Mary{mark}", "Anne") == "MaryAnne"


def test_hyphens_of_any_form_are_kept_as_they_are_written() -> None:
    assert _joined("a well\u2010", "known rule", ENGLISH) == "a well\u2010known rule"
    assert _joined("the compa\u2010", "nies", ENGLISH) == "the companies"


@pytest.mark.parametrize("start", ["segunda", "biało"])
def test_a_hyphen_that_is_repeated_on_the_next_line_is_the_words_own(start: str) -> None:
    assert _joined(f"na {start}-", "-feira") == f"na {start}-feira"


def test_years_at_a_dash_stay_together() -> None:
    assert _joined("the war of 1914–", "18 was long") == "the war of 1914–18 was long"


def test_more_than_two_lines_are_joined() -> None:
    lines = ["The compa-", "  nies of the well-", "known", "town"]
    assert LineJoiner(lines).joined(lines) == "The companies of the well-known town"


def test_a_word_over_three_lines_is_made_whole() -> None:
    lines = ["The cele-", "bra-", "tion of the day-to-", "day", "work"]
    assert LineJoiner([*lines, ENGLISH]).joined(lines) == "The celebration of the day-to-day work"


def test_a_paragraph_of_very_many_lines_is_joined() -> None:
    lines = ["the compa-", "nies"] * 20_000 + ["x-"] * 20_000
    joined = LineJoiner(lines).joined(lines)
    assert joined.startswith("the companies the companies ")
    assert joined.count("x-") == 20_000


@given(st.lists(st.text(st.sampled_from("aB1- -\u00ad–.’ß")), min_size=1, max_size=5))
def test_nothing_but_hyphens_and_spaces_is_lost(lines: list[str]) -> None:
    joined = LineJoiner(lines).joined(lines)
    kept = str.maketrans("", "", "- \u00ad")
    assert joined.translate(kept) == "".join(lines).translate(kept)
