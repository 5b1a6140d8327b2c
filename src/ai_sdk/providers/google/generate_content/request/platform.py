"""What only one of the two APIs takes, the Gemini API or Vertex AI: warned about, and left out where it would fail.

Ports: @ai-sdk/google/src/google-language-model.ts
"""

from collections.abc import Sequence

from ai_sdk_generated.google.generate_content.options import GoogleLanguageModelOptions

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4CallOptions,
    LanguageModelV4ProviderTool,
    LanguageModelV4Tool,
    SharedV4Warning,
    SharedV4WarningOther,
    SharedV4WarningUnsupported,
)
from ai_sdk.provider_utils.json import dump_wire
from ai_sdk.providers.google.config import GoogleConfig
from ai_sdk.providers.google.model_catalog import GoogleLanguageModelEntry

__all__ = ["penalties", "platform_warnings", "read_image_config", "vertex_headers"]

_STREAMING_DOCUMENTATION = (
    "https://docs.cloud.google.com/vertex-ai/generative-ai/docs/multimodal/function-calling#streaming-fc"
)
_VERTEX_IMAGE_FIELDS = ("personGeneration", "prominentPeople", "imageOutputOptions")


def platform_warnings(
    config: GoogleConfig, tools: Sequence[LanguageModelV4Tool] | None, given: GoogleLanguageModelOptions
) -> list[SharedV4Warning]:
    """Return warnings about tools and options that the other API takes."""
    messages = [
        _service_tier_message(given) if config.is_vertex else _rag_store_message(config, tools),
        None if config.is_vertex or not given.stream_function_call_arguments else _streaming_message(config),
        None if config.is_vertex or not (given.shared_request_type or given.request_type) else _paygo_message(config),
    ]
    return [SharedV4WarningOther(message=message) for message in messages if message is not None]


def _rag_store_message(config: GoogleConfig, tools: Sequence[LanguageModelV4Tool] | None) -> str | None:
    ids = {tool.id for tool in tools or () if isinstance(tool, LanguageModelV4ProviderTool)}
    if "google.vertex_rag_store" not in ids:
        return None
    return (
        "The 'vertex_rag_store' tool is only supported with the Google Vertex provider "
        "and might not be supported or could behave unexpectedly with the current Google provider "
        f"({config.provider})."
    )


def _streaming_message(config: GoogleConfig) -> str:
    return (
        "'streamFunctionCallArguments' is only supported on the Vertex AI API "
        f"and will be ignored with the current Google provider ({config.provider}). See {_STREAMING_DOCUMENTATION}"
    )


def _service_tier_message(given: GoogleLanguageModelOptions) -> str | None:
    if given.service_tier is None:
        return None
    return (
        "'serviceTier' is a Gemini API option and is not supported on Vertex AI. "
        "Use 'sharedRequestType' (and optionally 'requestType') instead. See "
        "https://docs.cloud.google.com/vertex-ai/generative-ai/docs/priority-paygo"
    )


def _paygo_message(config: GoogleConfig) -> str:
    return (
        "'sharedRequestType' and 'requestType' are Vertex AI options and "
        f"are ignored with the current Google provider ({config.provider})."
    )


def vertex_headers(config: GoogleConfig, given: GoogleLanguageModelOptions) -> dict[str, str | None]:
    """Return the headers that choose how Vertex AI bills a request."""
    headers = {
        "X-Vertex-AI-LLM-Shared-Request-Type": given.shared_request_type,
        "X-Vertex-AI-LLM-Request-Type": given.request_type,
    }
    return {name: value for name, value in headers.items() if config.is_vertex and value is not None}


def read_image_config(
    config: GoogleConfig, given: GoogleLanguageModelOptions, warnings: list[SharedV4Warning]
) -> JSONObject | None:
    """Return the image options, without those that the Gemini API refuses."""
    if given.image_config is None:
        return None
    image_config: JSONObject = dump_wire(given.image_config)
    dropped = [f"'imageConfig.{name}'" for name in _VERTEX_IMAGE_FIELDS if image_config.get(name) is not None]
    if config.is_vertex or not dropped:
        return image_config
    verb = "is a Vertex AI option and is" if len(dropped) == 1 else "are Vertex AI options and are"
    message = f"{', '.join(dropped)} {verb} ignored with the current Google provider ({config.provider})."
    warnings.append(SharedV4WarningOther(message=message))
    return {name: value for name, value in image_config.items() if name not in _VERTEX_IMAGE_FIELDS}


def penalties(
    config: GoogleConfig,
    options: LanguageModelV4CallOptions,
    entry: GoogleLanguageModelEntry,
    warnings: list[SharedV4Warning],
) -> JSONObject:
    """Return the penalties as far as the API takes them for this model; `None` is not sent."""
    asked = {"frequencyPenalty": options.frequency_penalty, "presencePenalty": options.presence_penalty}
    if config.is_vertex or not entry.penalties_need_vertex:
        return asked
    warnings += [SharedV4WarningUnsupported(feature=name) for name, value in asked.items() if value is not None]
    return {}
