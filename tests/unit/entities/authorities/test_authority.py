from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from cuttings.article.article import Article
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.authorities.authority_record import AuthorityRecord
from cuttings.entities.authorities.story_context import StoryContext
from cuttings.entities.choice import Choice
from cuttings.entities.entity import EntityKind
from cuttings.errors import AuthorityError, InputError

PERSON = EntityKind.PERSON
HEADER = "heading,see-from,same-as,note,hide\n"


def _read(folder: Path, text: str, encoding: str = "utf-8") -> Authorities:
    (folder / "people.csv").write_text(text, encoding=encoding)
    return Authorities.read(folder)


def test_a_record_says_what_its_name_is_filed_under(tmp_path: Path) -> None:
    rows = 'heading,filed-as,hide\nCharles de Gaulle,"Gaulle, Charles de",\n'
    record = _read(tmp_path, rows).record(PERSON, "Charles de Gaulle")
    assert record is not None
    assert record.filed_as == "Gaulle, Charles de"


def test_records_say_where_forms_lead(tmp_path: Path) -> None:
    authorities = _read(
        tmp_path, HEADER + 'Joe Biden,Joseph Biden | Joseph R. Biden,Q6279,"President, 46th",\n'
    )
    assert authorities.preferred(PERSON, "Joseph R. Biden") == "Joe Biden"
    assert authorities.preferred(PERSON, "Joe Biden") == "Joe Biden"
    assert authorities.preferred(PERSON, "Xi Jinping") == "Xi Jinping"
    assert authorities.preferred(EntityKind.COUNTRY, "Joseph Biden") == "Joseph Biden"
    record = authorities.record(PERSON, "Joe Biden")
    assert record is not None
    assert (record.same_as, record.note) == ("Q6279", "President, 46th")
    assert not authorities.is_hidden(PERSON, "Joe Biden")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_spreadsheets_may_save_it_their_way(tmp_path: Path, separator: str, encoding: str) -> None:
    rows = [("heading", "see-from", "hide"), ("Zoë", "Zoe|Zoé", ""), ("", "", ""), ("X", "", "yes")]
    text = "\r\n".join(separator.join(row) for row in rows)
    authorities = _read(tmp_path, text, encoding)
    assert authorities.preferred(PERSON, "Zoe") == "Zoë"
    assert authorities.is_hidden(PERSON, "X")


SPLIT = """heading,see-from,when
John Smith (banker),John Smith | J. Smith,Barclays | clearing house
John Smith (cricketer),John Smith,Lord's
"""


def _context(text: str) -> StoryContext:
    day = datetime.date(2020, 1, 1)
    return StoryContext(Article(title="T", body=text, slug="t", added=day), ())


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("He left Barclays.", "John Smith (banker)"),
        ("He plays at Lord's.", "John Smith (cricketer)"),
        ("Barclays paid him at Lord's.", "John Smith"),
        ("Nobody knows him.", "John Smith"),
    ],
)
def test_the_story_decides_between_records_that_share_a_form(
    tmp_path: Path, text: str, heading: str
) -> None:
    authorities = _read(tmp_path, SPLIT)
    assert authorities.preferred(PERSON, "John Smith", _context(text)) == heading
    assert authorities.preferred(PERSON, "John Smith") == "John Smith"
    hand_set = "John Smith (banker)"
    assert authorities.preferred(PERSON, hand_set, _context(text)) == hand_set


def test_a_form_of_one_record_leads_there_in_its_stories_only(tmp_path: Path) -> None:
    authorities = _read(tmp_path, SPLIT)
    found = [
        authorities.preferred(PERSON, "J. Smith", _context(text)) for text in ("Barclays", "Lord's")
    ]
    assert found == ["John Smith (banker)", "J. Smith"]


def test_a_record_without_words_is_for_all_other_stories(tmp_path: Path) -> None:
    authorities = _read(tmp_path, SPLIT + "John Smith (painter),John Smith,\n")
    found = [
        authorities.preferred(PERSON, "John Smith", _context(text))
        for text in ("Barclays", "Nobody", "Barclays at Lord's")
    ]
    assert found == ["John Smith (banker)", "John Smith (painter)", "John Smith"]


def test_a_form_may_lead_to_a_name_that_records_tell_apart(tmp_path: Path) -> None:
    authorities = _read(tmp_path, SPLIT + "John Smith,Jon Smith,\n")
    assert (
        authorities.preferred(PERSON, "Jon Smith", _context("Lord's")) == "John Smith (cricketer)"
    )
    assert authorities.preferred(PERSON, "Jon Smith", _context("Nobody")) == "John Smith"


def test_two_records_may_have_each_other_for_a_form(tmp_path: Path) -> None:
    authorities = _read(tmp_path, "heading,see-from,when\nA,B,red\nB,A,blue\n")
    assert authorities.preferred(PERSON, "A", _context("It is blue.")) == "B"
    assert authorities.preferred(PERSON, "A", _context("It is red and blue.")) == "A"
    assert authorities.preferred(PERSON, "A", _context("It is green.")) == "A"


