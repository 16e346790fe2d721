"""The addresses of the desk: its page, its lists, its answers."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from cuttings.entities.entity import EntityKind
from cuttings.errors import CuttingsError, described
from cuttings.review.archive.desk_story import Name
from cuttings.review.changes.step import Answer
from cuttings.review.desk import Desk
from cuttings.review.name_desk import NameDesk
from cuttings.review.record_desk import RecordDesk
from cuttings.review.story_desk import StoryDesk
from cuttings.review.tag_desk import TagDesk

_MOST_AT_ONCE = 20
"""Questions that one request may ask for."""


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of a desk.

    Attributes:
        names: Names that may be one's.
        tags: Tags in doubt.
        stories: Stories that nobody has reviewed.
        records: Single names.
    """

    names: NameDesk
    tags: TagDesk
    stories: StoryDesk
    records: RecordDesk

    @classmethod
    def of(cls, desk: Desk) -> Lists:
        """Return the lists of a desk."""
        records = RecordDesk(desk)
        return cls(NameDesk(desk, records), TagDesk(desk), StoryDesk(desk), records)


Action = Callable[[Mapping[str, Any]], object]


def application(desk: Desk, lists: Lists, bundle: Path) -> Starlette:
    """Return what answers the requests of the desk's page.

    Args:
        desk: The desk of the archive.
        lists: Its lists.
        bundle: The folder of the bundled page.
    """
    names, tags, stories, records = lists.names, lists.tags, lists.stories, lists.records

    def state(_asked: Mapping[str, Any]) -> object:
        with desk.lock:
            progress = {
                "names": names.progress(),
                "tags": tags.progress(),
                "stories": stories.progress(),
            }
            return {**desk.state(), **progress}

    def list_names(asked: Mapping[str, Any]) -> object:
        return names.questions(*_wanted(asked))

    def list_tags(asked: Mapping[str, Any]) -> object:
        return tags.questions(*_wanted(asked))

    def list_stories(asked: Mapping[str, Any]) -> object:
        return stories.open_stories(*_wanted(asked))

    def show_story(asked: Mapping[str, Any]) -> object:
        return stories.show(str(asked["file"]))

    def answer_tag(said: Mapping[str, Any]) -> object:
        text = tags.answer(str(said["key"]), Answer(said["answer"]), *_name(said))
        return {"text": text, "state": state({})}

    def edit_story(said: Mapping[str, Any]) -> object:
        file, digest, action = (str(said[key]) for key in ("file", "digest", "action"))
        text = stories.edit(file, digest, action, _name(said))
        return {"text": text, "state": state({})}

    def answer_name(said: Mapping[str, Any]) -> object:
        text = names.answer(str(said["key"]), Answer(said["answer"]), str(said["keep"]))
        return {"text": text, "state": state({})}

    def show_name(asked: Mapping[str, Any]) -> object:
        return records.side(_name(asked))

    def search(asked: Mapping[str, Any]) -> object:
        return records.search(str(asked["query"]))

    def edit_name(said: Mapping[str, Any]) -> object:
        text, (kind, heading) = records.edit(
            _name(said), str(said["action"]), str(said["value"]), str(said.get("words", ""))
        )
        return {"text": text, "kind": kind, "heading": heading, "state": state({})}

    def undo(said: Mapping[str, Any]) -> object:
        with desk.lock:
            step = desk.undo(int(said["number"]))
            names.recount()
            return {"text": step.text, "question": step.question, "state": state({})}

    return Starlette(
        routes=[
            Route("/api/state", _reading(desk, state)),
            Route("/api/names", _reading(desk, list_names)),
            Route("/api/names/answer", _writing(desk, answer_name), methods=["POST"]),
            Route("/api/tags", _reading(desk, list_tags)),
            Route("/api/tags/answer", _writing(desk, answer_tag), methods=["POST"]),
            Route("/api/stories", _reading(desk, list_stories)),
            Route("/api/story", _reading(desk, show_story)),
            Route("/api/story/edit", _writing(desk, edit_story), methods=["POST"]),
            Route("/api/search", _reading(desk, search)),
            Route("/api/name", _reading(desk, show_name)),
            Route("/api/name/edit", _writing(desk, edit_name), methods=["POST"]),
            Route("/api/undo", _writing(desk, undo), methods=["POST"]),
            Mount("/", StaticFiles(directory=bundle, html=True)),
        ]
    )


def _wanted(asked: Mapping[str, Any]) -> tuple[frozenset[str], int]:
    """Return what the page has of a list, and how many it wants."""
    known = frozenset(str(asked.get("known", "")).split("\n"))
    return known, min(int(asked.get("count", 1)), _MOST_AT_ONCE)


def _name(asked: Mapping[str, Any]) -> Name:
    """Return the name that a request is about."""
    return EntityKind(asked["kind"]), str(asked["heading"])


def _reading(desk: Desk, action: Action) -> Callable[[Request], Any]:
    """Return the endpoint of an action that gets what the address asks for."""

    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(_respond, desk, action, dict(request.query_params))

    return endpoint


def _writing(desk: Desk, action: Action) -> Callable[[Request], Any]:
    """Return the endpoint of an action that gets the JSON object of the request."""

    async def endpoint(request: Request) -> Response:
        try:
            said = orjson.loads(await request.body())
        except ValueError:
            said = None
        if not isinstance(said, dict):
            return _json({"problem": "the request is not a JSON object"}, 400)
        return await run_in_threadpool(_respond, desk, action, said)

    return endpoint


def _respond(desk: Desk, action: Action, asked: Mapping[str, Any]) -> Response:
    """Run an action; whatever it raises is one line for the person."""
    desk.wait()
    try:
        return _json(action(asked))
    except CuttingsError as error:
        return _json({"problem": str(error)}, 409)
    except (KeyError, TypeError, ValueError) as error:
        return _json({"problem": f"the request cannot be understood ({described(error)})"}, 400)
    except Exception as error:
        return _json({"problem": f"nothing was changed ({described(error)}); try again"}, 500)


def _json(content: object, status: int = 200) -> Response:
    # By the standard library, because the name of a file may hold half a character.
    text = json.dumps(content, default=str)
    return Response(text, status_code=status, media_type="application/json")
