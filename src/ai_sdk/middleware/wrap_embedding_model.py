"""Puts middleware around an embedding model.

Ports: ai/src/middleware/wrap-embedding-model.ts
"""

from collections.abc import Awaitable, Sequence
from functools import partial
from typing import Literal

from ai_sdk.middleware.embedding_model_middleware import EmbeddingModelMiddleware
from ai_sdk.middleware.overrides import innermost_first, override, settle
from ai_sdk.model.embedding_capabilities import (
    get_embedding_model_max_input_bytes_per_call,
    get_embedding_model_provider_options_transformer,
)
from ai_sdk.model.resolve_model import resolve_embedding_model
from ai_sdk.provider import (
    EmbeddingModelV4,
    EmbeddingModelV4CallOptions,
    EmbeddingModelV4Result,
    EmbeddingModelV4TransformOptions,
    EmbeddingModelV4WrapOptions,
)
from ai_sdk.provider_utils.embedding_model_capabilities import EmbeddingModelProviderOptionsTransformer

__all__ = ["wrap_embedding_model"]


def wrap_embedding_model(
    *,
    model: EmbeddingModelV4,
    middleware: EmbeddingModelMiddleware | Sequence[EmbeddingModelMiddleware],
    model_id: str | None = None,
    provider_id: str | None = None,
) -> EmbeddingModelV4:
    """Return a model that calls `model` through `middleware`.

    Of several, the first transforms the call first and the last stands directly around the model. `model_id` and
    `provider_id` rename the model. Raises `UnsupportedModelVersionError` for a model of another specification.

    >>> from ai_sdk.provider import EmbeddingModelV4Middleware
    >>> from ai_sdk.providers.openai import openai
    >>> model = openai.embedding("text-embedding-3-small")
    >>> smaller = EmbeddingModelV4Middleware(override_max_embeddings_per_call=lambda model: 16)
    >>> wrap_embedding_model(model=model, middleware=smaller).max_embeddings_per_call
    16
    """
    wrapped = resolve_embedding_model(model)
    for layer in innermost_first(middleware):
        wrapped = _WrappedEmbeddingModel(wrapped, layer, model_id, provider_id)
    return wrapped


class _WrappedEmbeddingModel:
    specification_version: Literal["v4"] = "v4"

    def __init__(
        self,
        model: EmbeddingModelV4,
        middleware: EmbeddingModelMiddleware,
        model_id: str | None,
        provider_id: str | None,
    ) -> None:
        self.provider: str = override(middleware, "provider", model) if provider_id is None else provider_id
        self.model_id: str = override(middleware, "model_id", model) if model_id is None else model_id
        self._model = model
        self._middleware = middleware

    @property
    def max_embeddings_per_call(self) -> int | Awaitable[int | None] | None:
        limit: int | Awaitable[int | None] | None = override(self._middleware, "max_embeddings_per_call", self._model)
        return limit

    @property
    def supports_parallel_calls(self) -> bool | Awaitable[bool]:
        supported: bool | Awaitable[bool] = override(self._middleware, "supports_parallel_calls", self._model)
        return supported

    @property
    def max_input_bytes_per_call(self) -> int | Awaitable[int | None] | None:
        return get_embedding_model_max_input_bytes_per_call(self._model)

    @property
    def transform_provider_options(self) -> EmbeddingModelProviderOptionsTransformer | None:
        return get_embedding_model_provider_options_transformer(self._model)

    async def do_embed(self, options: EmbeddingModelV4CallOptions) -> EmbeddingModelV4Result:
        params = await self._transform(options)
        wrap = getattr(self._middleware, "wrap_embed", None)
        do_embed = partial(self._model.do_embed, params)
        if wrap is None:
            return await do_embed()
        return await settle(wrap(EmbeddingModelV4WrapOptions(do_embed=do_embed, params=params, model=self._model)))

    async def _transform(self, params: EmbeddingModelV4CallOptions) -> EmbeddingModelV4CallOptions:
        transform = getattr(self._middleware, "transform_params", None)
        if transform is None:
            return params
        return await settle(transform(EmbeddingModelV4TransformOptions(params=params, model=self._model)))
