"""What the project runs of others: each at the version that was looked at, and none forgotten."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.y*ml"))
_INSTALLED = frozenset({"node_modules", ".venv", ".git", "content", "output"})
PINNED = re.compile(r"uses: [\w.-]+(?:/[\w.-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


def _watched() -> list[dict[str, Any]]:
    config = yaml.safe_load((ROOT / ".github" / "dependabot.yml").read_text(encoding="utf-8"))
    return list(config["updates"])


def _locked() -> set[tuple[str, str]]:
    """Return the ecosystem and the folder of everything that pins a version of others' code."""
    places = {("github-actions", "/"), ("pip", "/requirements")}
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if name not in _INSTALLED]
        if "package-lock.json" in names:
            places.add(("npm", f"/{Path(folder).relative_to(ROOT).as_posix()}"))
    return places


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_by_its_commit(workflow: Path) -> None:
    lines = workflow.read_text(encoding="utf-8").splitlines()
    uses = [line.strip().removeprefix("- ") for line in lines if re.search(r"\buses\s*:", line)]
    assert uses
    assert [line for line in uses if not PINNED.fullmatch(line)] == []


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_gets_no_more_rights_than_it_names(workflow: Path) -> None:
    settings = yaml.safe_load(workflow.read_text(encoding="utf-8"))
    assert settings["permissions"] == {"contents": "read"}
    for job in settings["jobs"].values():
        assert set(job.get("permissions", {})) <= {"pages", "id-token"}
        for step in job["steps"]:
            if "actions/checkout@" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] is False


def test_every_lock_is_watched_for_new_versions() -> None:
    watched = {(entry["package-ecosystem"], entry["directory"]) for entry in _watched()}
    assert watched == _locked()
    assert len(_locked()) > 3


def test_a_new_version_waits_until_others_have_tried_it() -> None:
    assert [e["directory"] for e in _watched() if e["cooldown"]["default-days"] < 7] == []
