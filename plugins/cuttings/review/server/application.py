"""The addresses of the desk: its page, its lists, its answers."""

from __future__ import annotations

import json
from collections.abc import Callable
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
from cuttings.review.desk import Desk
from cuttings.review.server.desk_actions import DeskActions, Values

Action = Callable[[Values], object]


def application(actions: DeskActions, bundle: Path) -> Starlette:
    """Return what answers the requests of the desk's page.

    Args:
        actions: What the page can ask for.
        bundle: The folder of the bundled page.
    """
    desk = actions.desk
    return Starlette(
        routes=[
            Route("/api/state", _reading(desk, actions.state)),
            Route("/api/names", _reading(desk, actions.list_names)),
            Route("/api/names/answer", _writing(desk, actions.answer_name), methods=["POST"]),
            Route("/api/tags", _reading(desk, actions.list_tags)),
            Route("/api/tags/answer", _writing(desk, actions.answer_tag), methods=["POST"]),
            Route("/api/stories", _reading(desk, actions.list_stories)),
            Route("/api/story", _reading(desk, actions.show_story)),
            Route("/api/story/edit", _writing(desk, actions.edit_story), methods=["POST"]),
            Route("/api/search", _reading(desk, actions.search)),
            Route("/api/name", _reading(desk, actions.show_name)),
            Route("/api/name/edit", _writing(desk, actions.edit_name), methods=["POST"]),
            Route("/api/undo", _writing(desk, actions.undo), methods=["POST"]),
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
            values = orjson.loads(await request.body())
        except ValueError:
            values = None
        if not isinstance(values, dict):
            return _json({"problem": "the request is not a JSON object"}, 400)
        return await run_in_threadpool(_respond, desk, action, values)

    return endpoint


def _respond(desk: Desk, action: Action, request: Values) -> Response:
    """Run an action; whatever it raises is one line for the person."""
    desk.wait()
    try:
        return _json(action(request))
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
