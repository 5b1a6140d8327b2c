"""The Azure provider: OpenAI's models in a resource of one's own, and others that Azure hosts.

Ports: @ai-sdk/azure/src/azure-openai-provider.ts
"""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from ai_sdk.provider import InvalidArgumentError
from ai_sdk.provider_utils.generate_id import IdGenerator, generate_id
from ai_sdk.provider_utils.headers import Headers, with_user_agent_suffix
from ai_sdk.provider_utils.provider import ApiKey, Provider, ProviderDefinition
from ai_sdk.provider_utils.resolve import Resolvable, resolve
from ai_sdk.provider_utils.settings import load_api_key, without_trailing_slash
from ai_sdk.provider_utils.transport import HttpClient
from ai_sdk.providers.azure.url import AzureURL, get_resource_name
from ai_sdk.providers.openai.config import OpenAIConfig
from ai_sdk.version import VERSION

if TYPE_CHECKING:
    from ai_sdk.providers.azure.image import AzureImageModel
    from ai_sdk.providers.azure.language_models import (
        AzureChatLanguageModel,
        AzureCompletionLanguageModel,
        AzureResponsesLanguageModel,
    )
    from ai_sdk.providers.azure.transcription.model import AzureTranscriptionModel
    from ai_sdk.providers.deepseek.chat.model import DeepSeekChatLanguageModel
    from ai_sdk.providers.openai.embedding import OpenAIEmbeddingModel
    from ai_sdk.providers.openai.speech import OpenAISpeechModel

__all__ = ["AzureOpenAIProvider", "azure", "create_azure"]

TokenProvider = Callable[[], Awaitable[str] | str]
"""Gives an access token of Microsoft Entra ID; asked at each request, so it should keep the token while it is good."""

_OPENAI_KEY = ApiKey(env="AZURE_API_KEY", description="Azure OpenAI", header="api-key", prefix="")
_SPEECH_KEY = replace(_OPENAI_KEY, description="Azure Speech", header="Ocp-Apim-Subscription-Key")
_SPEECH_PATH = "/speechtotext/transcriptions:transcribe?api-version=2025-10-15"


