"""The name of a person as the index of a book has it: "Reagan, Ronald".

Names that are given family first are left as they are. They are recognized by a family name of
China, Korea or Vietnam and by given names of that language's syllables, so that "Kim Philby" and
"Lee Iacocca" are not among them.
"""

from __future__ import annotations

import re

from cuttings.entities.entity import bare_name
from cuttings.entities.words.person_names import divided_name
from cuttings.entities.words.titles import is_regnal

_CHINESE = frozenset(
    "bai bo cai cao chai chen chi deng ding dong du fan fang feng fu gao geng gu guo han he hong "
    "hou hu hua huang jia jiang jiao kong lei li liang liao lin liu lu luo ma mao meng peng qi "
    "qian qiao qin qiu ren shao shen shi song su sun tan tang tian tong wan wang wei wen wu xi "
    "xiang xiao xie xiong xu xue yan yang yao ye yin yu yuan zeng zhang zhao zheng zhong zhou zhu "
    "zou".split()
)
_KOREAN = frozenset(
    "ahn an bae ban baek cha cho choe choi chon chong chun chung han hwang im jang jeon jeong jung "
    "kang kim ko koh kwon lee lim min moon nam noh oh paek pak park ro roh ryu shin sin so son suh "
    "woo yang yi yoo yoon yu yun".split()
)
_VIETNAMESE = frozenset(
    "bui dang dao dinh do duong ho hoang huynh le luong ly mai ngo nguyen pham phan phung to ton "
    "tran trinh truong vo vu".split()
)

_INVERTED = re.compile(r",(?! (?:Jr|Sr|[IVX]+)\b)")
"""A comma with anything but the mark of a generation behind it."""

_PINYIN = r"(?:zh|ch|sh|ts|[bpmfdtnlgkhjqxzcsryw])?[aeiouü]{1,3}(?:ng|n|r)?"
_CHINESE_GIVEN = re.compile(rf"{_PINYIN}(?:['’-]?{_PINYIN})?")
_KOREAN_GIVEN = re.compile(r"(?:ch|sh|hw|kw|[bcdghjkmnprsty])?[aeiouwy]{1,4}[hk]?(?:ng|[nmklpb])?")
_VIETNAMESE_GIVEN = re.compile(
    r"(?:ngh?|nh|ph|th|tr|kh|ch|gi|qu|gh|[bcdghklmnprstvxy])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?"
)


def filed_name(name: str) -> str:
    """Return a person's name as an alphabetical list files it.

    Particles belong to the family name ("de Gaulle, Charles"), as in the news. A regnal title
    ("Fahd, King") and what distinguishes generations ("King, Martin Luther, Jr.") stand behind.

    Args:
        name: The heading; a qualifier in brackets stays at its end.
    """
    bare = bare_name(name)
    words = bare.split()
    if (
        len(words) < 2
        or not _has_capitals(words[0])
        or _INVERTED.search(bare)
        or is_family_first(words)
    ):
        return name
    given, family, suffix = divided_name(bare)
    if is_regnal(words[0]):
        filed = f"{' '.join(words[1:])}, {words[0]}"
    elif not given:
        return name
    else:
        filed = ", ".join(filter(None, (family, given, suffix)))
    return filed + name[len(bare) :]


def _has_capitals(word: str) -> bool:
    """Whether the script of a word has capitals; the others file people as they are called."""
    return word[0].lower() != word[0].upper()


def is_family_first(words: list[str]) -> bool:
    """Whether the first of a name's words is the family name, as in "Xi Jinping"."""
    family, *given = (word.casefold() for word in words)
    syllables = [syllable for word in given for syllable in word.split("-")]
    if family in _CHINESE and len(given) <= 2 and all(map(_CHINESE_GIVEN.fullmatch, given)):
        return True
    if family in _KOREAN and len(syllables) == 2 and all(map(_KOREAN_GIVEN.fullmatch, syllables)):
        return True
    return family in _VIETNAMESE and all(map(_VIETNAMESE_GIVEN.fullmatch, given))
