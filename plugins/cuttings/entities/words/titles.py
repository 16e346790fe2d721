"""Titles before people's names ("President", "Mr.", "King")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_OF_FAITH = (
    "abbess allamah archdeacon archimandrite ayatollah catholicos hodjatoleslam hojatoleslam "
    "hojatolislam hojjatoleslam imam maulana mawlana monsignor msgr mullah rabbi rev "
    "reverend".split()
)
"""Titles of those who serve a faith, but for those that are surnames as well ("Pastor")."""

_ABROAD = (
    "archduchess archduke datin dato datuk don doña fräulein frau hajji herr madam madame "
    "mademoiselle maharajah maharani marchioness margrave marquess mlle mme monsieur pehin senor "
    "senora señor señora señorita shri signor signora signorina smt tengku tunku viscount "
    "viscountess".split()
)
"""Titles of other countries and of nobility."""

TITLES = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame archbishop baron baroness bishop cardinal count "
    "countess duchess duke emir emperor empress father king lady lord patriarch pope prince "
    "princess queen sheik sheikh sheikha sister sultan "
    "president vice-president premier chancellor minister secretary undersecretary senator sen "
    "representative rep congressman congresswoman governor gov mayor ambassador envoy "
    "commissioner councillor mp mep deputy chairman chairwoman chairperson chair chief director "
    "spokesman spokeswoman spokesperson leader judge justice attorney general gen lieutenant lt "
    "colonel col major maj captain capt sergeant sgt corporal private admiral adm commander "
    "marshal brigadier commodore comrade vizier honourable honorable hon coach analyst economist "
    "head speaker whip treasurer regent tsar czar shah".split()
).union(_OF_FAITH, _ABROAD)
"""Words that stand before a name and are not part of it, in lower case without a full stop."""

_PERSONAL_TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir dame archbishop bishop cardinal sheikh sheik president "
    "premier chancellor minister secretary senator sen congressman congresswoman governor gov "
    "mayor ambassador envoy chairman chairwoman spokesman spokeswoman colonel col lieutenant lt "
    "captain capt sergeant sgt admiral brigadier".split()
).union(_OF_FAITH)
"""Titles that begin no name of a body, as "General" and "King" do."""

TITLE_MODIFIERS = frozenset(
    "prime foreign vice deputy former then interim acting crown first second finance defence "
    "defense interior trade economy home state treasury commerce energy labor labour agriculture "
    "agricultural budget health education justice transport environment oil planning assistant "
    "associate press special supreme opposition party federal national grand managing executive "
    "senior general late ex ex-president ex-minister us u.s uk".split()
)
"""Words that stand before or between titles ("prime minister", "treasury secretary")."""

TITLE_WORDS = TITLES | TITLE_MODIFIERS | frozenset({"transportation"})
"""Words of titles in lower case."""

_REGNAL = frozenset(
    "king queen prince princess pope patriarch emperor empress tsar czar shah sultan saint st lord "
    "lady".split()
)
"""Titles that the name behind them needs to name anybody."""


_WORD = r"[^\W\d_a-z][^\W\d_]+(?:-[^\W\d_]+)*"
_REGNAL_NAME = re.compile(
    rf"\b(?:Czar|Emperor|Empress|King|Patriarch|Pope|Prince|Princess|Queen|Shah|Sultan|Tsar)"
    rf" {_WORD}(?: {_WORD}){{0,2}} [IVX]+(?!\w)"
)


def has_title(form: str) -> bool:
    """Whether a form begins with a title."""
    return name_start(form.split()) > 0


def is_title(word: str) -> bool:
    """Whether a single word is a title or stands before one."""
    return bare_word(word) in TITLES or bare_word(word) in TITLE_MODIFIERS


def is_personal_title(word: str) -> bool:
    """Whether a word is a title that only people have before their names."""
    return bare_word(word) in _PERSONAL_TITLES


def is_regnal(word: str) -> bool:
    """Whether a word is a title that belongs to the name after it ("King", "Pope")."""
    return bare_word(word) in _REGNAL


def regnal_names(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a regnal title, a name and a number stand ("Pope Leo XIII")."""
    yield from (match.span() for match in _REGNAL_NAME.finditer(text))


def name_start(words: Sequence[str]) -> int:
    """Return where the name begins after titles such as "Deputy Secretary of State"."""
    position = 0
    while position < len(words):
        word = bare_word(words[position])
        if word in TITLES or (word in TITLE_MODIFIERS and _title_follows(words, position + 1)):
            position += 1
        elif word == "of" and position > 0 and len(words) >= position + 2:
            position += 2
        else:
            break
    return position


def _title_follows(words: Sequence[str], position: int) -> bool:
    while position < len(words) and bare_word(words[position]) in TITLE_MODIFIERS:
        position += 1
    return position < len(words) and bare_word(words[position]) in TITLES


def bare_word(word: str) -> str:
    """Return a word for comparison with titles and suffixes: in lower case, without marks."""
    return word.strip(".,").casefold()
