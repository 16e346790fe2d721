"""Python-Markdown, bounded: it stops where a text would cost it too much time or memory.

For some texts its work grows with the square of their length: a bracket without its
partner is looked for up to the end of the paragraph, what follows a heading is copied for
each, a short row is filled up to the width of its table. What it does is counted while it
does it, so that no text is refused that it renders quickly.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import accumulate
from typing import Any
from xml.etree.ElementTree import Element

import markdown
from markdown.blockprocessors import BlockProcessor
from markdown.htmlparser import HTMLExtractor
from markdown.preprocessors import HtmlBlockPreprocessor

from cuttings.article.effort import Effort, EffortError

MARKDOWN_EXTENSIONS = ("markdown.extensions.tables", "markdown.extensions.sane_lists")
"""The only syntax beyond plain Markdown: tables, and lists that keep their kind."""

_DEEPEST = 100
"""Lists and quotations in one another; each takes four of the thousand calls Python nests."""

_MOST_DELIMITERS = 4000
"""Asterisks and underscores in a paragraph; the search for pairs may try each with each."""

# What things cost beside the characters that are looked at, in the units of ``Effort``.
_BLOCK = 2000
_MATCH = 1000
_CELL = 1200
_ADDRESS_CHARACTER = 10
_LOOPED_CHARACTER = 15
"""A character that Python itself looks at, not a regular expression."""

_TAG_CHARACTER = 8
"""A character in which the end of a start tag is looked for."""

_COPIED_PER_UNIT = 40
"""Characters that are copied in the time in which one is looked at."""

_Place = Callable[[Any, str, int], int]
_SEARCHES: Mapping[str, _Place] = {
    "getText": lambda found, text, _: found[1] if found[2] else len(text),
    "getLink": lambda found, text, start: (
        found[2] if found[3] or text[start : start + 1] != "(" else len(text)
    ),
    "find_code_spans": lambda found, text, _: len(text) if found[1] is None else found[1],
    "search": lambda found, text, _: len(text) if found is None else found.end(),
}
"""The searches of inline patterns, and where each ended, given what it found."""

_TAG = re.compile(r"<(?P<end>/?)(?!br\b|hr\b)[a-zA-Z]")
_OPEN_TAG = 3
"""What each element that is open costs at a tag when HTML is cleaned."""


class BoundedMarkdown:
    """Renders Markdown as far as an allowed effort goes."""

    def __init__(self) -> None:
        self._effort = Effort(0)
        self._elements = 0
        self._markdown = markdown.Markdown(extensions=list(MARKDOWN_EXTENSIONS))
        self._markdown.preprocessors.register(_HtmlBlocks(self._markdown, self), "html_block", 20)
        watch = _Watch(self._markdown.parser, self)
        self._markdown.parser.blockprocessors.register(watch, "watch", 1000)
        for pattern in self._markdown.inlinePatterns:
            self._count(pattern)

    @property
    def references(self) -> Mapping[str, tuple[str, str | None]]:
        """The links that the texts rendered so far define for others."""
        return dict(self._markdown.references)

    def convert(
        self,
        text: str,
        effort: Effort,
        references: Mapping[str, tuple[str, str | None]] | None = None,
    ) -> str:
        """Return the HTML of a text; it is not safe yet.

        Args:
            text: The Markdown.
            effort: What it may cost.
            references: Links that are defined elsewhere.

        Raises:
            EffortError: If it would cost more.
        """
        self._effort, self._elements = effort, 0
        self._markdown.reset()
        self._markdown.parser.state.clear()
        self._markdown.references.update(references or {})  # type: ignore[arg-type]
        # The list of all blocks moves up for each, three times over.
        effort.spend(len(text) + text.count("\n\n") ** 2 // 8)
        try:
            rendered: str = self._markdown.convert(text)
        except RecursionError as error:
            raise EffortError from error
        if self._markdown.htmlStash.html_counter:
            steps = (-1 if tag["end"] else 1 for tag in _TAG.finditer(rendered))
            effort.spend(_OPEN_TAG * sum(depth for depth in accumulate(steps) if depth > 0))
        return rendered

    def spend(self, units: int) -> None:
        """Count what a step costs."""
        self._effort.spend(units)

    def add_element(self) -> None:
        """Count an element: all wait in one list that moves up for each."""
        self._elements += 1
        self._effort.spend(self._elements // 12)

    def _count(self, pattern: Any) -> None:  # noqa: ANN401
        """Count what a pattern does: for each match, and where it looks for another mark."""
        is_delimiter = pattern is self._markdown.delimiters

        def handle(match: re.Match[str], data: str) -> tuple[Element | str | None, int, int]:
            if is_delimiter and data.count("*") + data.count("_") > _MOST_DELIMITERS:
                raise EffortError
            self.spend(_MATCH + len(data) // _COPIED_PER_UNIT)
            node, start, end = handle_match(match, data)
            if isinstance(node, Element):
                self.add_element()
                self.spend(sum(map(len, node.attrib.values())) * _ADDRESS_CHARACTER)
            return node, start, end

        handle_match, pattern.handleMatch = pattern.handleMatch, handle
        for name, place in _SEARCHES.items():
            if hasattr(pattern, name):
                setattr(pattern, name, self._counted_search(getattr(pattern, name), place))

    def _counted_search(self, search: Callable[..., Any], place: _Place) -> Callable[..., Any]:
        """Return a search that counts the characters it looks at."""

        def counted(*arguments: Any) -> Any:  # noqa: ANN401
            start, text = sorted(arguments, key=lambda argument: isinstance(argument, str))
            found = search(*arguments)
            self.spend((place(found, text, start) - start) * _LOOPED_CHARACTER)
            return found

        return counted


class _Watch(BlockProcessor):
    """Counts what the processors of blocks look at; it comes before them and takes no block."""

    def __init__(self, parser: markdown.blockparser.BlockParser, bounds: BoundedMarkdown) -> None:
        super().__init__(parser)
        self._bounds = bounds

    def test(self, parent: Element, block: str) -> bool:
        """Count, and leave the block to the others."""
        if len(self.parser.state) > _DEEPEST:
            raise EffortError
        self._bounds.spend(len(block) + _BLOCK)
        self._bounds.add_element()
        lines = block.split("\n")
        # The lines of an item are joined one by one, and so are blocks of code.
        self._bounds.spend(len(block) * len(lines) // (2 * _COPIED_PER_UNIT))
        if block.startswith("    ") and len(parent) and parent[-1].tag == "pre":
            self._bounds.spend(len(parent[-1][0].text or "") // _COPIED_PER_UNIT)
        if "|" in lines[0] and len(lines) > 1:
            self._bounds.spend(_CELL * (lines[0].count("|") + 1) * len(lines))
        if "`" in block:
            marks = ((line.count("`"), line.count("|")) for line in lines)
            self._bounds.spend(sum(ticks * (ticks + pipes) for ticks, pipes in marks))
        if "]:" in block:
            quotes = block.count("'") + block.count('"')
            self._bounds.spend(quotes * max(map(len, lines)))
        return False

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Do nothing: no block is taken."""


