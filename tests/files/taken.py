"""What a whole run made of its items, kind by kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from cuttings.ingest.filing.outcome import Duplicate, Filed, Outcome, Rejected, Revisit, ToFetch


@dataclass(frozen=True, slots=True)
class Taken:
    """The outcomes of one run."""

    filed: tuple[Filed, ...]
    duplicates: tuple[Duplicate, ...]
    revisits: tuple[Revisit, ...]
    to_fetch: tuple[ToFetch, ...]
    rejected: tuple[Rejected, ...]

    @classmethod
    def of(cls, outcomes: Iterable[Outcome]) -> Self:
        """Let a run come to its end and sort its outcomes."""
        found = tuple(outcomes)
        return cls(
            tuple(one for one in found if isinstance(one, Filed)),
            tuple(one for one in found if isinstance(one, Duplicate)),
            tuple(one for one in found if isinstance(one, Revisit)),
            tuple(one for one in found if isinstance(one, ToFetch)),
            tuple(one for one in found if isinstance(one, Rejected)),
        )
