"""The provider for any API that speaks as OpenAI's does: its settings and its models.

Ports: @ai-sdk/openai-compatible/src/openai-compatible-provider.ts
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from pydantic_core import Url

from ai_sdk.provider_utils.generate_id import IdGenerator, generate_id
from ai_sdk.provider_utils.headers import Headers
from ai_sdk.provider_utils.provider import Provider, ProviderDefinition
from ai_sdk.provider_utils.resolve import Resolvable, resolve
from ai_sdk.provider_utils.search_params import encode_search_params
from ai_sdk.provider_utils.transport import HttpClient

if TYPE_CHECKING:
    from ai_sdk.provider import SupportedUrls
    from ai_sdk.providers.openai_compatible.chat.dialect import (
        ChatDialect,
        ConvertUsage,
        MapReasoning,
        TransformRequestBody,
    )
    from ai_sdk.providers.openai_compatible.chat.metadata_extractor import MetadataExtractor
    from ai_sdk.providers.openai_compatible.chat.model import OpenAICompatibleChatLanguageModel
    from ai_sdk.providers.openai_compatible.completion.model import OpenAICompatibleCompletionLanguageModel
    from ai_sdk.providers.openai_compatible.embedding import OpenAICompatibleEmbeddingModel
    from ai_sdk.providers.openai_compatible.errors import ErrorStructure
    from ai_sdk.providers.openai_compatible.image import OpenAICompatibleImageModel

__all__ = ["OpenAICompatibleProvider", "create_openai_compatible"]


class OpenAICompatibleProvider(Provider):
    """Makes models of an API that its user names; calling it with a model id makes a chat model."""

    definition = ProviderDefinition(name="openai-compatible", base_url="")

    def __init__(
        self,
        *,
        base_url: str,
        name: str,
        api_key: Resolvable[str | None] = None,
        headers: Resolvable[Headers | None] = None,
        query_params: Mapping[str, str] | None = None,
        chat: "ChatDialect | None" = None,
        http_client: HttpClient | None = None,
        generate_id: IdGenerator = generate_id,
    ) -> None:
        super().__init__(
            api_key=api_key, base_url=base_url, headers=headers, http_client=http_client, generate_id=generate_id
        )
        self._name = name
        self._query_params = query_params
        self._dialect = chat

    @property
    def name(self) -> str:
        """The name that its user gave it; provider options and metadata are found under it."""
        return self._name

    @property
    def _chat(self) -> "ChatDialect":
        if self._dialect is None:
            from ai_sdk.providers.openai_compatible.chat.dialect import ChatDialect

            self._dialect = ChatDialect()
        return self._dialect

    def url(self) -> Callable[[str, str], str]:
        """Return the function from path and model id to the URL, its query made of the query parameters."""
        base_url = self.base_url
        given = self._query_params
        query = None if given is None else encode_search_params((name, str(value)) for name, value in given.items())
        return lambda path, _model_id: _with_query(f"{base_url}{path}", query)

    async def auth_headers(self) -> dict[str, str | None]:
        """Return the header that carries the key; none without a key, as nothing is read from the environment."""
        key = await resolve(self._api_key)
        return {"Authorization": f"Bearer {key}"} if key else {}

    def __call__(self, model_id: str) -> "OpenAICompatibleChatLanguageModel":
        """Return a chat model."""
        return self.chat_model(model_id)

    def language_model(self, model_id: str) -> "OpenAICompatibleChatLanguageModel":
        """Return a chat model."""
        return self.chat_model(model_id)

    def chat_model(self, model_id: str) -> "OpenAICompatibleChatLanguageModel":
        """Return a chat model."""
        from ai_sdk.providers.openai_compatible.chat.model import OpenAICompatibleChatLanguageModel

        return OpenAICompatibleChatLanguageModel(model_id, self.config("chat"), self._chat)

    def completion_model(self, model_id: str) -> "OpenAICompatibleCompletionLanguageModel":
        """Return a model that continues a text."""
        from ai_sdk.providers.openai_compatible.completion.dialect import CompletionDialect
        from ai_sdk.providers.openai_compatible.completion.model import OpenAICompatibleCompletionLanguageModel

        dialect = CompletionDialect(include_usage=self._chat.include_usage, error_structure=self._chat.error_structure)
        return OpenAICompatibleCompletionLanguageModel(model_id, self.config("completion"), dialect)

    def embedding_model(self, model_id: str) -> "OpenAICompatibleEmbeddingModel":
        """Return a model for text embeddings."""
        from ai_sdk.providers.openai_compatible.embedding import OpenAICompatibleEmbeddingModel

        return OpenAICompatibleEmbeddingModel(
            model_id, self.config("embedding"), error_structure=self._chat.error_structure
        )

    def image_model(self, model_id: str) -> "OpenAICompatibleImageModel":
        """Return a model that makes and edits images."""
        from ai_sdk.providers.openai_compatible.image import OpenAICompatibleImageModel

        return OpenAICompatibleImageModel(model_id, self.config("image"), error_structure=self._chat.error_structure)


@lru_cache(maxsize=128)
def _with_query(url: str, query: str | None) -> str:
    normalized = str(Url(url))
    if query is None:
        return normalized
    location = normalized.partition("#")[0].partition("?")[0]
    return f"{location}?{query}" if query else location


def create_openai_compatible(
    *,
    base_url: str,
    name: str,
    api_key: Resolvable[str | None] = None,
    headers: Resolvable[Headers | None] = None,
    query_params: Mapping[str, str] | None = None,
    http_client: HttpClient | None = None,
    include_usage: bool = False,
    supports_structured_outputs: bool = False,
    supports_multi_part_tool_content: bool = False,
    supported_urls: "Callable[[], SupportedUrls] | None" = None,
    error_structure: "ErrorStructure | None" = None,
    metadata_extractor: "MetadataExtractor | None" = None,
    transform_request_body: "TransformRequestBody | None" = None,
    map_reasoning: "MapReasoning | None" = None,
    convert_usage: "ConvertUsage | None" = None,
    generate_id: IdGenerator = generate_id,
) -> OpenAICompatibleProvider:
    """Return a provider for an API that speaks as OpenAI's does.

    `name` is the provider's, `base_url` where its paths begin. `api_key` and `headers` may be values or functions,
    plain or async, that are asked at each request; `query_params` are added to each URL; `http_client` is an
    `httpx.AsyncClient` or a transport; `generate_id` names tool calls that have no id. The other settings are the
    fields of `ChatDialect`, which says what they mean.

    >>> acme = create_openai_compatible(name="acme", base_url="https://llm.acme.example/v1", api_key="key")
    >>> acme("some-model").provider
    'acme.chat'
    """
    from ai_sdk.providers.openai_compatible.chat.dialect import ChatDialect
    from ai_sdk.providers.openai_compatible.errors import DEFAULT_OPENAI_COMPATIBLE_ERROR_STRUCTURE

    dialect = ChatDialect(
        include_usage=include_usage,
        supports_structured_outputs=supports_structured_outputs,
        supports_multi_part_tool_content=supports_multi_part_tool_content,
        supported_urls=supported_urls,
        error_structure=error_structure or DEFAULT_OPENAI_COMPATIBLE_ERROR_STRUCTURE,
        metadata_extractor=metadata_extractor,
        transform_request_body=transform_request_body,
        map_reasoning=map_reasoning,
        convert_usage=convert_usage,
    )
    return OpenAICompatibleProvider(
        base_url=base_url,
        name=name,
        api_key=api_key,
        headers=headers,
        query_params=query_params,
        chat=dialect,
        http_client=http_client,
        generate_id=generate_id,
    )
