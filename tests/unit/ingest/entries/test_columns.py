from __future__ import annotations

import datetime

import pytest

from cuttings.article.article import Certainty
from cuttings.ingest.entries.columns import Columns
from cuttings.ingest.entries.row import Row
from cuttings.ingest.text.dates import day_stated


def _row(**fields: object) -> Row:
    return Row("row 2", fields)


def test_columns_are_found_by_their_usual_names() -> None:
    row = _row(
        Headline="Wall falls",
        **{"Publication Date": "9 November 1989", "Source URL": "https://planet.example/a"},
        byline="Johnson, Seward",
        newspaper="Planet",
        full_text="It fell.",
        Keywords="berlin, wall|1989",
        shoe_size="44",
    )
    entry = Columns({}).entry(row)
    assert (entry.title, entry.content, entry.url) == (
        "Wall falls",
        "It fell.",
        "https://planet.example/a",
    )
    assert (entry.date, entry.dated) == (datetime.date(1989, 11, 9), Certainty.EXACT)
    assert (entry.author, entry.publication) == ("Johnson, Seward", "Planet")
    assert entry.tags == ("berlin", "wall", "1989")


def test_names_with_a_comma_stay_whole() -> None:
    entry = Columns({}).entry(_row(people="Johnson, Seward; Smith, Ann", text="x"))
    assert entry.people == ("Johnson, Seward", "Smith, Ann")
    assert entry.countries is None


def test_a_person_says_which_column_it_is() -> None:
    columns = Columns({"title": "Schlagzeile", "content": "title"})
    entry = columns.entry(_row(schlagzeile="Wall falls", title="It fell.", text="not this"))
    assert (entry.title, entry.content) == ("Wall falls", "It fell.")
    assert columns.missing(["a", "Title"]) == "schlagzeile"
    assert columns.missing(["SCHLAGZEILE", "title"]) == ""


def test_of_two_columns_for_one_field_the_first_with_a_value_counts() -> None:
    assert Columns({}).entry(_row(content=" ", body="It fell.")).content == "It fell."


def test_values_may_be_objects_and_lists() -> None:
    entry = Columns({}).entry(
        _row(title={"rendered": "Wall"}, authors=[{"name": "Ann"}, "Bo"], text=["One.", "Two."])
    )
    assert (entry.title, entry.author, entry.content) == ("Wall", "Ann; Bo", "One.\n\nTwo.")


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("1698568488", datetime.date(2023, 10, 29)),
        ("1698568488000", datetime.date(2023, 10, 29)),
        ("2023-10-29T08:34:48.000Z", datetime.date(2023, 10, 29)),
        ("2016. november", None),
        ("04/05/2024", None),
        ("", None),
        ("nonsense", None),
        ("16985\u00b98488", None),
    ],
)
def test_a_day_is_read_from_what_exports_write(value: str, day: datetime.date | None) -> None:
    assert day_stated(value) == day
