from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from cuttings.entities.entity import Entity, EntityKind
from cuttings.entities.evidence.evidence import EVIDENCE_LENGTH, Evidence, gather_evidence
from cuttings.entities.form_use import FormUse, Rule

BIDEN = Entity(kind=EntityKind.PERSON, heading="Joe Biden", slug="")
CHINA = Entity(kind=EntityKind.COUNTRY, heading="China", slug="", states=("China",))


def _evidence(entity: Entity, title: str, text: str) -> Evidence:
    return gather_evidence([entity], title, text)[entity.kind, entity.heading]


def test_mentions_are_counted_in_headline_and_text() -> None:
    found = _evidence(BIDEN, "Biden speaks", "Joe Biden spoke.\n\nBiden's speech was short.")
    assert found.count == 3
    assert [use.form for use in found.uses] == ["Biden", "Joe Biden"]
    assert found.rule is Rule.NAME
    assert (found.prominence.headline, found.prominence.body) == (1, 2)


def test_best_sentence_uses_the_fullest_form() -> None:
    text = (
        "Biden spoke for an hour before the committee on Monday.\n\n"
        "President Joe Biden told reporters in the garden that he would sign it."
    )
    assert _evidence(BIDEN, "A law", text).sentence.startswith("President Joe Biden")


def test_best_sentence_is_a_whole_one_of_moderate_length() -> None:
    text = "China again\n\nChina sent an envoy to the talks in the capital on Monday. China left."
    assert _evidence(CHINA, "Talks", text).sentence == (
        "China sent an envoy to the talks in the capital on Monday."
    )


@pytest.mark.parametrize(
    ("length", "is_best"), [(39, False), (40, True), (260, True), (261, False)]
)
def test_a_sentence_of_forty_to_260_characters_is_of_a_good_length(
    length: int, is_best: bool
) -> None:
    first = f"China {'sent ' * (length // 5)}"[: length - 2].rstrip().ljust(length - 1, "x") + "."
    text = f"{first} China sent an envoy to the talks in the capital on Monday."
    assert len(first) == length
    assert (_evidence(CHINA, "Talks", text).sentence == first) is is_best


def test_the_first_of_equal_sentences_is_the_best() -> None:
    first = "China sent an envoy to the talks in the capital on Monday."
    text = f"{first} China sent an envoy to the talks in the capital on Friday."
    assert _evidence(CHINA, "Talks", text).sentence == first


def test_a_whole_sentence_is_better_than_a_line() -> None:
    line = "China sent an envoy to the talks in the capital on Monday"
    whole = f"“{line}.”"
    assert _evidence(CHINA, "Talks", f"{line}\n\n{whole}").sentence == whole


def test_headline_is_the_evidence_where_the_text_has_none() -> None:
    found = _evidence(CHINA, "China speaks", "Nothing more is known.")
    assert (found.count, found.sentence) == (1, "China speaks")


def test_no_mention_has_no_evidence() -> None:
    found = _evidence(CHINA, "Title", "Text.")
    assert (found.count, found.sentence, found.uses, found.rule) == (0, "", (), None)


def test_endless_sentences_are_cut_between_words_around_the_mention() -> None:
    text = f"{'word ' * 300}China {'more ' * 300}"
    sentence = _evidence(CHINA, "Title", text).sentence
    assert "China" in sentence
    assert len(sentence) <= EVIDENCE_LENGTH
    assert sentence.startswith("…word")
    assert sentence.endswith("more…")


def test_lead_is_counted() -> None:
    text = f"China first. {'x' * 300} China last."
    assert _evidence(CHINA, "Title", text).prominence.lead == 1


def test_a_dateline_proves_its_country() -> None:
    found = _evidence(CHINA, "Talks end", "BEIJING, May 3 - The talks ended on Monday.")
    assert (found.count, found.rule) == (1, Rule.DATELINE)
    assert found.uses == (FormUse("BEIJING", Rule.DATELINE, 1),)
    assert found.sentence == "BEIJING, May 3 - The talks ended on Monday."
    assert found.prominence.in_dateline


def test_each_report_of_a_digest_has_its_dateline() -> None:
    text = "PARIS - Talks began.\n\nBEIJING - Talks ended in China.\n\nSHANGHAI, May 3 - No."
    found = _evidence(CHINA, "Highlights", text)
    assert found.count == 3
    assert [text[start:end] for start, end in found.places] == ["BEIJING", "China", "SHANGHAI"]
    assert not found.prominence.in_dateline  # the story's own is the first


def test_a_row_of_a_table_in_capitals_is_read_by_itself() -> None:
    text = "China sold more coal than last year.\n\nCHINA 4.9 3.7 3.8"
    assert _evidence(CHINA, "Coal", text).count == 2


def test_places_lie_in_no_other_name() -> None:
    bank = replace(CHINA, kind=EntityKind.ORGANIZATION, heading="Bank of China", states=())
    text = "The Bank of China lent."
    found = gather_evidence([CHINA, bank], "Loan", text)
    assert found[CHINA.kind, CHINA.heading].count == 1
    assert list(found[CHINA.kind, CHINA.heading].places) == []
    assert list(found[bank.kind, bank.heading].places) == [(4, 17)]


def test_a_dateline_given_apart_proves_its_country() -> None:
    found = gather_evidence([CHINA], "Talks end", "They ended.", "BEIJING, May 3 -")
    evidence = found[CHINA.kind, CHINA.heading]
    assert (evidence.count, evidence.rule) == (0, Rule.DATELINE)
    assert evidence.sentence == "BEIJING, May 3 -"


def test_the_day_says_whose_the_dateline_is() -> None:
    east = replace(CHINA, heading="East Germany", states=("East Germany",))
    day = datetime.date(1987, 3, 3)
    text = "LEIPZIG, March 3 - The fair opened in Leipzig."
    assert gather_evidence([east], "Fair", text, day=day)[east.kind, east.heading].count == 2
    given = gather_evidence([east], "Fair", "It opened.", "LEIPZIG, March 3 -", day)
    assert given[east.kind, east.heading].rule == Rule.DATELINE


def test_a_long_sentence_is_cut_around_the_name_wherever_it_stands_in_the_text() -> None:
    words = [f"w{number}" for number in range(200)]
    long = " ".join((*words[:100], "Biden", *words[100:]))
    sentence = _evidence(BIDEN, "A law", f"{'It rained. ' * 9}\n\n{long}.").sentence
    assert len(sentence) <= EVIDENCE_LENGTH
    before, _, after = sentence.partition("Biden")
    assert len(before) in range(EVIDENCE_LENGTH // 3 - 10, EVIDENCE_LENGTH // 3 + 1)
    assert before.startswith("…w")
    assert after.endswith("…")