class AzureOpenAIProvider(Provider):
    """Makes models of deployments; calling it with a deployment's name makes one on the Responses API.

    >>> create_azure(resource_name="mine", api_key="key")("my-deployment").provider
    'azure.responses'
    """

    definition = ProviderDefinition(name="azure", base_url="", api_key=_OPENAI_KEY)

    def __init__(
        self,
        *,
        resource_name: str | None = None,
        base_url: str | None = None,
        api_key: Resolvable[str | None] = None,
        token_provider: TokenProvider | None = None,
        headers: Resolvable[Headers | None] = None,
        api_version: str | None = None,
        use_deployment_based_urls: bool = False,
        speech_base_url: str | None = None,
        http_client: HttpClient | None = None,
        generate_id: IdGenerator = generate_id,
    ) -> None:
        if api_key and token_provider:
            raise InvalidArgumentError(
                "Both apiKey and tokenProvider were provided. Please use only one authentication method.",
                argument="apiKey/tokenProvider",
            )
        super().__init__(
            api_key=api_key, base_url=base_url, headers=headers, http_client=http_client, generate_id=generate_id
        )
        self._resource_name = resource_name
        self._token_provider = token_provider
        self._speech_base_url = speech_base_url
        self._url = AzureURL(
            base_url=base_url,
            resource_name=resource_name,
            api_version=api_version,
            use_deployments=use_deployment_based_urls,
        )

    @property
    def base_url(self) -> str:
        """What URLs begin with; raises `LoadSettingError` when there is neither a base URL nor a resource."""
        return self._url.prefix()

    def url(self) -> Callable[[str, str], str]:
        """Return the function from path and deployment to the URL."""
        return self._url

    async def request_headers(self, key: ApiKey = _OPENAI_KEY) -> dict[str, str | None]:
        """Return the headers of a request. A token is not asked for when the caller's headers hold one.

        Raises `LoadAPIKeyError` when there is neither a key nor a token provider.
        """
        own = await resolve(self._headers)
        headers = {**await self._key_header(key), **(own or {})}
        sent: dict[str, str | None] = {**with_user_agent_suffix(headers, f"ai-sdk-azure/{VERSION}")}
        if self._token_provider is not None and sent.get("authorization") is None:
            sent["authorization"] = f"Bearer {await resolve(self._token_provider)}"
        return sent

    async def _key_header(self, key: ApiKey) -> dict[str, str | None]:
        if self._token_provider is not None:
            return {}
        given = await resolve(self._api_key)
        loaded = load_api_key(api_key=given, environment_variable_name=key.env, description=key.description)
        return {key.header: loaded}

    def config(self, surface: str, **hooks: Any) -> OpenAIConfig:
        """Return what a model of one surface needs to know; `hooks` are further fields of `OpenAIConfig`."""
        return OpenAIConfig(
            provider=f"azure.{surface}",
            url=self.url(),
            headers=self.request_headers,
            transport=self._clients.transport,
            generate_id=self._generate_id,
            **hooks,
        )

    def language_model(self, deployment_id: str) -> "AzureResponsesLanguageModel":
        """Return a language model on the Responses API."""
        return self.responses(deployment_id)

    def responses(self, deployment_id: str) -> "AzureResponsesLanguageModel":
        """Return a language model on the Responses API."""
        from ai_sdk.providers.azure.language_models import AzureResponsesLanguageModel

        config = self.config(
            "responses",
            explicit_message_item_type=self._url.is_foundry_project,
            file_id_prefixes=("assistant-",),
        )
        return AzureResponsesLanguageModel(deployment_id, config)

    def chat(self, deployment_id: str) -> "AzureChatLanguageModel":
        """Return a language model on the Chat Completions API."""
        from ai_sdk.providers.azure.language_models import AzureChatLanguageModel

        return AzureChatLanguageModel(deployment_id, self.config("chat"))

    def deepseek(self, deployment_id: str) -> "DeepSeekChatLanguageModel":
        """Return a DeepSeek model that Azure hosts."""
        from ai_sdk.providers.deepseek.chat.config import DeepSeekChatConfig
        from ai_sdk.providers.deepseek.chat.model import DeepSeekChatLanguageModel

        # Thinking is left out: with it and a demand for JSON, Azure puts the JSON into the reasoning.
        config = DeepSeekChatConfig(
            provider="azure.deepseek",
            url=self.url(),
            headers=self.request_headers,
            transport=self._clients.transport,
            generate_id=self._generate_id,
            supports_penalty_sampling=True,
            supports_thinking=False,
            supports_structured_outputs=True,
        )
        return DeepSeekChatLanguageModel(deployment_id, config)

    def completion(self, deployment_id: str) -> "AzureCompletionLanguageModel":
        """Return a language model on the older Completions API, which continues a text."""
        from ai_sdk.providers.azure.language_models import AzureCompletionLanguageModel

        return AzureCompletionLanguageModel(deployment_id, self.config("completion"))

    def embedding_model(self, deployment_id: str) -> "OpenAIEmbeddingModel":
        """Return a model for text embeddings."""
        from ai_sdk.providers.openai.embedding import OpenAIEmbeddingModel

        return OpenAIEmbeddingModel(deployment_id, self.config("embeddings"))

    def embedding(self, deployment_id: str) -> "OpenAIEmbeddingModel":
        """Return a model for text embeddings."""
        return self.embedding_model(deployment_id)

    def text_embedding(self, deployment_id: str) -> "OpenAIEmbeddingModel":
        """Return a model for text embeddings, by its older name."""
        return self.embedding_model(deployment_id)

    def image_model(self, deployment_id: str) -> "AzureImageModel":
        """Return a model that makes and edits images."""
        from ai_sdk.providers.azure.image import AzureImageModel

        return AzureImageModel(deployment_id, self.config("image"))

    def image(self, deployment_id: str) -> "AzureImageModel":
        """Return a model that makes and edits images."""
        return self.image_model(deployment_id)

    def transcription_model(self, deployment_id: str) -> "AzureTranscriptionModel":
        """Return a model that turns speech into text: MAI-Transcribe-2 of Azure Speech, or one of OpenAI."""
        from ai_sdk.providers.azure.transcription.model import AzureTranscriptionModel
        from ai_sdk.providers.azure.transcription.speech import AzureSpeechTranscriptionModel
        from ai_sdk.providers.openai.transcription.model import OpenAITranscriptionModel

        config = self.config("transcription")
        speech = replace(config, url=self._speech_url, headers=partial(self.request_headers, _SPEECH_KEY))
        return AzureTranscriptionModel(
            deployment_id,
            OpenAITranscriptionModel(deployment_id, config),
            AzureSpeechTranscriptionModel(deployment_id, speech),
        )

    def transcription(self, deployment_id: str) -> "AzureTranscriptionModel":
        """Return a model that turns speech into text: MAI-Transcribe-2 of Azure Speech, or one of OpenAI."""
        return self.transcription_model(deployment_id)

    def speech(self, deployment_id: str) -> "OpenAISpeechModel":
        """Return a model that turns text into speech."""
        from ai_sdk.providers.openai.speech import OpenAISpeechModel

        return OpenAISpeechModel(deployment_id, self.config("speech"))

    @property
    def tools(self) -> Any:
        """The tools of OpenAI that Azure has, as factories: `azure.tools.web_search_preview()`."""
        import ai_sdk.providers.azure.tools as azure_tools

        return azure_tools

    def _speech_url(self, path: str, _model_id: str) -> str:
        if self._speech_base_url is None:
            base = f"https://{get_resource_name(self._resource_name)}.cognitiveservices.azure.com"
        else:
            base = without_trailing_slash(self._speech_base_url)
        return f"{base}{_SPEECH_PATH}{path}"


