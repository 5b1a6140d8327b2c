"""The Hugging Face provider: its facts and its models.

Ports: @ai-sdk/huggingface/src/huggingface-provider.ts, @ai-sdk/huggingface/src/huggingface-config.ts
"""

from typing import TYPE_CHECKING, NoReturn

from ai_sdk.provider import NoSuchModelError
from ai_sdk.provider_utils.generate_id import IdGenerator, generate_id
from ai_sdk.provider_utils.headers import Headers
from ai_sdk.provider_utils.provider import ApiKey, Provider, ProviderDefinition
from ai_sdk.provider_utils.resolve import Resolvable
from ai_sdk.provider_utils.transport import HttpClient

if TYPE_CHECKING:
    from ai_sdk_generated.huggingface.responses.model_ids import HuggingFaceResponsesModelId

    from ai_sdk.providers.huggingface.responses.model import HuggingFaceResponsesLanguageModel

__all__ = ["HuggingFaceProvider", "create_huggingface", "huggingface"]

_NO_EMBEDDINGS = (
    "Hugging Face Responses API does not support text embeddings. "
    "Use the Hugging Face Inference API directly for embeddings."
)
_NO_IMAGES = (
    "Hugging Face Responses API does not support image generation. "
    "Use the Hugging Face Inference API directly for image models."
)


class HuggingFaceProvider(Provider):
    """Makes models on the Hugging Face router; calling it with a model id makes a language model.

    >>> create_huggingface(api_key="key")("Qwen/Qwen3-32B").provider
    'huggingface.responses'
    """

    definition = ProviderDefinition(
        name="huggingface",
        base_url="https://router.huggingface.co/v1",
        api_key=ApiKey(env="HUGGINGFACE_API_KEY", description="Hugging Face"),
    )

    def __call__(self, model_id: "HuggingFaceResponsesModelId") -> "HuggingFaceResponsesLanguageModel":
        """Return a language model."""
        return self.responses(model_id)

    def language_model(self, model_id: "HuggingFaceResponsesModelId") -> "HuggingFaceResponsesLanguageModel":
        """Return a language model."""
        return self.responses(model_id)

    def responses(self, model_id: "HuggingFaceResponsesModelId") -> "HuggingFaceResponsesLanguageModel":
        """Return a language model."""
        from ai_sdk.providers.huggingface.responses.model import HuggingFaceResponsesLanguageModel

        return HuggingFaceResponsesLanguageModel(model_id, self.config("responses"))

    def embedding_model(self, model_id: str) -> NoReturn:
        """Raise `NoSuchModelError`: the router has no embeddings."""
        raise NoSuchModelError(_NO_EMBEDDINGS, model_id=model_id, model_type="embeddingModel")

    def image_model(self, model_id: str) -> NoReturn:
        """Raise `NoSuchModelError`: the router has no images."""
        raise NoSuchModelError(_NO_IMAGES, model_id=model_id, model_type="imageModel")


def create_huggingface(
    *,
    api_key: Resolvable[str | None] = None,
    base_url: str | None = None,
    headers: Resolvable[Headers | None] = None,
    http_client: HttpClient | None = None,
    generate_id: IdGenerator = generate_id,
) -> HuggingFaceProvider:
    """Return a Hugging Face provider.

    `api_key` (else `HUGGINGFACE_API_KEY`) and `headers` may be values or functions, plain or async, that are asked at
    each request; `http_client` is an `httpx.AsyncClient` or a transport; `generate_id` names sources.
    """
    return HuggingFaceProvider(
        api_key=api_key, base_url=base_url, headers=headers, http_client=http_client, generate_id=generate_id
    )


huggingface = create_huggingface()
"""Hugging Face with the settings of the environment, which is read at the first request."""
