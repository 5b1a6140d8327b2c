"""The body of a chat request to Perplexity.

Ports: @ai-sdk/perplexity/src/perplexity-language-model.ts
Ports: @ai-sdk/perplexity/src/perplexity-language-model-options.ts
"""

from ai_sdk_generated.perplexity.chat.options import PerplexityLanguageModelOptions

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4CallOptions,
    LanguageModelV4ResponseFormatJson,
    SharedV4Warning,
    SharedV4WarningUnsupported,
)
from ai_sdk.provider_utils.http_language_model import PreparedRequest
from ai_sdk.provider_utils.json import dump_wire, omit_none
from ai_sdk.provider_utils.map_reasoning_to_provider import is_custom_reasoning
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.providers.perplexity.chat.messages import convert_to_perplexity_messages

__all__ = ["build_request"]


def build_request(model_id: str, options: LanguageModelV4CallOptions) -> PreparedRequest:
    """Turn call options into a body and warnings; provider options go into the body, the unknown ones as they are.

    Raises `InvalidArgumentError` for options that do not fit, `UnsupportedFunctionalityError` for messages and files
    that Perplexity does not take.
    """
    settings = parse_provider_options("perplexity", options.provider_options, PerplexityLanguageModelOptions)
    standard = {
        "model": model_id,
        "frequency_penalty": options.frequency_penalty,
        "max_tokens": options.max_output_tokens,
        "presence_penalty": options.presence_penalty,
        "temperature": options.temperature,
        "top_k": options.top_k,
        "top_p": options.top_p,
        "response_format": _response_format(options),
    }
    body = {
        **omit_none(standard),
        **({} if settings is None else dump_wire(settings)),
        "messages": convert_to_perplexity_messages(options.prompt),
    }
    return PreparedRequest(body=body, warnings=_warnings(options), options=options)


def _warnings(options: LanguageModelV4CallOptions) -> list[SharedV4Warning]:
    given = {"topK": options.top_k, "stopSequences": options.stop_sequences, "seed": options.seed}
    warnings: list[SharedV4Warning] = [
        SharedV4WarningUnsupported(feature=feature) for feature, value in given.items() if value is not None
    ]
    if is_custom_reasoning(options.reasoning):
        details = "This provider does not support reasoning configuration."
        warnings.append(SharedV4WarningUnsupported(feature="reasoning", details=details))
    return warnings


def _response_format(options: LanguageModelV4CallOptions) -> JSONObject | None:
    response_format = options.response_format
    if not isinstance(response_format, LanguageModelV4ResponseFormatJson):
        return None
    return {"type": "json_schema", "json_schema": omit_none({"schema": response_format.schema})}
