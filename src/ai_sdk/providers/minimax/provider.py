"""The MiniMax provider: its facts, settings and models.

Ports: @ai-sdk/minimax/src/minimax-provider.ts, @ai-sdk/minimax/src/minimax-chat-options.ts
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from ai_sdk.provider_utils.generate_id import IdGenerator, generate_id
from ai_sdk.provider_utils.headers import Headers, with_user_agent_suffix
from ai_sdk.provider_utils.model_config import ModelConfig
from ai_sdk.provider_utils.provider import ApiKey, Provider, ProviderDefinition
from ai_sdk.provider_utils.resolve import Resolvable, resolve
from ai_sdk.provider_utils.settings import load_api_key, without_trailing_slash
from ai_sdk.provider_utils.transport import HttpClient
from ai_sdk.providers.anthropic.config import AnthropicConfig
from ai_sdk.version import VERSION

if TYPE_CHECKING:
    from ai_sdk_generated.minimax.chat.model_ids import MiniMaxChatModelId
    from ai_sdk_generated.minimax.video.model_ids import MiniMaxVideoModelId

    from ai_sdk.providers.anthropic.messages.model import AnthropicLanguageModel
    from ai_sdk.providers.minimax.video.model import MiniMaxVideoModel

__all__ = ["MiniMaxProvider", "create_minimax", "minimax"]

_VIDEO_URL = "https://api.minimax.io"
_VIDEO_KEY = ApiKey(env="MINIMAX_API_KEY", description="MiniMax API key")
_MESSAGES_KEY = replace(_VIDEO_KEY, header="x-api-key", prefix="")


class MiniMaxProvider(Provider):
    """Makes MiniMax models; calling it with a model id makes a language model.

    >>> create_minimax(api_key="key").video("MiniMax-H3").provider
    'minimax.video'
    """

    definition = ProviderDefinition(
        name="minimax", base_url="https://api.minimax.io/anthropic/v1", api_key=_MESSAGES_KEY
    )

    def __init__(
        self,
        *,
        api_key: Resolvable[str | None] = None,
        base_url: str | None = None,
        video_base_url: str | None = None,
        headers: Resolvable[Headers | None] = None,
        http_client: HttpClient | None = None,
        generate_id: IdGenerator = generate_id,
    ) -> None:
        super().__init__(
            api_key=api_key, base_url=base_url, headers=headers, http_client=http_client, generate_id=generate_id
        )
        self._video_base_url = without_trailing_slash(_VIDEO_URL if video_base_url is None else video_base_url)

    async def auth_headers(self) -> dict[str, str | None]:
        """Return the version of the Messages API and the key; raises `LoadAPIKeyError` when there is none."""
        return {"anthropic-version": "2023-06-01", **await super().auth_headers()}

    async def _video_headers(self) -> dict[str, str | None]:
        key = load_api_key(
            api_key=await resolve(self._api_key),
            environment_variable_name=_VIDEO_KEY.env,
            description=_VIDEO_KEY.description,
        )
        own = await resolve(self._headers)
        headers = {_VIDEO_KEY.header: f"{_VIDEO_KEY.prefix}{key}", **(own or {})}
        return {**with_user_agent_suffix(headers, f"ai-sdk-minimax/{VERSION}")}

    def language_model(self, model_id: "MiniMaxChatModelId") -> "AnthropicLanguageModel":
        """Return a language model; its provider options are those of Anthropic, under `minimax`."""
        from ai_sdk.providers.anthropic.messages.model import AnthropicLanguageModel

        config = AnthropicConfig(
            provider="minimax.messages",
            url=self.url(),
            headers=self.request_headers,
            transport=self._clients.transport,
            generate_id=self._generate_id,
            earlier_release=True,
        )
        return AnthropicLanguageModel(model_id, config)

    def chat(self, model_id: "MiniMaxChatModelId") -> "AnthropicLanguageModel":
        """Return a language model; its provider options are those of Anthropic, under `minimax`."""
        return self.language_model(model_id)

    def video_model(self, model_id: "MiniMaxVideoModelId") -> "MiniMaxVideoModel":
        """Return a model that makes videos."""
        from ai_sdk.providers.minimax.video.model import MiniMaxVideoModel

        base_url = self._video_base_url
        config = ModelConfig(
            provider="minimax.video",
            url=lambda path, _model_id: f"{base_url}{path}",
            headers=self._video_headers,
            transport=self._clients.transport,
            generate_id=self._generate_id,
        )
        return MiniMaxVideoModel(model_id, config)

    def video(self, model_id: "MiniMaxVideoModelId") -> "MiniMaxVideoModel":
        """Return a model that makes videos."""
        return self.video_model(model_id)


def create_minimax(
    *,
    api_key: Resolvable[str | None] = None,
    base_url: str | None = None,
    video_base_url: str | None = None,
    headers: Resolvable[Headers | None] = None,
    http_client: HttpClient | None = None,
    generate_id: IdGenerator = generate_id,
) -> MiniMaxProvider:
    """Return a MiniMax provider.

    `api_key` (else `MINIMAX_API_KEY`) and `headers` may be values or functions, plain or async, that are asked at each
    request. `base_url` is where language models are, `https://api.minimax.io/anthropic/v1` if not given;
    `video_base_url` is where videos are made, `https://api.minimax.io`. `http_client` is an `httpx.AsyncClient` or a
    transport; `generate_id` names sources and tool calls that have no id.
    """
    return MiniMaxProvider(
        api_key=api_key,
        base_url=base_url,
        video_base_url=video_base_url,
        headers=headers,
        http_client=http_client,
        generate_id=generate_id,
    )


minimax = create_minimax()
"""MiniMax with the settings of the environment, which is read at the first request."""
