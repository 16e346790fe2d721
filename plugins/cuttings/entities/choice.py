"""How a story decides between authority records that share a form."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """How a story decides between the records that share a form.

    Attributes:
        heading: The heading that is meant: that of the one record whose ``when``
            fits; the form itself if two fit; else that of the record without
            ``when``, or the form itself.
        fitting: Headings of the records whose ``when`` fits, each with the word
            that the story has.
        others: Headings of the records whose ``when`` does not fit.
    """

    heading: str
    fitting: tuple[tuple[str, str], ...] = ()
    others: tuple[str, ...] = ()

    def meaning(self, heading: str) -> str:
        """Say in words why a tag has a heading that records distinguish from namesakes."""
        fitting = "; ".join(f"{name} (“{word}”)" for name, word in self.fitting)
        if len(self.fitting) > 1:
            return f"Not distinguished from namesakes: the story fits {fitting}"
        if fitting:
            return f"Distinguished from namesakes: the story fits {fitting}"
        if heading in self.others:
            return "The story has none of the words that distinguish it from namesakes"
        return f"Not distinguished from namesakes: the story fits none of {'; '.join(self.others)}"
