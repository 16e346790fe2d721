"""The rules of axe-core, run on a page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path("theme/node_modules/axe-core/axe.min.js")


def violations(page: Page, axe: str) -> list[str]:
    """Run every rule of axe, best practices too; the Content-Security-Policy stays on."""
    page.evaluate(axe)
    found: list[dict[str, Any]] = page.evaluate("axe.run().then(result => result.violations)")
    return [
        f"{rule['id']}: {node['html'][:200]} {node['failureSummary'][:300]}"
        for rule in found
        for node in rule["nodes"]
    ]


def violations_in_either_scheme(page: Page, axe: str) -> list[str]:
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found += [f"{scheme}: {violation}" for violation in violations(page, axe)]
    return found
