"""The standfirst: what a source says a story is about, unless that repeats how the story begins."""

from __future__ import annotations

import html
import re
import unicodedata

from cuttings.article.language.dateline import dateline_head, without_dateline

_OPENING = 2_000
"""Characters of a body, beside as many as the standfirst has, in which it may be repeated."""

_ADDRESS = re.compile(r"\]\([^()\n]*\)")
"""Where a link in Markdown leads; all other markup leaves no letter behind."""

_SHORTEST = 20
"""Letters and figures from which a standfirst within the opening repeats it; a shorter one may be
a name."""

_CUT = re.compile(r"(?:…|\.{3}|\[\s*(?:…|\.{3})\s*\])[^.…]{0,30}$")
"""Where a lead is cut, with the words behind it that lead to the rest ("… Read more")."""


def own_standfirst(stated: str, title: str, body: str) -> str:
    """Return a standfirst, or "" if it only repeats the headline or the beginning of the story.

    Quotation marks, white space, a dateline on one side and a lead that is cut make no difference.

    Args:
        stated: What the source says the story is about, as plain text.
        title: The headline.
        body: The story as Markdown.
    """
    whole = _CUT.sub("", stated)
    letters, headline = _letters(whole), _letters(title)
    if not letters:
        return stated
    opening = _letters(html.unescape(_ADDRESS.sub("]", body[: _OPENING + 2 * len(stated)])))
    behind_headline = letters.partition(headline)[2] if headline else ""
    said = (letters, _letters(_without_dateline(whole)), behind_headline)
    is_repeated = letters == headline or any(_repeats(one, opening) for one in said)
    return "" if is_repeated else stated


def _repeats(letters: str, opening: str) -> bool:
    if len(letters) >= _SHORTEST:
        return letters in opening
    return bool(letters) and opening.startswith(letters)


def _without_dateline(text: str) -> str:
    head = dateline_head(text)
    return text[len(head) :] if head else without_dateline(text)


def _letters(text: str) -> str:
    """Return the letters and figures of a text, all small and in their usual form."""
    normal = unicodedata.normalize("NFKC", text).casefold()
    return "".join(filter(str.isalnum, normal))
