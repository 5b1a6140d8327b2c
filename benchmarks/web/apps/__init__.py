"""The backends that are measured, each importing nothing but its own library.

Each answers `POST /api/chat/{model}`, a request of `useChat`, with the words of that model as a UI message stream.
"""

from importlib import import_module
from typing import Any

__all__ = ["APPS", "LABELS", "make_app"]

APPS = {
    "floor": "floor:make_httpx_floor",
    "floor-aiohttp": "floor:make_aiohttp_floor",
    "sdk": "sdk:make_app",
    "sdk-aiohttp": "sdk:make_app_over_aiohttp",
    "pydantic-ai": "pydantic_ai_adapter:make_app",
}
"""Where the backend of each name is: a module of this package, and a function that is called with the model's URL."""

LABELS = {
    "floor": "Starlette + httpx by hand (floor)",
    "floor-aiohttp": "Starlette + aiohttp by hand",
    "sdk": "this library, FastAPI",
    "sdk-aiohttp": "the same, aiohttp transport",
    "pydantic-ai": "pydantic-ai's Vercel AI adapter, FastAPI",
}


def make_app(name: str, url: str) -> Any:
    """Return the ASGI application of that name, talking to the model server at `url`."""
    module, _, function = APPS[name].partition(":")
    return getattr(import_module(f"{__name__}.{module}"), function)(url)
