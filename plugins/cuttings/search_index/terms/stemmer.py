"""English stems, the same as lunr.js gives.

The algorithm is M. F. Porter, "An algorithm for suffix stripping", Program 14 (1980), with the
choices of lunr.js: a final ``y`` after a consonant becomes ``i`` even if the stem has no vowel
("try", "cry"), words of one or two letters stay, and ``bli`` and ``logi`` follow Porter's own
later revision. lunr.py's stemmer makes other choices, so an index built with it would miss words.
"""

from __future__ import annotations

_VOWELS = frozenset("aeiou")

_STEP_2 = {
    "ational": "ate",
    "tional": "tion",
    "enci": "ence",
    "anci": "ance",
    "izer": "ize",
    "bli": "ble",
    "alli": "al",
    "entli": "ent",
    "eli": "e",
    "ousli": "ous",
    "ization": "ize",
    "ation": "ate",
    "ator": "ate",
    "alism": "al",
    "iveness": "ive",
    "fulness": "ful",
    "ousness": "ous",
    "aliti": "al",
    "iviti": "ive",
    "biliti": "ble",
    "logi": "log",
}

_STEP_3 = {
    "icate": "ic",
    "ative": "",
    "alize": "al",
    "iciti": "ic",
    "ical": "ic",
    "ful": "",
    "ness": "",
}

_STEP_4 = frozenset(
    "al ance ence er ic able ible ant ement ment ent ou ism ate iti ous ive ize".split()
)


def stem(word: str) -> str:
    """Return the stem of a lower-case word of ASCII letters and digits."""
    if len(word) < 3:
        return word
    stemmed = _without_plural(word)
    stemmed = _without_past_or_participle(stemmed)
    if len(stemmed) > 2 and stemmed[-1] == "y" and stemmed[-2] not in _VOWELS:
        stemmed = stemmed[:-1] + "i"
    stemmed = _with_shorter_suffix(stemmed, _STEP_2)
    stemmed = _with_shorter_suffix(stemmed, _STEP_3)
    stemmed = _without_suffix(stemmed)
    return _without_final_e_or_double_l(stemmed)


def _shape(word: str) -> str:
    """Return ``v`` for each vowel and ``c`` for each consonant of ``word``.

    ``y`` is a vowel exactly when a consonant stands before it.
    """
    shape: list[str] = []
    for letter in word:
        if letter == "y":
            shape.append("v" if shape and shape[-1] == "c" else "c")
        else:
            shape.append("v" if letter in _VOWELS else "c")
    return "".join(shape)


def _measure(word: str) -> int:
    """Return Porter's m: how often a consonant follows a vowel."""
    return _shape(word).count("vc")


def _is_short_syllable(word: str) -> bool:
    """Return whether ``word`` is consonants, one vowel and one consonant but w, x, y."""
    shape = _shape(word)
    return shape.endswith("cvc") and shape.count("v") == 1 and word[-1] not in "wxy"


def _without_plural(word: str) -> str:
    """Step 1a: "caresses", "ponies", "cats"."""
    if (word.endswith("sses") and len(word) > 4) or (word.endswith("ies") and len(word) > 3):
        return word[:-2]
    if word.endswith("s") and len(word) > 2 and word[-2] != "s":
        return word[:-1]
    return word


def _without_past_or_participle(word: str) -> str:
    """Step 1b: "agreed", "plastered", "motoring"; then an ``e`` or one letter is put right."""
    if word.endswith("eed") and len(word) > 3:
        return word[:-1] if _measure(word[:-3]) > 0 else word
    for suffix in ("ed", "ing"):
        if word.endswith(suffix) and len(word) > len(suffix):
            stemmed = word[: -len(suffix)]
            return _repaired(stemmed) if "v" in _shape(stemmed) else word
    return word


def _repaired(stemmed: str) -> str:
    if stemmed.endswith(("at", "bl", "iz")):
        return stemmed + "e"
    if len(stemmed) > 1 and stemmed[-1] == stemmed[-2] and stemmed[-1] not in "aeiouylsz":
        return stemmed[:-1]
    return stemmed + "e" if _is_short_syllable(stemmed) else stemmed


def _longest_suffix(word: str, suffixes: frozenset[str] | dict[str, str]) -> str:
    """Return the longest of ``suffixes`` that leaves at least one letter, or ""."""
    for start in range(max(1, len(word) - 7), len(word)):
        if word[start:] in suffixes:
            return word[start:]
    return ""


def _with_shorter_suffix(word: str, suffixes: dict[str, str]) -> str:
    """Steps 2 and 3: "relational", "hopefulness"."""
    suffix = _longest_suffix(word, suffixes)
    if suffix and _measure(word[: -len(suffix)]) > 0:
        return word[: -len(suffix)] + suffixes[suffix]
    return word


def _without_suffix(word: str) -> str:
    """Step 4: "allowance", "adoption"."""
    suffix = _longest_suffix(word, _STEP_4)
    if not suffix and word.endswith(("sion", "tion")) and len(word) > 4:
        suffix = "ion"
    if suffix and _measure(word[: -len(suffix)]) > 1:
        return word[: -len(suffix)]
    return word


def _without_final_e_or_double_l(word: str) -> str:
    """Step 5: "probate", "controll"."""
    if word.endswith("e") and len(word) > 1:
        before = word[:-1]
        measure = _measure(before)
        if measure > 1 or (measure == 1 and not _is_short_syllable(before)):
            word = before
    if word.endswith("ll") and _measure(word) > 1:
        word = word[:-1]
    return word
