"""The body of a text completion request.

Ports: @ai-sdk/openai-compatible/src/completion/openai-compatible-completion-language-model.ts
Ports: @ai-sdk/openai-compatible/src/completion/openai-compatible-completion-language-model-options.ts
"""

from ai_sdk_generated.openai_compatible.completion.options import (
    OpenaiCompatibleLanguageModelCompletionOptions as CompletionOptions,
)

from ai_sdk.provider import (
    LanguageModelV4CallOptions,
    LanguageModelV4ResponseFormatText,
    SharedV4Warning,
    SharedV4WarningUnsupported,
)
from ai_sdk.provider_utils.http_language_model import PreparedRequest
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.provider_options import resolve_provider_options
from ai_sdk.providers.openai_compatible.completion.messages import convert_to_openai_compatible_completion_prompt
from ai_sdk.providers.openai_compatible.provider_options_key import (
    deprecated_key_warnings,
    raw_provider_options,
    to_camel_case,
)

__all__ = ["build_request"]


def build_request(model_id: str, provider_name: str, options: LanguageModelV4CallOptions) -> PreparedRequest:
    """Turn call options into a body and warnings; provider options go into the body as they are, too.

    Raises `InvalidArgumentError` for options that do not fit, and the errors of prompts that are no plain dialogue.
    """
    given = options.provider_options
    namespaces = (provider_name, to_camel_case(provider_name))
    settings, _ = resolve_provider_options(given, namespaces, CompletionOptions, resolution="merge")
    settings = settings or CompletionOptions()
    prompt, stop = convert_to_openai_compatible_completion_prompt(options.prompt)
    standard = {
        "model": model_id,
        "echo": settings.echo,
        "logit_bias": settings.logit_bias,
        "suffix": settings.suffix,
        "user": settings.user,
        "max_tokens": options.max_output_tokens,
        "temperature": options.temperature,
        "top_p": options.top_p,
        "frequency_penalty": options.frequency_penalty,
        "presence_penalty": options.presence_penalty,
        "seed": options.seed,
    }
    body = {
        **omit_none(standard),
        **raw_provider_options(provider_name, given),
        "prompt": prompt,
        "stop": [*stop, *(options.stop_sequences or [])],
    }
    warnings = [*deprecated_key_warnings(provider_name, given), *_setting_warnings(options)]
    return PreparedRequest(body=body, warnings=warnings, options=options)


def _setting_warnings(options: LanguageModelV4CallOptions) -> list[SharedV4Warning]:
    warnings: list[SharedV4Warning] = []
    if options.top_k is not None:
        warnings.append(SharedV4WarningUnsupported(feature="topK"))
    if options.tools:
        warnings.append(SharedV4WarningUnsupported(feature="tools"))
    if options.tool_choice is not None:
        warnings.append(SharedV4WarningUnsupported(feature="toolChoice"))
    if not isinstance(options.response_format, LanguageModelV4ResponseFormatText | None):
        details = "JSON response format is not supported."
        warnings.append(SharedV4WarningUnsupported(feature="responseFormat", details=details))
    return warnings
