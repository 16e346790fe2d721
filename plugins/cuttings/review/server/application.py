"""The addresses of the desk: its page, its lists, its answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import orjson
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from cuttings.errors import CuttingsError, described
from cuttings.review.changes.step import Answer
from cuttings.review.desk import Desk
from cuttings.review.name_desk import NameDesk

_MOST_AT_ONCE = 20
"""Questions that one request may ask for."""

Action = Callable[[Mapping[str, Any]], object]


def application(desk: Desk, names: NameDesk, bundle: Path) -> Starlette:
    """Return what answers the requests of the desk's page.

    Args:
        desk: The desk of the archive.
        names: Its list of names.
        bundle: The folder of the bundled page.
    """

    def state(_asked: Mapping[str, Any]) -> object:
        with desk.lock:
            return {**desk.state(), "names": names.progress()}

    def list_names(asked: Mapping[str, Any]) -> object:
        known = frozenset(str(asked.get("known", "")).split("\n"))
        return names.questions(known, min(int(asked.get("count", 1)), _MOST_AT_ONCE))

    def answer_name(said: Mapping[str, Any]) -> object:
        text = names.answer(str(said["key"]), Answer(said["answer"]), str(said["keep"]))
        return {"text": text, "state": state({})}

    def undo(said: Mapping[str, Any]) -> object:
        with desk.lock:
            step = desk.undo(int(said["number"]))
            return {"text": step.text, "question": step.question, "state": state({})}

    return Starlette(
        routes=[
            Route("/api/state", _reading(desk, state)),
            Route("/api/names", _reading(desk, list_names)),
            Route("/api/names/answer", _writing(desk, answer_name), methods=["POST"]),
            Route("/api/undo", _writing(desk, undo), methods=["POST"]),
            Mount("/", StaticFiles(directory=bundle, html=True)),
        ]
    )


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
    # A heading may hold half a character, which JSON cannot.
    return Response(
        orjson.dumps(content, default=str), status_code=status, media_type="application/json"
    )
