"""What the robots.txt file of a site allows (RFC 9309)."""

from __future__ import annotations

from dataclasses import dataclass

from protego import Protego

from cuttings.ingest.fetching.exchange import PRODUCT, Answer

_MAX_BYTES = 500 * 1024
"""So much of the file is read, as RFC 9309 asks for (section 2.5)."""

_CLIENT_ERRORS = range(400, 500)


@dataclass(frozen=True, slots=True)
class RobotsRules:
    """The rules of one site.

    Attributes:
        parsed: The parsed file, or None if there is none, which allows everything.
    """

    parsed: Protego | None = None

    @classmethod
    def from_answer(cls, answer: Answer) -> RobotsRules:
        """Return the rules in the answer to a request for the file.

        A file that is not there allows everything (RFC 9309, section 2.3.1.3).
        """
        if answer.status in _CLIENT_ERRORS:
            return cls()
        text = answer.content[:_MAX_BYTES].decode("utf-8", "replace")
        return cls(Protego.parse(text.removeprefix("\ufeff")))

    def allow(self, url: str) -> bool:
        """Tell whether the page at ``url`` may be fetched."""
        return self.parsed is None or self.parsed.can_fetch(url, PRODUCT)

    @property
    def delay(self) -> float:
        """Seconds that the site wants to have between two requests; 0 if it names none."""
        return (self.parsed.crawl_delay(PRODUCT) or 0.0) if self.parsed is not None else 0.0
