"""One application for each framework, on a real server of this machine, with the same routes.

`POST /<name>` answers what `respond(name)` makes a response of; `GET /resume` and `POST /stop` serve the stream "chat".
"""

import asyncio
import contextlib
import threading
from collections.abc import AsyncIterator, Callable
from typing import Any

import uvicorn

from ai_sdk.integrations.resumable_streams import ResumableStreams

Source = Any
Respond = Callable[[str], tuple[Source, dict[str, Any]]]


@contextlib.asynccontextmanager
async def run_asgi(app: Any) -> AsyncIterator[str]:
    config = uvicorn.Config(app, port=0, log_level="critical", lifespan="off", timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    server.capture_signals = contextlib.nullcontext  # type: ignore[method-assign]
    task = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.01)
    try:
        yield "http://127.0.0.1:{1}".format(*server.servers[0].sockets[0].getsockname())
    finally:
        server.should_exit = True
        await task


@contextlib.asynccontextmanager
async def run_wsgi(app: Any) -> AsyncIterator[str]:
    from werkzeug.serving import WSGIRequestHandler, make_server

    class Quiet(WSGIRequestHandler):
        protocol_version = "HTTP/1.1"

        def log(self, *_: Any) -> None:
            pass

    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=Quiet)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        await asyncio.to_thread(server.shutdown)
        thread.join()
        server.server_close()


@contextlib.asynccontextmanager
async def run_aiohttp(app: Any) -> AsyncIterator[str]:
    from aiohttp import web

    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        yield "http://127.0.0.1:{1}".format(*runner.addresses[0])
    finally:
        await runner.cleanup()


def starlette(respond: Respond, streams: ResumableStreams) -> Any:
    from starlette.applications import Starlette
    from starlette.middleware import Middleware
    from starlette.middleware.base import BaseHTTPMiddleware
    from starlette.middleware.gzip import GZipMiddleware
    from starlette.responses import JSONResponse
    from starlette.routing import Route

    from ai_sdk.integrations import starlette as ours

    async def answer(request: Any) -> Any:
        name = request.path_params["name"]
        make = ours.text_stream_response if name == "text" else ours.ui_message_stream_response
        source, options = respond(name)
        return make(source, **options)

    async def resume(_: Any) -> Any:
        return await ours.resume_response(streams, "chat")

    async def stop(_: Any) -> Any:
        return JSONResponse(await streams.stop("chat"))

    routes = [
        Route("/resume", resume),
        Route("/stop", stop, methods=["POST"]),
        Route("/{name}", answer, methods=["POST"]),
    ]

    class Passing(BaseHTTPMiddleware):
        async def dispatch(self, request: Any, call_next: Any) -> Any:
            return await call_next(request)

    return run_asgi(Starlette(routes=routes, middleware=[Middleware(Passing), Middleware(GZipMiddleware)]))


def fastapi(respond: Respond, streams: ResumableStreams) -> Any:
    from fastapi import FastAPI, Response

    from ai_sdk.integrations import fastapi as ours

    app = FastAPI()

    @app.get("/resume")
    async def resume() -> Response:
        return await ours.resume_response(streams, "chat")

    @app.post("/stop")
    async def stop() -> bool:
        return await streams.stop("chat")

    @app.post("/{name}")
    async def answer(name: str) -> Response:
        make = ours.text_stream_response if name == "text" else ours.ui_message_stream_response
        source, options = respond(name)
        return make(source, **options)

    return run_asgi(app)


def quart(respond: Respond, streams: ResumableStreams) -> Any:
    from quart import Quart, jsonify

    from ai_sdk.integrations import quart as ours

    app = Quart("test")

    @app.get("/resume")
    async def resume() -> Any:
        return await ours.resume_response(streams, "chat")

    @app.post("/stop")
    async def stop() -> Any:
        return jsonify(await streams.stop("chat"))

    @app.post("/<name>")
    async def answer(name: str) -> Any:
        make = ours.text_stream_response if name == "text" else ours.ui_message_stream_response
        source, options = respond(name)
        return make(source, **options)

    return run_asgi(app)


