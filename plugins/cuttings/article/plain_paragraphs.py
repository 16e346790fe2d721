"""Bodies that are plain paragraphs, as most are: they need no Markdown.

What this module makes of a body is what Markdown, the sanitizer and the reading of blocks make of
it, to the byte (``tests/property/test_plain_paragraphs.py``). Whatever could be markup in any place
is left to them.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

_LONGEST = 20_000
"""Characters of a body; what a longer one costs Markdown might be more than it may cost."""

_ESCAPED = r"\\[*_{}\[\]()>#+.!-]"
"""What Markdown shows without its backslash; a backslash or a code mark may mean more."""

_ENTITY = "&(?:lt|gt|amp);"
_LETTER = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f"
_MARK = "“”‘’–—…€£"
_LINE = (
    # Not a list's number, nor a mark that begins a block.
    rf"(?!\d+[.)])(?:[{_LETTER}{_MARK}0-9\"'($]|{_ESCAPED}|{_ENTITY})"
    rf"(?:[{_LETTER}{_MARK}0-9 \"'()$,.;:?!%/@+=~^>-]|{_ESCAPED}|{_ENTITY})*+(?<! )"
)
_PARAGRAPH = rf"{_LINE}(?:\n{_LINE})*+"
_BODY = re.compile(rf"{_PARAGRAPH}(?:\n\n{_PARAGRAPH})*+")
_BACKSLASH = re.compile(rf"\\(?={_ESCAPED[2:]})")


@dataclass(frozen=True, slots=True)
class PlainParagraphs:
    """A body of paragraphs without markup.

    Attributes:
        html: The body as safe HTML.
        text: The body as plain text, paragraphs separated by an empty line.
    """

    html: str
    text: str

    @classmethod
    def of(cls, body: str) -> PlainParagraphs | None:
        """Return the paragraphs of a body in Markdown, None if it might be anything more."""
        if len(body) > _LONGEST or not _BODY.fullmatch(body):
            return None
        shown = html.unescape(_BACKSLASH.sub("", body))
        paragraphs = shown.split("\n\n")
        return cls(
            "\n".join(f"<p>{html.escape(text, quote=False)}</p>" for text in paragraphs),
            "\n\n".join(" ".join(text.split()) for text in paragraphs),
        )
