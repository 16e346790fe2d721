from __future__ import annotations

import pytest

from cuttings.ingest.entries.quotation import unquoted_html, unquoted_text

STORY = "The last flight of Concorde landed at Heathrow."
OUTLOOK = f"""Für euch

Von: The Planet <news@planet.example>
Gesendet: Freitag
An: Bo
Betreff: Home

{STORY}"""


@pytest.mark.parametrize(
    "text",
    [
        f"---------- Forwarded message ---------\nFrom: A\nSubject: Home\n\n{STORY}",
        f"Begin forwarded message:\n\n> From: A\n> Subject: Home\n> Date: today\n> \n> {STORY}",
        f"-------- Weitergeleitete Nachricht --------\nBetreff: Home\nVon: A\n\n{STORY}\n",
        f"----- Message transféré -----\nDe : A\nObjet : Home\n\n{STORY}",
    ],
)
def test_a_forwarded_message_is_recognized_by_its_mark(text: str) -> None:
    quotation = unquoted_text(text, forwards=False)
    assert (quotation.text, quotation.sender, quotation.subject) == (STORY, "A", "Home")


def test_the_head_of_a_message_is_a_forwarding_only_if_the_subject_says_so() -> None:
    forwarded = unquoted_text(OUTLOOK, forwards=True)
    assert (forwarded.text, forwarded.above) == (STORY, "Für euch")
    assert forwarded.sender == "The Planet <news@planet.example>"
    assert unquoted_text(OUTLOOK, forwards=False).text.strip() == "Für euch"


@pytest.mark.parametrize(
    "reply",
    [
        f"{STORY}\n\nOn Sun, 5 May 2024, Bo <b@c.example> wrote:\n> What?\n> Tell me.",
        f"{STORY}\n\nAm 05.05.2024 um 18:00 schrieb Bo\n<b@c.example>:\n> Was?\n",
        f"Le 5 mai 2024 à 18:00, Bo a écrit :\n> Quoi ?\n\n{STORY}",
        f"{STORY}\n-- \nBo\nEditor",
        f"{STORY}\n\n-----Original Message-----\nFrom: Bo\nSubject: What\n\nWhat?",
    ],
)
def test_the_message_that_is_answered_and_the_signature_are_cut(reply: str) -> None:
    assert unquoted_text(reply, forwards=False).text.strip() == STORY


@pytest.mark.parametrize(
    "text",
    ["> Only\n> a quotation", "From: here to\n\nTo: be or not", f"{STORY}\n> a quoted verse"],
)
def test_a_text_that_answers_nothing_stays(text: str) -> None:
    assert unquoted_text(text, forwards=False).text == text


@pytest.mark.parametrize(
    "html",
    [
        f"<p>{STORY}</p><div class='gmail_quote'><div>On Sunday Bo wrote:</div><p>What?</p></div>",
        f"<p>{STORY}</p><blockquote type=cite><p>What?</p></blockquote>",
        f"<p>{STORY}</p><div id=divRplyFwdMsg>From: Bo</div><div>What?</div>",
        f"<p>{STORY}</p><p>-----Original Message-----</p><p>From: Bo<br>Subject: x</p><p>What?</p>",
    ],
)
def test_what_mail_programs_quote_is_cut_from_html(html: str) -> None:
    text = unquoted_html(html, forwards=False).text
    assert STORY in text
    assert "What?" not in text


def test_html_that_is_nothing_but_a_quotation_stays() -> None:
    html = f"<blockquote type=cite><p>{STORY}</p></blockquote>"
    assert STORY in unquoted_html(html, forwards=False).text


def test_the_head_of_a_forwarded_message_is_taken_off_html() -> None:
    html = (
        "<p>Read this</p><p><b>Von:</b> The Planet<br><b>Gesendet:</b> 24.10.2003<br>"
        f"<b>Betreff:</b> Home</p><div><p>{STORY}</p><ul><li>one</li></ul></div>"
    )
    quotation = unquoted_html(html, forwards=True)
    assert (quotation.sender, quotation.date, quotation.subject) == (
        "The Planet",
        "24.10.2003",
        "Home",
    )
    assert quotation.above == "Read this"
    assert f"<p>{STORY}</p><ul><li>one</li></ul>" in quotation.text
    assert "Betreff" not in quotation.text


def test_of_many_answers_the_first_above_a_quotation_is_cut() -> None:
    answer = "On Thu, 5 March 2020, Jane Roe wrote:"
    text = f"Text.\n{answer}\n\n> Old\n> older\nMore"
    assert unquoted_text(text, forwards=False).text.split() == ["Text.", "More"]
    many = "\n".join([f"> Old\n{answer}"] + [answer, "Text."] * 20_000)
    assert unquoted_text(many, forwards=False).text == many
