"""Each address of the desk answers with what its page shows, a fault with one line."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from cuttings.article.article_file import read_article
from cuttings.review.desk import Desk
from cuttings.review.questions.merge_cache import find_merges
from cuttings.review.server.application import application
from cuttings.review.server.desk_actions import DeskActions

Ask = Callable[..., Any]


@pytest.fixture
def ask(desk: Desk, tmp_path: Path) -> Ask:
    """Send a request to the desk: what it says as JSON, or else what the address asks for."""
    find_merges(desk.folder)
    actions = DeskActions.of(desk)
    actions.tags.prepare()
    actions.names.prepare()
    bundle = tmp_path / "bundle"
    bundle.mkdir()
    (bundle / "index.html").write_text("the page")
    app = application(actions, bundle)

    def answer_of(path: str, said: object = None, status: int = 200, **asked: object) -> Any:
        body = b"" if said is None else said if isinstance(said, bytes) else json.dumps(said)
        content = body if isinstance(body, bytes) else body.encode()
        coming = iter([{"type": "http.request", "body": content, "more_body": False}])
        sent: list[dict[str, Any]] = []

        async def receive() -> dict[str, Any]:
            for message in coming:
                return message
            return await asyncio.Future()  # the page stays connected

        async def send(message: Any) -> None:
            sent.append(message)

        scope: dict[str, Any] = {
            "type": "http",
            "method": "GET" if said is None else "POST",
            "path": path,
            "root_path": "",
            "query_string": urlencode(asked).encode(),
            "headers": [],
        }
        # In a thread of its own: a browser of other tests may have left a loop running in this one.
        with ThreadPoolExecutor(1) as thread:
            thread.submit(asyncio.run, app(scope, receive, send)).result()
        assert sent[0]["status"] == status
        found = b"".join(message.get("body", b"") for message in sent[1:])
        is_json = dict(sent[0]["headers"])[b"content-type"] == b"application/json"
        return json.loads(found) if is_json else found.decode()

    return answer_of


def test_the_state_counts_every_list_and_says_what_undo_takes_back(ask: Ask) -> None:
    assert ask("/") == "the page"
    open_names = {"done": 0, "open": 22, "stories": 0, "searching": False}
    assert ask("/api/state") == {
        "undo": None,
        "steps": 0,
        "problems": [],
        "names": open_names,
        "tags": {**open_names, "open": 0},
        "stories": {**open_names, "open": 66},
    }


def test_names_are_asked_answered_and_taken_back(ask: Ask, desk: Desk) -> None:
    first, second = ask("/api/names", count=2)
    assert ask("/api/names", known=first["key"]) == [second]
    assert len(ask("/api/names", count=50)) == 20
    shown = {name: first[name] for name in ("kind", "keep", "merge", "stories", "unsure")}
    assert shown == {
        "kind": "person",
        "keep": "José Abarca",
        "merge": "Jose Abarca",
        "stories": 1,
        "unsure": False,
    }
    said = {"key": first["key"], "answer": "different", "keep": first["keep"]}
    answered = ask("/api/names/answer", said)
    assert answered["text"] == "“Jose Abarca” is not “José Abarca”"
    assert answered["state"]["undo"] == {"number": 1, "text": answered["text"]}
    assert answered["state"]["names"]["open"] == 21
    undone = ask("/api/undo", {"number": 1})
    assert (undone["text"], undone["question"]) == (answered["text"], first["key"])
    assert undone["state"]["names"] == {"done": 0, "open": 22, "stories": 0, "searching": False}
    unsure = ask("/api/names/answer", {**said, "answer": "unsure"})
    assert unsure["text"] == "not sure whether “Jose Abarca” is “José Abarca”"
    assert unsure["state"]["names"]["done"] == 0
    assert list(desk.folder.authorities.iterdir()) == []


def test_stories_are_listed_shown_and_put_right(ask: Ask, desk: Desk) -> None:
    (story,) = ask("/api/stories")
    assert ask("/api/story", file=story["file"]) == story
    file = {"file": story["file"]}
    country = {"kind": "country", "heading": "Chile"}
    texts = []
    for action in ("add", "role", "role", "remove", "reviewed"):
        digest = ask("/api/story", **file)["digest"]
        said = {**file, "digest": digest, "action": action, **country}
        answered = ask("/api/story/edit", said)
        texts.append(answered["text"])
        assert answered["state"]["steps"] == len(texts)
    assert texts == [
        "“Chile” added to “Story 21.1”",
        "“Chile” in Countries_mentioned of “Story 21.1”",
        "“Chile” in Countries of “Story 21.1”",
        "“Chile” removed from “Story 21.1”",
        "reviewed: Story 21.1",
    ]
    assert answered["state"]["stories"] == {"done": 1, "open": 65, "stories": 1, "searching": False}
    assert read_article(desk.folder.root / story["file"]).reviewed
    again = {**said, "digest": ask("/api/story", **file)["digest"]}
    assert "it says so already" in ask("/api/story/edit", again, 409)["problem"]


def test_a_name_is_found_shown_and_changed(ask: Ask) -> None:
    found = ask("/api/search", query="ABARCA")
    assert found == {
        "names": [
            {"kind": "person", "heading": "José Abarca", "stories": 2},
            {"kind": "person", "heading": "Jose Abarca", "stories": 1},
        ],
        "stories": [],
    }
    assert ask("/api/search", query="story 0.2")["stories"] == [
        {
            "file": "articles/2020/story-0-2.md",
            "title": "Story 0.2",
            "date": "2020-01-01",
            "source": "Harbour Post",
        }
    ]
    assert len(ask("/api/search", query="Story")["stories"]) == 12
    assert len(ask("/api/search", query="jos")["names"]) == 12
    name = {"kind": "person", "heading": "José Abarca"}
    shown = ask("/api/name", **name)
    assert len(shown.pop("passages")) == shown["stories"] == 2
    facts = {"forms": [], "same_as": "", "note": "", "hidden": False}
    assert shown == {**name, "stories": 2, **facts}
    texts = []
    for action, value in (("note", " Mayor "), ("note", ""), ("hide", "yes"), ("same-as", "Q42")):
        edited = ask("/api/name/edit", {**name, "action": action, "value": value})
        assert (edited["kind"], edited["heading"]) == ("person", "José Abarca")
        texts.append(edited["text"])
    split = {"action": "split", "value": "José Abarca (mayor)", "words": "mayor; council"}
    texts.append(ask("/api/name/edit", {**name, **split})["text"])
    assert texts == [
        "note of “José Abarca”: Mayor",
        "note of “José Abarca”: none",
        "hide of “José Abarca”: yes",
        "Wikidata id of “José Abarca”: Q42",
        "“José Abarca (mayor)” in the stories with mayor; council",
    ]
    gone = {"kind": "person", "heading": "Nobody", "action": "note", "value": ""}
    assert "no story has 'Nobody' any more" in ask("/api/name/edit", gone, 409)["problem"]


def test_what_no_page_sends_is_answered_with_one_line(ask: Ask) -> None:
    not_understood = "the request cannot be understood"
    for path, said, problem in (
        ("/api/undo", b"{", "the request is not a JSON object"),
        ("/api/undo", [], "the request is not a JSON object"),
        ("/api/undo", {}, f"{not_understood} (KeyError: 'number')"),
        ("/api/undo", {"number": "x"}, f"{not_understood} (ValueError"),
        ("/api/name/edit", {"kind": "river", "heading": "Po"}, not_understood),
        ("/api/name", None, not_understood),
    ):
        answered = ask(path, said, 400)["problem"]
        assert answered.startswith(problem)
        assert "\n" not in answered


def test_what_cannot_be_carried_out_says_why(ask: Ask, desk: Desk) -> None:
    assert "nothing to undo" in ask("/api/undo", {"number": 1}, 409)["problem"]
    desk.folder.authorities.write_bytes(b"a file in the place of the folder")
    said = {"kind": "person", "heading": "José Abarca", "action": "note", "value": "x"}
    problem = ask("/api/name/edit", said, 500)["problem"]
    assert problem.startswith("nothing was changed (FileExistsError")
    assert problem.endswith("; try again")
