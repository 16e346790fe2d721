"""Every text colour of the theme is readable on every ground it can stand on (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

import json
import re
from itertools import product
from pathlib import Path

import pytest

from cuttings.offline.web_app_manifest import web_app_manifest

THEME = Path(__file__).resolve().parents[2] / "theme"
STYLES = THEME / "src" / "styles"
INKS = {"ink", "faint", "stamp"}
GROUNDS = {"paper", "card", "wash"}
REVERSED = ("paper", "ink")
"""Text and ground of buttons and labels that are printed white on black, so to speak."""

GRAPHICS = {"bar"}
"""Fills that carry no text; 3:1 on paper is enough (1.4.11)."""


def schemes() -> dict[str, dict[str, str]]:
    """Return the colour tokens of each colour scheme, and of print."""
    tokens = (STYLES / "tokens.css").read_text(encoding="utf-8")
    light_rule, dark_rule = tokens.split("@media (prefers-color-scheme: dark)", 1)
    light = colours(light_rule)
    return {
        "light": light,
        "dark": light | colours(dark_rule),
        "print": light | colours((STYLES / "print.css").read_text(encoding="utf-8")),
    }


def colours(css: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z]+):\s*(#[0-9a-f]{6})\b", css))


def luminance(colour: str) -> float:
    """Return the relative luminance of ``#rrggbb`` as WCAG 2.2 defines it."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def rules() -> list[tuple[str, str]]:
    """Return selector and declarations of every innermost rule of the style sheets."""
    css = "\n".join(path.read_text(encoding="utf-8") for path in sorted(STYLES.rglob("*.css")))
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return [(selector.strip(), body) for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", css)]


def used(prop: str, body: str) -> set[str]:
    return set(re.findall(rf"(?<![-\w]){prop}:\s*var\(--([a-z]+)\)", body))


def test_known_ratios() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
@pytest.mark.parametrize(("ink", "ground"), [*product(sorted(INKS), sorted(GROUNDS)), REVERSED])
def test_text_reaches_4_5(scheme: str, ink: str, ground: str) -> None:
    tokens = schemes()[scheme]
    assert contrast(tokens[ink], tokens[ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
@pytest.mark.parametrize("fill", sorted(GRAPHICS | {"stamp", "ink"}))
def test_graphics_and_focus_rings_reach_3(scheme: str, fill: str) -> None:
    tokens = schemes()[scheme]
    assert contrast(tokens[fill], tokens["paper"]) >= 3


def test_style_sheets_use_only_these_pairs() -> None:
    text, ground = REVERSED
    for selector, body in rules():
        inks, grounds = used("color", body), used("background", body)
        if ground in grounds and inks:
            assert inks == {text}, selector
        elif text in inks:
            assert grounds == {ground}, selector
        else:
            assert inks <= INKS, selector
            assert grounds <= GROUNDS | GRAPHICS | {ground}, selector


def test_colours_are_named_once() -> None:
    for path in sorted(STYLES.rglob("*.css")):
        if path.name not in {"tokens.css", "print.css"}:
            css = path.read_text(encoding="utf-8")
            assert not re.search(r":\s*[^;{}]*#[0-9a-f]{3,8}\b", css), path.name


def test_templates_and_icons_name_no_colour_themselves() -> None:
    for path in (*sorted((THEME / "templates").glob("*.html")), THEME / "icons.mjs"):
        found = re.findall(r"#[0-9a-f]{6}\b", path.read_text(encoding="utf-8"))
        assert found == [], path.name


def test_the_web_app_has_the_colour_of_the_paper() -> None:
    manifest = json.loads(web_app_manifest("Archive"))
    paper = schemes()["light"]["paper"]
    assert {manifest["background_color"], manifest["theme_color"]} == {paper}
