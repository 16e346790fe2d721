from __future__ import annotations

import numpy as np
import pytest

from cuttings.ingest.html.page import Page
from cuttings.ingest.web.blocks.block_choice import choose_blocks, with_reasons
from cuttings.ingest.web.blocks.block_weights import BlockWeights, Steps, block_weights
from cuttings.ingest.web.blocks.page_block import PageBlock, page_blocks

LONG = (
    "The gates of the wall opened on Thursday evening, and thousands of people from the eastern "
    "half of the city walked through them."
)


def _blocks(body: str) -> list[PageBlock]:
    page = Page.parse(f"<html><body>{body}</body></html>")
    assert page is not None
    return page_blocks(page.plain_body())


def test_a_page_without_blocks_has_nothing_to_choose() -> None:
    assert choose_blocks([], ["text"], "") == ()


def test_the_weight_of_a_value_is_that_of_its_step() -> None:
    steps = Steps(np.array([0.0, 2.0]), np.array([-1.0, 0.5, 3.0]))
    assert steps.of(np.array([-1.0, 0.0, 0.1, 2.0, 2.1])).tolist() == [-1, -1, 0.5, 0.5, 3]


def test_a_score_is_the_sum_of_what_the_features_add() -> None:
    one = Steps(np.array([0.5]), np.array([-1.0, 2.0]))
    two = Steps(np.array([0.5]), np.array([0.25, -4.0]))
    weights = BlockWeights(0.5, {"one": one, "two": two})
    features = {"one": np.array([0.0, 1.0]), "two": np.array([0.0, 1.0])}
    assert weights.scores(features).tolist() == [-0.25, -1.5]
    assert weights.reasons(features, 1) == [("two", -4.0), ("one", 2.0)]


def test_the_reasons_of_a_block_add_up_to_its_score() -> None:
    blocks = _blocks(f"<article><p>{LONG}</p></article><footer>Copyright Paper</footer>")
    story, foot = with_reasons(choose_blocks(blocks, [LONG], ""), [LONG], "")
    assert (story.is_chosen, story.is_kept) == (True, True)
    assert (foot.is_chosen, foot.is_kept) == (False, False)
    for one in (story, foot):
        total = block_weights().start + sum(added for _, added in one.reasons)
        assert one.score == pytest.approx(total)


def test_a_quotation_that_is_not_chosen_stays_out_with_its_source() -> None:
    blocks = _blocks(
        f"<article><p>{LONG}</p></article>"
        "<footer><blockquote><p>Copyright</p><cite>Paper</cite></blockquote></footer>"
    )
    assert [one.is_chosen for one in choose_blocks(blocks, [LONG], "")] == [True, False, False]


def test_what_decided_against_a_score_is_said() -> None:
    notice = f"{LONG} Cookies make it work."
    quotation = f"<blockquote><p>{LONG}</p></blockquote><figcaption>Ann Roe</figcaption>"
    blocks = _blocks(
        f"<div><p>{notice}</p></div><article><p>{LONG}</p><p>{LONG}</p>"
        f"<figure>{quotation}</figure><p>{LONG}</p></article>"
    )
    found = choose_blocks(blocks, [notice, LONG], "")
    rules = {one.block.text: one.rule for one in found}
    assert rules == {
        notice: "it stands aside of the story",
        LONG: "",
        "Ann Roe": "it is part of a quotation or figure",
    }
    assert [one.is_chosen for one in found] == [False, True, True, True, True, True]