def create_azure(
    *,
    resource_name: str | None = None,
    base_url: str | None = None,
    api_key: Resolvable[str | None] = None,
    token_provider: TokenProvider | None = None,
    headers: Resolvable[Headers | None] = None,
    api_version: str | None = None,
    use_deployment_based_urls: bool = False,
    speech_base_url: str | None = None,
    http_client: HttpClient | None = None,
    generate_id: IdGenerator = generate_id,
) -> AzureOpenAIProvider:
    """Return an Azure provider; raises `InvalidArgumentError` when given both a key and a token provider.

    - `resource_name` (else `AZURE_RESOURCE_NAME`) makes the URL `https://{resource_name}.openai.azure.com/openai`;
      `base_url` replaces it, by a gateway's for example. `/v1` is added for Azure's hosts that do not have it.
    - `api_key` (else `AZURE_API_KEY`) and `headers` may be values or functions, plain or async, that are asked at each
      request; `token_provider` gives Entra ID tokens instead of a key, as
      `azure.identity.get_bearer_token_provider(...)` does.
    - `api_version` is sent as `api-version`, else `v1`; `use_deployment_based_urls` puts `/deployments/{id}` into URLs.
    - `speech_base_url` is where MAI-Transcribe-2 is, else the resource's own host.
    - `http_client` is an `httpx.AsyncClient` or a transport; `generate_id` names tool calls that have no id.
    """
    return AzureOpenAIProvider(
        resource_name=resource_name,
        base_url=base_url,
        api_key=api_key,
        token_provider=token_provider,
        headers=headers,
        api_version=api_version,
        use_deployment_based_urls=use_deployment_based_urls,
        speech_base_url=speech_base_url,
        http_client=http_client,
        generate_id=generate_id,
    )


azure = create_azure()
"""Azure with the settings of the environment, which is read at the first request."""
