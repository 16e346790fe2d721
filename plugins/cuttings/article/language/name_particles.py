"""Particles of names, which stand in small letters before a surname ("van", "bin")."""

from __future__ import annotations

_EVERYWHERE = frozenset(
    "abu al ben bin bint da das de del della der den di do dos du e el ibn la le lo ten ter van "
    "vander von y zu zur".split()
)

PARTICLES = _EVERYWHERE | frozenset("af av mac o'".split())
"""Those of the names in a text."""

BYLINE_PARTICLES = _EVERYWHERE | frozenset("and des las los san st".split())
"""Those of the names in a byline, where "af" and "av" mean "by" and "and" may join two people."""
