"""The body of a language model call: the call options themselves, with files as base64."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ai_sdk.provider import JSONObject, LanguageModelV4CallOptions
from ai_sdk.provider.codec import dump
from ai_sdk.provider_utils.base64 import convert_to_base64
from ai_sdk.providers.gateway.provider_options import write_provider_options

__all__ = ["build_body", "model_headers"]


def model_headers(model_id: str, *, streaming: bool) -> dict[str, str | None]:
    """Return the headers that name the model and the kind of answer."""
    return {
        "ai-language-model-specification-version": "4",
        "ai-language-model-id": model_id,
        "ai-language-model-streaming": "true" if streaming else "false",
    }


def build_body(options: LanguageModelV4CallOptions) -> JSONObject:
    """Return the call options as JSON; the abort signal stays here."""
    body: JSONObject = dump(replace(options, abort_signal=None, headers=None, provider_options=None))
    if options.headers is not None:
        body["headers"] = {name: value for name, value in options.headers.items() if value is not None}
    if options.provider_options is not None:
        body["providerOptions"] = write_provider_options(options.provider_options)
    for file in _files(body["prompt"]):
        if file["data"]["type"] == "data":
            file["data"]["data"] = convert_to_base64(file["data"]["data"])
    return body


def _files(prompt: list[Any]) -> Iterator[Any]:
    parts = (part for message in prompt if isinstance(message["content"], list) for part in message["content"])
    for part in parts:
        if part["type"] in {"file", "reasoning-file"}:
            yield part
        elif part["type"] == "tool-result" and part["output"]["type"] == "content":
            yield from (item for item in part["output"]["value"] if item["type"] == "file")
