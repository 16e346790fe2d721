from __future__ import annotations

import pytest

from cuttings.ingest.text.made_headline import HEADLINE_LENGTH, made_headline


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("The wall fell on Thursday. People came.", "The wall fell on Thursday"),
        (
            "Thousands of East Germans streamed into West Berlin on Thursday night, after the "
            "government had said that the border was open.",
            "Thousands of East Germans streamed into West Berlin on Thursday night",
        ),
        (
            "The chancellor told a crowd of supporters in front of the town hall that the two "
            "states would be one again and that nobody should be afraid of it.",
            "The two states would be one again and that nobody should be afraid of it",
        ),
        (
            "On the final day of his three-day visit to China, US Secretary of State Antony "
            "Blinken said that despite prior statements from President Xi Jinping, China will "
            "“influence and undoubtedly influence the upcoming US presidential election.”",
            "US Secretary of State Antony Blinken said that China will influence",
        ),
        (
            "In the early hours of Tuesday, March 3, 2020, a tornado struck Nashville, Tennessee, "
            "killing at least 24 people and destroying hundreds of buildings.",
            "A tornado struck Nashville, Tennessee",
        ),
        (
            "Speaking to reporters in Brussels after a meeting of ministers, Ana Borel said the "
            "European Union would impose new sanctions on Belarus within weeks.",
            "Ana Borel said the European Union would impose new sanctions on Belarus within weeks",
        ),
        (
            "Trading bank staff in Wellington and Auckland voted to accept a 7.9 pct pay rise, "
            "ending any threat of strike action, the Bank Officers Union said.",
            "Trading bank staff in Wellington and Auckland voted to accept a 7.9 pct pay rise",
        ),
        (
            "In October, Rep. Ann Kinley, R-W.Va., visited the border near McAllen, Texas, and "
            "argued that the country needs more agents.",
            "Rep. Ann Kinley, R-W.Va., visited the border near McAllen, Texas",
        ),
        (
            "Le Matin, the French-language tabloid launched here in February, said it is shutting "
            "down its operations because it can get no money.",
            "Le Matin said it is shutting down its operations because it can get no money",
        ),
        (
            "The International Coffee Organization (ICO), which sits in London, fixed the quotas "
            "for the coming year on Monday.",
            "The International Coffee Organization fixed the quotas for the coming year on Monday",
        ),
        (
            "“We will never surrender to those who want to divide this town,” the mayor told a "
            "crowd of thousands on Saturday evening.",
            "“We will never surrender to those who want to divide this town”",
        ),
        (
            "Engineering industry employers in North Rhine-Westphalia state said they made an "
            "unprecedented offer on pay and hours.",
            "Engineering industry employers in North Rhine-Westphalia state made an "
            "unprecedented offer",
        ),
        (
            "WASHINGTON (AP) — The group will buy the rest of a firm that nobody knows outside "
            "the U.S.",
            "The group will buy the rest of a firm that nobody knows outside the U.S.",
        ),
        (
            "Kaneb Partners said a jury in Circuit Court of Tuscaloosa County, Ala., has ruled in "
            "its favor in a dispute over a natural gas sales contract.",
            "Kaneb Partners said a jury in Circuit Court of Tuscaloosa County, Ala., has ruled",
        ),
        (
            "Archive Corp said it signed an agreement under which Microamerica, a reseller of "
            "personal computers, peripherals and supplies, will distribute its tape drive.",
            "Archive Corp said it signed an agreement",
        ),
        (
            "Nach einem langen Streit über die Zukunft des Rundfunks hat die Regierung in Berlin "
            "am Montag ein neues Gesetz beschlossen.",
            "Nach einem langen Streit über die Zukunft des Rundfunks hat die Regierung in Berlin",
        ),
        (
            "The minister said the “historic agreement of all the parties” would be signed in the "
            "capital tomorrow",
            "The minister said the “historic agreement of all the parties” would be signed",
        ),
    ],
)
def test_a_made_headline_is_cut_at_a_clause(text: str, headline: str) -> None:
    assert made_headline(text) == headline


def test_a_sentence_without_spaces_is_cut_to_length() -> None:
    assert made_headline("x" * 300) == "x" * HEADLINE_LENGTH


def test_a_quotation_that_the_cut_opened_is_closed_by_leaving_its_mark_out() -> None:
    text = (
        "The union called it “a great step, and one that all the workers of the whole country "
        "have wanted for years.”"
    )
    assert made_headline(text) == "The union called it a great step"


def test_only_the_last_mark_is_left_out_if_one_too_many_is_open() -> None:
    text = (
        "The union called it “a “great step, and one that all the workers of the whole country "
        "have wanted for years.”"
    )
    assert made_headline(text) == "The union called it “a great step"


@pytest.mark.parametrize("text", ['"', "“", "( ("])
def test_a_headline_is_made_even_of_an_open_mark(text: str) -> None:
    assert made_headline(text)


LEADS = (
    "The ministers of the seven countries agreed in Paris on Thursday to take a number of steps, "
    "among others to raise 3.5 million dollars, and to meet again on Jan. 3 with the head of the "
    "Bank of England, John de la Tour, and others from the U.S., who said that they would come.",
    "Speaking after talks with the firm's owners in New York, the chairman of Smith & Sons Inc., "
    "Paul Holt Jr., said it would cut 1,200 of its 12,500 jobs by May 12, 2020, or 9.6 percent "
    "of them.",
)


@pytest.mark.parametrize("lead", LEADS)
@pytest.mark.parametrize("length", range(40, 160, 5))
def test_a_headline_of_any_length_ends_as_a_headline_does(lead: str, length: int) -> None:
    headline = made_headline(lead, length)
    assert len(headline) <= length
    last = headline.split()[-1]
    assert last.lower() not in {"a", "an", "the", "of", "to", "in", "on", "and", "or", "by", "with"}
    assert not headline.endswith((",", ";", ":", "-", "3.5", "Jan.", "&", "de", "la"))
