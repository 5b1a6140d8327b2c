"""The clients that are measured, each importing nothing but its own library."""

from importlib import import_module
from typing import Protocol

__all__ = ["CLIENTS", "Client", "make_client"]

CLIENTS = {
    "httpx": "raw_httpx:RawHttpx",
    "sdk": "provider_level:ProviderLevel",
    "sdk-aiohttp": "provider_level:ProviderLevelOverAiohttp",
    "core": "core:Core",
    "core-aiohttp": "core:CoreOverAiohttp",
    "openai": "openai_python:OpenAIPython",
    "pydantic-ai": "pydantic_ai_direct:PydanticAIDirect",
    "litellm": "litellm_module:LiteLLM",
}
"""Where the client of each name is: a module of this package, and a class that is called with the server's URL."""


class Client(Protocol):
    """What a client can do: one call, and one stream of what the model id asks for. Some have `embed()` too."""

    async def call(self) -> None:
        """Make a call and read its answer."""

    async def stream(self, model: str) -> int:
        """Read a stream and return how many pieces of text came."""

    async def aclose(self) -> None:
        """Close the connections."""


def make_client(name: str, url: str) -> Client:
    """Return the client of that name, talking to the server at `url`."""
    module, _, class_name = CLIENTS[name].partition(":")
    client: Client = getattr(import_module(f"{__name__}.{module}"), class_name)(url)
    return client
