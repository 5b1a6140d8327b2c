"""The base of providers of local servers: where they listen, what they are asked for, and who is to be started."""

import os
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, TypedDict, Unpack

from ai_sdk.provider_utils.generate_id import IdGenerator
from ai_sdk.provider_utils.headers import Headers
from ai_sdk.provider_utils.model_config import ModelConfig
from ai_sdk.provider_utils.resolve import Resolvable, resolve
from ai_sdk.provider_utils.settings import load_optional_setting, validate_base_url, without_trailing_slash
from ai_sdk.provider_utils.transport import HttpClient, Transport
from ai_sdk.providers.local.server import LocalServer
from ai_sdk.providers.openai_compatible.dialect_provider import TextDialectProvider

if TYPE_CHECKING:
    from ai_sdk.provider import AbortSignal
    from ai_sdk.providers.local.models import LocalModel
    from ai_sdk.providers.openai_compatible.chat.dialect import ChatDialect
    from ai_sdk.providers.openai_compatible.completion.dialect import CompletionDialect

__all__ = ["LocalProvider", "LocalSettings"]


class LocalSettings(TypedDict, total=False):
    """The settings of a local server, each of which may be left out."""

    base_url: str | None
    """Where its paths begin, `/v1` included."""
    api_key: Resolvable[str | None]
    """A key, for a server that was started with one: a value, or a function that is asked at each request."""
    headers: Resolvable[Headers | None]
    """Further headers: values, or a function that is asked at each request."""
    http_client: HttpClient | None
    """An `httpx.AsyncClient` or a transport."""
    generate_id: IdGenerator
    """Names tool calls that have no id."""


class LocalProvider(TextDialectProvider):
    """Makes chat, completion and embedding models of a local server, and lists those that it has."""

    server: ClassVar[LocalServer]

    def __init__(self, **settings: Unpack[LocalSettings]) -> None:
        super().__init__(**settings)

    @property
    def base_url(self) -> str:
        """Where requests go: the argument, else the environment's, else the server's usual place.

        Raises `InvalidArgumentError` when it is blank.
        """
        if self._base_url is not None:
            return without_trailing_slash(validate_base_url(self._base_url) or "")
        address = os.environ.get(self.server.address_variable)
        return self.definition.base_url if address is None else self.read_address(address)

    def read_address(self, address: str) -> str:
        """Return the base URL that the environment's variable means; raises `InvalidArgumentError` when it is none."""
        return without_trailing_slash(validate_base_url(address) or "")

    async def auth_headers(self) -> dict[str, str | None]:
        """Return the header that carries the key; none when there is no key."""
        given, variable = await resolve(self._api_key), self.server.key_variable
        if given is None and variable is not None:
            given = load_optional_setting(setting_value=None, environment_variable_name=variable)
        return {"Authorization": f"Bearer {given}"} if given else {}

    def config(self, surface: str) -> ModelConfig:
        """Return what a model of one surface needs to know."""
        return replace(super().config(surface), transport=self._transport)

    def _transport(self) -> Transport:
        from ai_sdk.providers.local.transport import LocalTransport

        return LocalTransport(self._clients.transport(), self.server)

    def chat_dialect(self, model_id: str) -> "ChatDialect":
        """Return how chat completions differ from OpenAI's."""
        from ai_sdk.providers.local.dialect import LOCAL_DIALECT

        del model_id
        return LOCAL_DIALECT

    def completion_dialect(self) -> "CompletionDialect":
        """Return how text completions differ from OpenAI's."""
        from ai_sdk.providers.local.dialect import LOCAL_ERROR_STRUCTURE
        from ai_sdk.providers.openai_compatible.completion.dialect import CompletionDialect

        return CompletionDialect(include_usage=True, error_structure=LOCAL_ERROR_STRUCTURE)

    async def list_models(
        self, *, headers: Headers | None = None, abort_signal: "AbortSignal | None" = None
    ) -> "list[LocalModel]":
        """Return the models that the server has; raises `APICallError` when it cannot be asked."""
        from ai_sdk.providers.local.models import list_models

        return await list_models(self.config("models"), headers=headers, abort_signal=abort_signal)
