"""What the robots.txt file of a site allows (RFC 9309)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from protego import Protego

from cuttings.ingest.fetching.exchange import PRODUCT, Answer

_MAX_BYTES = 500 * 1024
"""So much of the file is read, as RFC 9309 asks for (section 2.5)."""

_CLIENT_ERRORS = range(400, 500)
_AGENT = re.compile(r"\s*user[-\s]?agent(?:\s*:|\s)(?P<name>[^#]*)", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class RobotsRules:
    """The rules of one site.

    Attributes:
        parsed: The parsed file, or None if the site has none, which allows everything.
        unknown: Whether the site did not say what its rules are, which forbids everything.
    """

    parsed: Protego | None = None
    unknown: bool = False

    @classmethod
    def from_answer(cls, answer: Answer) -> RobotsRules:
        """Return the rules in the answer to a request for the file.

        A file that is not there allows everything (RFC 9309, section 2.3.1.3); an answer that
        neither has the file nor says so, as one of a server in trouble, forbids everything
        (section 2.3.1.4).
        """
        if answer.status in _CLIENT_ERRORS:
            return cls()
        if not answer.successful:
            return cls(unknown=True)
        text = _first_lines(answer.content).decode("utf-8", "replace").removeprefix("\ufeff")
        return cls(parsed=Protego.parse("\n".join(map(_of_few_agents, text.splitlines()))))

    def allow(self, url: str) -> bool:
        """Return whether the page at ``url`` may be fetched."""
        if self.parsed is None:
            return not self.unknown
        try:
            return self.parsed.can_fetch(url, PRODUCT)
        except ValueError:  # an address that is not read as one
            return False

    @property
    def delay(self) -> float:
        """Seconds that the site wants to have between two requests; 0 if it names none."""
        return (self.parsed.crawl_delay(PRODUCT) or 0.0) if self.parsed is not None else 0.0


def _first_lines(content: bytes) -> bytes:
    """Return what is read of a file: whole lines, as half a rule is another rule."""
    if len(content) <= _MAX_BYTES:
        return content
    lines, _, _ = content[:_MAX_BYTES].replace(b"\r", b"\n").rpartition(b"\n")
    return lines


def _of_few_agents(line: str) -> str:
    """Return a line with one name for all programs that are not this one.

    Protego gives each rule to each program that it is for: a file of ten thousand of both would
    take all memory.
    """
    match = _AGENT.match(line)
    name = match["name"].strip().casefold() if match else ""
    if not name or name == "*":
        return line
    token = name.replace("*", "")
    return f"User-agent: {token if token in PRODUCT.casefold() else '-'}"
