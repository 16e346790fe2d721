"""Words that only join others."""

from __future__ import annotations

FUNCTION_WORDS = frozenset(
    "a an the and or but nor so yet if as when while after before since until because although "
    "though unless whether that which who in on at by for from to of with without against about "
    "between among during through over under into like unlike despite per via he she it they we "
    "you i his her its their our my your this these those some many most all both each another "
    "every no not only even also then now there here where why how what however meanwhile still "
    "later earlier yesterday today tomorrow last next is are was were has have had did does do "
    "will would could should can may might must said says".split()
)


def is_function_word(word: str) -> bool:
    """Whether a word only joins others and is capitalized for its place alone."""
    return word.strip(".,").casefold() in FUNCTION_WORDS