def flask(respond: Respond, streams: ResumableStreams) -> Any:
    from flask import Flask, jsonify

    from ai_sdk.integrations import flask as ours

    app = Flask("test")

    @app.get("/resume")
    def resume() -> Any:
        return ours.resume_response(streams, "chat")

    @app.post("/stop")
    def stop() -> Any:
        return jsonify(ours.stop_stream(streams, "chat"))

    @app.post("/<name>")
    def answer(name: str) -> Any:
        make = ours.text_stream_response if name == "text" else ours.ui_message_stream_response
        source, options = respond(name)
        return make(source, **options)

    return run_wsgi(app)


def aiohttp(respond: Respond, streams: ResumableStreams) -> Any:
    from aiohttp import web

    from ai_sdk.integrations import aiohttp as ours

    async def resume(_: Any) -> Any:
        return await ours.resume_response(streams, "chat")

    async def stop(_: Any) -> Any:
        return web.json_response(await streams.stop("chat"))

    async def answer(request: Any) -> Any:
        name = request.match_info["name"]
        make = ours.text_stream_response if name == "text" else ours.ui_message_stream_response
        source, options = respond(name)
        return make(source, **options)

    app = web.Application()
    app.add_routes([web.get("/resume", resume), web.post("/stop", stop), web.post("/{name}", answer)])
    return run_aiohttp(app)


class DjangoUrls:
    """A module of URLs, as Django wants one, for the test that runs."""

    def __init__(self, respond: Respond, streams: ResumableStreams) -> None:
        from django.http import JsonResponse
        from django.urls import path
        from django.views.decorators.csrf import csrf_exempt

        from ai_sdk.integrations import django as ours

        @csrf_exempt
        def answer(_: Any, name: str) -> Any:
            make = ours.text_stream_response if name == "text" else ours.ui_message_stream_response
            source, options = respond(name)
            return make(source, **options)

        async def resume(_: Any) -> Any:
            return await ours.resume_response(streams, "chat")

        @csrf_exempt
        async def stop(_: Any) -> Any:
            return JsonResponse(await streams.stop("chat"), safe=False)

        self.urlpatterns = [path("resume", resume), path("stop", stop), path("<str:name>", answer)]


def _configure_django() -> None:
    import django
    from django.conf import settings

    if not settings.configured:
        middleware = ["django.middleware.gzip.GZipMiddleware", "django.middleware.common.CommonMiddleware"]
        settings.configure(ALLOWED_HOSTS=["*"], SECRET_KEY="tests", MIDDLEWARE=middleware, ROOT_URLCONF="unset")
        django.setup()


@contextlib.asynccontextmanager
async def _django(run: Any, handler: type, respond: Respond, streams: ResumableStreams) -> AsyncIterator[str]:
    from django.test.utils import override_settings
    from django.urls import clear_url_caches

    with override_settings(ROOT_URLCONF=DjangoUrls(respond, streams)):
        clear_url_caches()
        async with run(handler()) as url:
            yield url


def django_asgi(respond: Respond, streams: ResumableStreams) -> Any:
    _configure_django()
    from django.core.handlers.asgi import ASGIHandler

    return _django(run_asgi, ASGIHandler, respond, streams)


def django_wsgi(respond: Respond, streams: ResumableStreams) -> Any:
    _configure_django()
    from django.core.handlers.wsgi import WSGIHandler

    return _django(run_wsgi, WSGIHandler, respond, streams)


ASYNCHRONOUS = {"starlette": starlette, "fastapi": fastapi, "quart": quart, "aiohttp": aiohttp, "django": django_asgi}
SYNCHRONOUS = {"flask": flask, "django under WSGI": django_wsgi}
ALL = {**ASYNCHRONOUS, **SYNCHRONOUS}