def test_a_choice_says_what_fits_and_what_does_not(tmp_path: Path) -> None:
    authorities = _read(tmp_path, SPLIT)
    assert authorities.choice(PERSON, "John Smith", _context("A Clearing House")) == Choice(
        "John Smith (banker)",
        (("John Smith (banker)", "clearing house"),),
        ("John Smith (cricketer)",),
    )
    divided = ("John Smith", "J. Smith", "John Smith (banker)")
    assert all(authorities.is_divided(PERSON, heading) for heading in divided)
    assert not authorities.is_divided(EntityKind.COUNTRY, "John Smith")


@pytest.mark.parametrize(
    ("rows", "place", "told"),
    [
        ("A,C,,\nB,C,,\n", "line 3", "'C' already leads to 'A' in line 2; keep it in one of"),
        ("A,,,\nA,,red,\n", "line 3", "'A' already leads to 'A' in line 2; keep one of the two"),
        ("A,C,red,\nB,C,red,\n", "line 3", "'C' already leads to 'A' in line 2; give each row"),
        ("A,C,red|blue,\nB,D,,\nE,C,red,\n", "line 4", "'C' already leads to 'A' in line 2; give"),
        ("A,C,red,\nE,C,blue | red,\n", "line 3", "'C' already leads to 'A' in line 2; give each"),
    ],
)
def test_records_that_no_story_distinguishes_are_refused(
    tmp_path: Path, rows: str, place: str, told: str
) -> None:
    with pytest.raises(AuthorityError) as caught:
        _read(tmp_path, "heading,see-from,when,note\n" + rows)
    assert caught.value.place == place
    assert told in str(caught.value)


@pytest.mark.parametrize(
    ("rows", "form", "headings"),
    [
        ("A,C,red,\nB,C,blue,\n", "C", ("A", "B", "C")),
        ("A,,,\nB,A,blue,\n", "A", ("A", "B", "A")),
        ("A,,red,\nB,A,,\n", "A", ("A", "B", "B")),
    ],
)
def test_the_story_says_which_of_two_records_is_meant(
    tmp_path: Path, rows: str, form: str, headings: tuple[str, ...]
) -> None:
    authorities = _read(tmp_path, "heading,see-from,when,note\n" + rows)
    texts = ("It is red.", "It is blue.", "It is green.")
    found = [authorities.preferred(PERSON, form, _context(text)) for text in texts]
    assert tuple(found) == headings


def test_missing_and_empty_files_hold_no_records(tmp_path: Path) -> None:
    assert _read(tmp_path, "").record(PERSON, "X") is None
    assert Authorities.read(tmp_path / "nowhere").record(PERSON, "X") is None


@pytest.mark.parametrize(
    ("rows", "place", "reason"),
    [
        (",Someone,,,\n", "line 2", "no heading"),
        ("A,,42,,\n", "line 2", "not a Wikidata id"),
        ("A,,,,perhaps\n", "line 2", "in column hide"),
        ("A,C,,,\nB,C,,,\n", "line 3", "'C' already leads to 'A' in line 2"),
        ("A,,,,\nB,A,,,\n", "line 3", "'A' already leads to 'A' in line 2"),
        ("A,,,note, no,\n", "line 2", "more cells than columns"),
    ],
)
def test_a_bad_row_is_reported_with_its_line(
    tmp_path: Path, rows: str, place: str, reason: str
) -> None:
    with pytest.raises(AuthorityError) as caught:
        _read(tmp_path, HEADER + rows)
    assert caught.value.place == place
    assert reason in caught.value.reason


@pytest.mark.parametrize(
    ("rows", "hidden", "forms", "problems"),
    [
        ("A,Ay,Q1,,maybe\nB,,,,\n", ["A"], {"Ay": "A"}, ["line 2"]),
        ("A,Ay,42,,\nB,Bee,,,\n", [], {"Ay": "A", "Bee": "B"}, ["line 2"]),
        ("A,,,note, no,\nB,Bee,,,\n", [], {"Bee": "B"}, ["line 2"]),
        ("A,,,note, more,yes\nB,Bee,,,\n", ["A"], {"Bee": "B"}, ["line 2"]),
        ("A,C,,,\nB,C|D,,,\n", [], {"C": "A", "D": "B"}, ["line 3"]),
        ("A,,,,\nA,Ay,,,yes\nB,Bee,,,\n", ["A"], {"Ay": "Ay", "Bee": "B"}, ["line 3"]),
        ('A,"Ay,,,yes\nB,Bee,,,\nC,,,,yes\n', ["A", "C"], {"Ay": "A", "Bee": "B"}, ["line 2"]),
        ('"B,,,,yes\n"C,Cee,,,\nD,Dee,,,\n', ["B"], {"Cee": "C", "Dee": "D"}, ["line 2", "line 3"]),
        ('A,,,"a note\nof two lines",yes\nB,Bee,,,\n', ["A"], {"Bee": "B"}, []),
        (",Ay,,,\n,,,,\nB,Bee,,,\n", [], {"Bee": "B"}, ["line 2"]),
    ],
)
def test_a_bad_row_counts_as_far_as_it_goes_and_the_others_count(
    tmp_path: Path, rows: str, hidden: list[str], forms: dict[str, str], problems: list[str]
) -> None:
    reported: list[InputError] = []
    (tmp_path / "people.csv").write_text(HEADER + rows, encoding="utf-8")
    authorities = Authorities.read(tmp_path, reported.append)
    names = ("A", "B", "C", "D")
    assert [name for name in names if authorities.is_hidden(PERSON, name)] == hidden
    assert {form: authorities.preferred(PERSON, form) for form in forms} == forms
    assert [error.place for error in reported] == problems


