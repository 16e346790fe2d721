from __future__ import annotations

from cuttings.entities.words.form_index import FormIndex, TextWords


def _found(index: FormIndex[str], text: str) -> list[tuple[str, str]]:
    return [(text[match.start : match.end], match.value) for match in index.find(text)]


def test_longest_form_wins_and_nothing_overlaps() -> None:
    index = FormIndex({"New York": "city", "New York Times": "paper", "York": "town"})
    assert _found(index, "The New York Times of New York, not York.") == [
        ("New York Times", "paper"),
        ("New York", "city"),
        ("York", "town"),
    ]


def test_words_match_whole_and_in_their_case() -> None:
    index = FormIndex({"US": "country", "U.S.": "country", "U.S.A.": "country"})
    assert _found(index, "US use USB; trust us. The U.S.A. and the U.S. are US-made.") == [
        ("US", "country"),
        ("U.S.A.", "country"),
        ("U.S.", "country"),
        ("US", "country"),
    ]


def test_possessives_stay_outside_and_apostrophes_agree() -> None:
    index = FormIndex({"Biden": "a", "Côte d'Ivoire": "b"})
    assert _found(index, "Biden's, Biden’s and Côte d’Ivoire’s") == [
        ("Biden", "a"),
        ("Biden", "a"),
        ("Côte d’Ivoire", "b"),
    ]


def test_capitals_match_only_in_a_text_of_capitals() -> None:
    index = FormIndex({"Chad": "country"})
    assert _found(index, "CHAD VOTES AGAIN") == [("CHAD", "country")]
    assert _found(index, "The firm CHAD voted again") == []


def test_many_forms_that_begin_alike_are_each_found() -> None:
    forms = [f"New {'x' * length}{n}" for length in range(9) for n in range(9)]
    index = FormIndex({form: form for form in forms})
    assert _found(index, ", ".join(forms)) == [(form, form) for form in forms]


def test_a_form_stands_also_within_another() -> None:
    index = FormIndex({form: form for form in ("New York", "York", "York Times", "YORK", "Yor")})
    assert sorted(index.standing("The New York Times of YORK")) == [
        "New York",
        "YORK",
        "York",
        "York Times",
    ]
    assert list(index.standing("New Yorkers")) == []


def test_the_words_of_a_text_have_what_an_index_finds() -> None:
    texts = (
        "The New York Times of C.I.A. fame, O’Neil's",
        "THE NEW YORK TIMES",
        "",
        "Newer Yorkshire",
    )
    forms = ("New York", "York", "ew", "New", "C.I.A.", "C.I.A", "O'Neil", "The Times", "", "’")
    for text in texts:
        words = TextWords(text)
        found = {form for form in forms if any(FormIndex({form: 0}).find(text))}
        assert {form for form in forms if words.have(form)} == found


def test_a_paragraph_in_capitals_is_compared_in_capitals_among_others() -> None:
    index = FormIndex({"Chad": "country", "Paul Holt": "man"})
    text = (
        "Paul Holt spoke.\n\nHE SAID THAT CHAD AND PAUL HOLT WERE READY FOR IT.\n\n"
        "CHAD 12 IBM 33\n\nChad agreed."
    )
    forms = ["Paul Holt", "CHAD", "PAUL HOLT", "Chad"]
    assert [form for form, _ in _found(index, text)] == forms
    assert list(index.standing(text)) == ["man", "country", "man", "country"]


def test_a_text_in_capitals_is_compared_so_with_its_heading() -> None:
    index = FormIndex({"Chad": "country"})
    text = "CHAD VOTES\n\nTHE PEOPLE OF CHAD WENT TO THE POLLS ON SUNDAY."
    assert len(_found(index, text)) == 2
    assert len(list(index.standing(text))) == 1
