"""Call options as the body of a Completions request.

Ports: @ai-sdk/openai/src/completion/openai-completion-language-model.ts
Ports: @ai-sdk/openai/src/completion/openai-completion-language-model-options.ts
"""

from ai_sdk_generated.openai.completion.options import OpenaiLanguageModelCompletionOptions

from ai_sdk.provider import (
    LanguageModelV4CallOptions,
    LanguageModelV4ResponseFormatJson,
    SharedV4Warning,
    SharedV4WarningUnsupported,
)
from ai_sdk.provider_utils.http_language_model import PreparedRequest
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.provider_options import resolve_provider_options
from ai_sdk.providers.openai.completion.messages import convert_to_openai_completion_prompt
from ai_sdk.providers.openai.config import OpenAIConfig

__all__ = ["build_request"]


def build_request(model_id: str, config: OpenAIConfig, options: LanguageModelV4CallOptions) -> PreparedRequest:
    """Return the request for a call; raises `InvalidArgumentError` when the provider options do not fit."""
    given = _provider_options(config, options)
    prompt, stop = convert_to_openai_completion_prompt(options.prompt)
    body = {
        "model": config.request_model_id or model_id,
        "echo": given.echo,
        "logit_bias": given.logit_bias,
        "logprobs": _logprobs(given.logprobs),
        "suffix": given.suffix,
        "user": given.user,
        "max_tokens": options.max_output_tokens,
        "temperature": options.temperature,
        "top_p": options.top_p,
        "frequency_penalty": options.frequency_penalty,
        "presence_penalty": options.presence_penalty,
        "seed": options.seed,
        "prompt": prompt,
        "stop": [*stop, *(options.stop_sequences or ())],
    }
    return PreparedRequest(body=omit_none(body), warnings=_warnings(options), options=options)


def _provider_options(
    config: OpenAIConfig, options: LanguageModelV4CallOptions
) -> OpenaiLanguageModelCompletionOptions:
    """Return the options given under `openai` and under the provider's own name, which wins."""
    namespaces = ("openai", config.provider.partition(".")[0].strip())
    given, _ = resolve_provider_options(
        options.provider_options, namespaces, OpenaiLanguageModelCompletionOptions, resolution="merge"
    )
    return given or OpenaiLanguageModelCompletionOptions()


def _logprobs(given: bool | float | None) -> int | float | None:  # noqa: FBT001 - the option's own type
    """Return how many alternatives to a token are wanted: none with `true`, a number with a number."""
    if isinstance(given, bool):
        return 0 if given else None
    return given


def _warnings(options: LanguageModelV4CallOptions) -> list[SharedV4Warning]:
    json_details = "JSON response format is not supported."
    ignored = (
        (options.top_k is not None, "topK", None),
        (bool(options.tools), "tools", None),
        (options.tool_choice is not None, "toolChoice", None),
        (isinstance(options.response_format, LanguageModelV4ResponseFormatJson), "responseFormat", json_details),
    )
    return [
        SharedV4WarningUnsupported(feature=feature, details=details)
        for is_given, feature, details in ignored
        if is_given
    ]