def test_of_several_records_with_a_form_the_first_is_named(tmp_path: Path) -> None:
    rows = "A,C,bank\nB,C,boat\nD,C,bank | boat\n"
    (tmp_path / "people.csv").write_text(f"heading,see-from,when\n{rows}", encoding="utf-8")
    reported: list[InputError] = []
    Authorities.read(tmp_path, reported.append)
    (error,) = reported
    assert (error.place, error.reason) == ("line 4", "'C' already leads to 'A' in line 2")


def test_a_column_that_nobody_knows_is_reported_where_all_that_matter_are_there(
    tmp_path: Path,
) -> None:
    reported: list[InputError] = []
    (tmp_path / "people.csv").write_text("heading,hide,colour\nA,yes,red\n", encoding="utf-8")
    assert Authorities.read(tmp_path, reported.append).is_hidden(PERSON, "A")
    assert [error.reason for error in reported] == ["it has a column 'colour'"]


def test_a_table_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere.csv").write_text(HEADER, encoding="utf-8")
    (tmp_path / "people.csv").symlink_to(tmp_path / "elsewhere.csv")
    with pytest.raises(AuthorityError, match="it is a link"):
        Authorities.read(tmp_path)


@pytest.mark.parametrize("header", ["name,see-from\n", "heading,colour\n", "nothing\n"])
def test_unknown_columns_are_reported(tmp_path: Path, header: str) -> None:
    with pytest.raises(AuthorityError, match="line 1"):
        _read(tmp_path, header + "A,B\n")


def test_a_file_in_another_encoding_is_reported(tmp_path: Path) -> None:
    with pytest.raises(AuthorityError, match="UTF-8"):
        _read(tmp_path, HEADER + "Zoë,,,,\n", "utf-16")


def test_the_repository_has_files_to_fill_in(repository: Path) -> None:
    Authorities.read(repository / "content" / "authorities")
    for kind in EntityKind:
        assert (repository / "content" / "authorities" / f"{kind.plural}.csv").is_file()


def test_thousands_of_forms_and_of_namesakes_are_read(tmp_path: Path) -> None:
    forms = "|".join(f"Joseph Robinette Biden {n}" for n in range(8000))
    namesakes = "".join(f"John Smith ({n}),John Smith,a word of {n}\n" for n in range(1000))
    authorities = _read(tmp_path, f"heading,see-from,when\nJoe Biden,{forms},\n{namesakes}")
    assert authorities.preferred(PERSON, "Joseph Robinette Biden 7999") == "Joe Biden"
    assert len(authorities.choice(PERSON, "John Smith").others) == 1000


def test_a_table_that_cannot_be_read_hides_its_kind_where_nothing_may_be_shown(
    tmp_path: Path,
) -> None:
    reported: list[InputError] = []
    (tmp_path / "people.csv").write_bytes(b"heading\nJos\xe9\n")
    authorities = Authorities.read(tmp_path, reported.append)
    hiding = authorities.hiding_unread()
    assert hiding.is_hidden(PERSON, "Ann Lee")
    assert not hiding.is_hidden(EntityKind.COUNTRY, "Italy")
    assert not authorities.is_hidden(PERSON, "Ann Lee")
    assert "until then builds show no people" in str(reported[0])


def test_names_are_distinguished_by_records_of_both_or_by_what_one_says() -> None:
    records = [
        AuthorityRecord(heading="Nancy Reagan", see_from=("N. Reagan",)),
        AuthorityRecord(heading="Reagan", different_from=("N. Reagan",)),
        AuthorityRecord(heading="Ronald Reagan", note="President"),
    ]
    authorities = Authorities({EntityKind.PERSON: records})

    def are_distinguished(one: str, other: str) -> bool:
        return authorities.are_distinguished(EntityKind.PERSON, one, other)

    assert are_distinguished("Nancy Reagan", "Ronald Reagan")
    assert are_distinguished("Nancy Reagan", "Reagan")
    assert are_distinguished("Reagan", "Nancy Reagan")
    assert not are_distinguished("Reagan", "Ronald Reagan")
    assert not are_distinguished("Reagan", "Eva Falk")
    assert not authorities.knows(EntityKind.PERSON, "Reagan")
    assert authorities.knows(EntityKind.PERSON, "N. Reagan")
