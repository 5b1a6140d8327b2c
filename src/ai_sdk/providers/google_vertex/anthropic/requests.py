"""Anthropic's requests as Vertex AI wants them: the version in the body, labels in a header.

Ports: @ai-sdk/google-vertex/src/anthropic/google-vertex-anthropic-provider.ts
Ports: @ai-sdk/google-vertex/src/anthropic/google-vertex-anthropic-options.ts
"""

import re
from collections.abc import Collection, Mapping

from ai_sdk_generated.google_vertex.anthropic.options import GoogleVertexAnthropicProviderOptions

from ai_sdk.provider import JSONObject
from ai_sdk.provider_utils.base64 import convert_to_base64
from ai_sdk.provider_utils.json import stringify
from ai_sdk.provider_utils.provider_options import parse_provider_options

__all__ = ["request_path", "supports_native_structured_output", "transform_request_body", "transform_request_headers"]

_LABELS = "x-vertex-ai-labels"
_VERSIONED = re.compile(r"claude-[a-z]+-([0-9]+)(?:-([0-9]+))?(?:@|\Z)")
_FIRST_WITH_STRUCTURED_OUTPUT = (4, 5)


def request_path(model_id: str, stream: bool) -> str:  # noqa: FBT001 - the hook is called by position
    """Return the path of a model: it, not the body, names the model."""
    return f"/{model_id}:{'streamRawPredict' if stream else 'rawPredict'}"


def transform_request_body(body: JSONObject, betas: Collection[str]) -> JSONObject:
    """Return the body without the model and with the version of the interface."""
    del betas
    rest = {name: value for name, value in body.items() if name != "model"}
    return {**rest, "anthropic_version": "vertex-2023-10-16"}


async def transform_request_headers(
    headers: dict[str, str | None], provider_options: dict[str, JSONObject] | None
) -> Mapping[str, str | None]:
    """Return the headers with the labels of the provider options, unless the caller sent some as a header."""
    given = parse_provider_options("vertex", provider_options, GoogleVertexAnthropicProviderOptions)
    labels = None if given is None else given.labels
    if labels is None or any(name.lower() == _LABELS and value is not None for name, value in headers.items()):
        return headers
    return {**headers, _LABELS: convert_to_base64(stringify(labels).encode())}


def supports_native_structured_output(model_id: str) -> bool:
    """Whether a model is Claude 4.5 or newer.

    >>> [supports_native_structured_output(model_id) for model_id in ("claude-opus-4-5@20251101", "claude-opus-4@1")]
    [True, False]
    """
    version = _VERSIONED.match(model_id)
    return version is not None and (int(version[1]), int(version[2] or 0)) >= _FIRST_WITH_STRUCTURED_OUTPUT
