"""What the rendering of Markdown is counted to cost."""

from __future__ import annotations

from bisect import bisect_left

import pytest

from cuttings.article.bounded_markdown import BoundedMarkdown
from cuttings.article.effort import Effort, EffortError


def _cost(text: str) -> int:
    """Return the least effort that renders a text."""

    def is_enough(allowed: int) -> bool:
        try:
            BoundedMarkdown().convert(text, Effort(allowed))
        except EffortError:
            return False
        return True

    return bisect_left(range(1 << 22), True, key=is_enough)


def test_each_further_block_costs_more_than_the_one_before() -> None:
    one, two, three = (_cost("a\n\n" * 80 * times) for times in (1, 2, 3))
    # Its place in the list of blocks costs a quarter of the square, that of its element a twelfth.
    assert three - two - (two - one) == pytest.approx(80**2 * (1 / 4 + 1 / 12), rel=0.05)


@pytest.mark.parametrize(
    ("dearer", "cheaper"),
    [
        ("a *b* c", "a  b  c"),
        ("[a](b.org/c) d", "[a](b.o) d 1234"),
        ("a `b` c `d`", "a  b  c  d "),
        ("a|b\n-|-\nc|d", "a b\n- -\nc d"),
        ("> a", "+ a"),
        ("a\nb\nc\nd\ne\nf\ng\nh " + "i" * 80, "a b c d e f g h " + "i" * 80),
        ("<b>a</b> <b>c", "<b>a</b> <b c"),
    ],
)
def test_what_is_looked_at_longer_costs_more(dearer: str, cheaper: str) -> None:
    assert _cost(dearer) > _cost(cheaper)
