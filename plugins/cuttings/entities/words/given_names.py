"""Given names of many languages, as Faker's lists of first names have them."""

from __future__ import annotations

import importlib
import pkgutil
import re
from functools import cache

_WRITTEN_ALIKE = frozenset(
    "Alpha Art Asia Beta Canton China Christian Crown Dallas Delta Dominion Drew English Federal "
    "France General Genesis German Harmony India Israel Justice Major Mercedes Omega Pacific Prime "
    "Prince Royal Sterling Sun Trinity True Union Victory Wells".split()
)
"""Names on the lists that are more often another word in a name of several."""

_LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-ž][\w'’-]+")


@cache
def given_names() -> frozenset[str]:
    """Return given names in Latin script, as they are written."""
    persons = importlib.import_module("faker.providers.person")
    names: set[str] = set()
    for locale in pkgutil.iter_modules(persons.__path__):
        module = importlib.import_module(f"{persons.__name__}.{locale.name}")
        for field in ("first_names", "first_names_male", "first_names_female"):
            listed = getattr(module.Provider, field, ())
            # Some are computed for each instance, from the other two.
            names.update(() if isinstance(listed, property) else listed)
    return frozenset(name for name in names if _LATIN.fullmatch(name)) - _WRITTEN_ALIKE


def is_given_name(word: str) -> bool:
    """Whether a word is a given name, or two joined by a hyphen ("Jean-Marc")."""
    known = given_names()
    return word in known or ("-" in word and all(part in known for part in word.split("-")))
