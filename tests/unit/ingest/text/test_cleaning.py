from __future__ import annotations

import pytest

from cuttings.ingest.text.cleaning import clean_paragraphs, is_appeal, related_title

STORY = "The two presidents met in Reykjavik on Saturday and spoke about arms control."


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Also read: Summit ends without a treaty", "Summit ends without a treaty"),
        ("ALSO READ | Summit ends", "Summit ends"),
        ("READ MORE: Summit ends", "Summit ends"),
        ("Related: Summit ends", "Summit ends"),
        ("Related stories - Summit ends", "Summit ends"),
        ("Lire aussi : Le sommet", "Le sommet"),
        ("[Also read: Summit ends]", "Summit ends]"),
        ("Read more", ""),
        ("Related:", ""),
        ("Read more about the summit here.", "Read more about the summit here"),
    ],
)
def test_pointers_to_other_stories_give_their_title(line: str, title: str) -> None:
    assert related_title(line) == title


@pytest.mark.parametrize(
    "line",
    [
        "Read more books, the teacher told them.",
        "Related parties disclosed a loan to the minister.",
        "Recommended doses differ.",
        STORY,
    ],
)
def test_prose_is_not_a_pointer(line: str) -> None:
    assert related_title(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "Sign up for our newsletter to get the latest news in your inbox.",
        "Subscribe now for unlimited access!",
        "Follow us on Twitter and Facebook",
        "Share this article",
        "Facebook | Twitter | WhatsApp",
        "Download our app for breaking news alerts.",
        "© 2020 The Daily Planet. All rights reserved.",
    ],
)
def test_appeals_are_recognized(line: str) -> None:
    assert is_appeal(line)


@pytest.mark.parametrize(
    "line",
    [
        STORY,
        "The company said users could sign up for its newsletter from Monday.",
        "The company announced that you can sign up for its newsletter.",
        "“Follow us on Facebook,” he joked.",
        "Support for the party fell to 20 percent.",
    ],
)
def test_reports_are_no_appeals(line: str) -> None:
    assert not is_appeal(line)


def test_cleaning_separates_the_story_from_the_rest() -> None:
    appeal = "Subscribe to our newsletter!"
    cleaning = clean_paragraphs(
        [
            STORY,
            "Also read: Summit ends",
            appeal,
            STORY,
            "(With inputs from AFP)",
            "Related stories",
            "Wall falls in Berlin",
            "Talks resume in Geneva",
            appeal,
        ]
    )
    assert cleaning.kept == (0, 2, 3)  # an appeal within the text stays
    assert cleaning.related == ("Summit ends", "Wall falls in Berlin", "Talks resume in Geneva")
    assert cleaning.agency == "AFP"
    assert len(cleaning.removed) == 6


def test_a_list_of_titles_ends_where_the_text_goes_on() -> None:
    cleaning = clean_paragraphs(["Related:", "Wall falls in Berlin", STORY, "They met again."])
    assert cleaning.kept == (2, 3)


def test_a_text_of_nothing_else_is_kept() -> None:
    assert clean_paragraphs(["Also read: Summit ends"]).kept == (0,)
