"""A text in capitals, in which a place and a common noun look alike."""

from __future__ import annotations

import re

from cuttings.article.language.function_words import is_function_word
from cuttings.entities.countries.country_mention import CountryMention

_AFTER = re.compile(r" (?P<word>[A-Z]+)\b")


def common_noun(text: str, cased: str, mention: CountryMention) -> str:
    """Return why a form in capitals is another word than the name of a place, or "".

    "HE IS READING" does not name Reading. "US" names a country behind "THE" and before another
    word than one that only joins others ("US TROOPS", not "TOLD US THAT").

    Args:
        text: The text as it stands.
        cased: The same text with what is in capitals in the usual case, or "" if that is unknown.
        mention: A mention in it.
    """
    form = text[mention.start : mention.end]
    if not cased[mention.start : mention.end].islower() or form.islower():
        return ""
    if form == "US" and _is_country(text, mention):
        return ""
    return "the text is in capitals, and it is more often another word"


def _is_country(text: str, mention: CountryMention) -> bool:
    behind = _AFTER.match(text, mention.end)
    is_adjective = behind is not None and not is_function_word(behind["word"])
    return is_adjective or text.endswith("THE ", 0, mention.start)