class _HtmlBlocks(HtmlBlockPreprocessor):
    """Takes raw HTML out of a text as the library does, and counts what that looks at."""

    def __init__(self, md: markdown.Markdown, bounds: BoundedMarkdown) -> None:
        super().__init__(md)
        self._bounds = bounds

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines without blocks of HTML."""
        extractor = _Extractor(self.md, self._bounds)
        extractor.feed("\n".join(lines))
        extractor.close()
        return "".join(extractor.cleandoc).split("\n")


class _Extractor(HTMLExtractor):
    """Takes raw HTML out of a text, and counts what it looks at for each tag."""

    def __init__(self, md: markdown.Markdown, bounds: BoundedMarkdown) -> None:
        super().__init__(md)
        self._bounds = bounds

    def parse_starttag(self, i: int) -> int:
        """Parse a start tag; one without an end is looked for up to the end of the text."""
        end = self._counted(i, super().parse_starttag(i))
        self._bounds.spend(((end if end > i + 1 else len(self.rawdata)) - i) * _TAG_CHARACTER)
        return end

    def parse_endtag(self, i: int) -> int:
        """Parse an end tag."""
        self._bounds.spend(len(self.stack) + len(self.inline_stack))
        return self._counted(i, super().parse_endtag(i))

    def parse_html_declaration(self, i: int) -> int:
        """Parse a declaration."""
        return self._counted(i, super().parse_html_declaration(i))

    def parse_pi(self, i: int) -> int:
        """Parse a processing instruction."""
        return self._counted(i, super().parse_pi(i))

    def handle_empty_tag(self, data: str, is_block: bool) -> None:
        """Handle what has no end tag, for which the rest of the text may be copied."""
        if is_block:
            self._bounds.spend(_MATCH + len(self.rawdata) // _COPIED_PER_UNIT)
        super().handle_empty_tag(data, is_block)

    def inline_close_follows(self, text: str) -> bool:
        """Look for the end of each open tag behind a comment."""
        if self.inline_stack:
            rest = len(self.rawdata) - self.line_offset - self.offset
            self._bounds.spend((1 + len(self.inline_stack)) * rest)
        return bool(super().inline_close_follows(text))

    def _counted(self, start: int, end: int) -> int:
        behind = end if end > start + 2 else len(self.rawdata)
        copied = len(self.rawdata) // _COPIED_PER_UNIT
        self._bounds.spend(_MATCH + behind - start + copied)
        return end
