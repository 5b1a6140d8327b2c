"""The body of a Converse request.

Ports: @ai-sdk/amazon-bedrock/src/amazon-bedrock-chat-language-model.ts
Ports: @ai-sdk/amazon-bedrock/src/amazon-bedrock-api-types.ts
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from ai_sdk_generated.amazon_bedrock.chat.options import (
    AmazonBedrockLanguageModelChatOptions,
    AnthropicProviderOptions,
)

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4CallOptions,
    LanguageModelV4Prompt,
    LanguageModelV4SystemMessage,
    LanguageModelV4ToolChoiceRequired,
    SharedV4Warning,
    SharedV4WarningUnsupported,
)
from ai_sdk.provider_utils.http_language_model import PreparedRequest
from ai_sdk.provider_utils.json import omit_none, stringify
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.providers.amazon_bedrock.chat.messages import convert_to_amazon_bedrock_chat_messages
from ai_sdk.providers.amazon_bedrock.chat.options import passed_through_options
from ai_sdk.providers.amazon_bedrock.chat.reasoning import (
    ReasoningConfig,
    add_reasoning_fields,
    resolve_reasoning_config,
)
from ai_sdk.providers.amazon_bedrock.chat.structured_output import (
    StructuredOutput,
    plan_structured_output,
    without_output_format,
)
from ai_sdk.providers.amazon_bedrock.chat.tool_call_id import is_mistral_model
from ai_sdk.providers.amazon_bedrock.chat.tools import PreparedTools, prepare_tools
from ai_sdk.providers.amazon_bedrock.chat.traits import ModelTraits, read_model_traits
from ai_sdk.providers.amazon_bedrock.model_settings import ChatModelFamily
from ai_sdk.providers.amazon_bedrock.options import read_bedrock_options

__all__ = ["ConverseContext", "build_request"]

_IGNORED = ("frequency_penalty", "presence_penalty", "seed")
_SAMPLING = {"temperature": "temperature", "top_k": "topK", "top_p": "topP"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ConverseContext:
    """What reading an answer needs to know of its request; `response_headers` come with the answer."""

    model_id: str
    is_mistral: bool
    uses_json_instruction: bool
    uses_json_response_tool: bool
    response_headers: dict[str, str] | None = None


def build_request(
    model_id: str, options: LanguageModelV4CallOptions, *, model_family: ChatModelFamily | None = None
) -> PreparedRequest:
    """Turn call options into a body and warnings.

    Raises `InvalidArgumentError` for options that do not fit, `UnsupportedFunctionalityError` for a prompt that Bedrock
    does not take.
    """
    settings = read_bedrock_options(options.provider_options, AmazonBedrockLanguageModelChatOptions)
    settings = settings or AmazonBedrockLanguageModelChatOptions()
    anthropic = parse_provider_options("anthropic", options.provider_options, AnthropicProviderOptions)
    anthropic = anthropic or AnthropicProviderOptions()
    given = settings.reasoning_config
    traits = read_model_traits(
        model_id, model_family=model_family, reasoning_budget_tokens=None if given is None else given.budget_tokens
    )
    warnings = list(_ignored_settings(options))
    inference = _inference_config(options, traits, warnings)
    reasoning = resolve_reasoning_config(given, options.reasoning, traits, warnings)
    mode = settings.structured_output_mode or anthropic.structured_output_mode or "auto"
    output = plan_structured_output(options, mode, traits, model_family=model_family, is_thinking=reasoning.is_enabled)
    tools = _prepare_tools(options, output, traits, reasoning, anthropic.disable_parallel_tool_use, model_family)
    warnings += tools.warnings
    fields = dict(settings.additional_model_request_fields or {})
    if mode == "jsonTool":
        fields = without_output_format(fields)
    _add_tool_fields(tools, settings.anthropic_beta, fields)
    add_reasoning_fields(reasoning, traits, fields, inference, warnings)
    output.add_format(fields)
    _drop_refused_settings(inference, traits, reasoning, warnings)
    prompt = options.prompt
    if not tools.tools and tools.anthropic_tool_choice is None:
        prompt = _without_tool_content(prompt, warnings)
    is_mistral = is_mistral_model(model_id)
    system, messages = convert_to_amazon_bedrock_chat_messages(output.instruct(prompt), is_mistral=is_mistral)
    has_fields = bool(fields) or settings.additional_model_request_fields is not None
    body = {
        "system": system,
        "messages": messages,
        "additionalModelRequestFields": fields if has_fields else None,
        "additionalModelResponseFieldPaths": ["/delta/stop_sequence"] if traits.is_anthropic else None,
        "inferenceConfig": inference or None,
        "serviceTier": None if settings.service_tier is None else {"type": settings.service_tier},
    }
    context = ConverseContext(
        model_id=model_id,
        is_mistral=is_mistral,
        uses_json_instruction=output.way == "instruction",
        uses_json_response_tool=output.way == "tool",
    )
    return PreparedRequest(
        body=omit_none(body) | passed_through_options(options.provider_options) | _tool_config(tools),
        warnings=warnings,
        context=context,
        options=options,
    )


def _ignored_settings(options: LanguageModelV4CallOptions) -> Iterator[SharedV4Warning]:
    names = {"frequency_penalty": "frequencyPenalty", "presence_penalty": "presencePenalty", "seed": "seed"}
    for name in _IGNORED:
        if getattr(options, name) is not None:
            yield SharedV4WarningUnsupported(feature=names[name])


def _unsupported(warnings: list[SharedV4Warning], feature: str, details: str) -> None:
    warnings.append(SharedV4WarningUnsupported(feature=feature, details=details))


def _inference_config(
    options: LanguageModelV4CallOptions, traits: ModelTraits, warnings: list[SharedV4Warning]
) -> JSONObject:
    sampling: dict[str, Any] = {feature: getattr(options, name) for name, feature in _SAMPLING.items()}
    if traits.capabilities.rejects_sampling_parameters:
        for feature, value in sampling.items():
            if value is not None:
                _unsupported(warnings, feature, f"{feature} is not supported by {traits.model_id} and will be ignored")
        sampling = {}
    temperature = sampling.get("temperature")
    if temperature is not None and (not traits.is_openai or traits.is_gpt_oss):
        sampling["temperature"] = _clamp(temperature, warnings)
    return omit_none({"maxTokens": options.max_output_tokens, **sampling, "stopSequences": options.stop_sequences})


def _clamp(temperature: float, warnings: list[SharedV4Warning]) -> float:
    if temperature > 1:
        text = f"{stringify(temperature)} exceeds bedrock maximum of 1.0. clamped to 1.0"
        _unsupported(warnings, "temperature", text)
        return 1
    if temperature < 0:
        text = f"{stringify(temperature)} is below bedrock minimum of 0. clamped to 0"
        _unsupported(warnings, "temperature", text)
        return 0
    return temperature


def _prepare_tools(  # noqa: PLR0917 - private, and called once
    options: LanguageModelV4CallOptions,
    output: StructuredOutput,
    traits: ModelTraits,
    reasoning: ReasoningConfig,
    disable_parallel_tool_use: bool | None,  # noqa: FBT001 - a setting of three values
    model_family: ChatModelFamily | None,
) -> PreparedTools:
    tool = output.response_tool
    # By now `reasoning` may have given the budget that tells a profile for one of Anthropic's models.
    known = read_model_traits(
        traits.model_id, model_family=model_family, reasoning_budget_tokens=reasoning.budget_tokens
    )
    return prepare_tools(
        options.tools if tool is None else [*(options.tools or ()), tool],
        options.tool_choice if tool is None else LanguageModelV4ToolChoiceRequired(),
        model_id=traits.model_id,
        is_anthropic=known.is_anthropic,
        disable_parallel_tool_use=disable_parallel_tool_use,
        rejects_forced_tool_use=traits.capabilities.rejects_forced_tool_use,
    )


def _add_tool_fields(tools: PreparedTools, betas: list[str] | None, fields: JSONObject) -> None:
    if tools.anthropic_tool_choice is not None:
        fields["tool_choice"] = tools.anthropic_tool_choice
    if tools.betas or betas is not None:
        fields["anthropic_beta"] = [*(betas or ()), *tools.betas]


def _drop_refused_settings(
    inference: JSONObject, traits: ModelTraits, reasoning: ReasoningConfig, warnings: list[SharedV4Warning]
) -> None:
    if traits.is_anthropic and reasoning.is_enabled:
        _drop(inference, ("temperature", "topP", "topK"), "is not supported when thinking is enabled", warnings)
    if traits.is_openai:
        refused = ("stopSequences",) if traits.is_gpt_oss else ("temperature", "topP", "stopSequences")
        _drop(inference, refused, "is not supported by this OpenAI model on the Converse API", warnings)


def _drop(inference: JSONObject, features: tuple[str, ...], reason: str, warnings: list[SharedV4Warning]) -> None:
    for feature in features:
        if inference.pop(feature, None) is not None:
            _unsupported(warnings, feature, f"{feature} {reason}")


def _without_tool_content(prompt: LanguageModelV4Prompt, warnings: list[SharedV4Warning]) -> LanguageModelV4Prompt:
    """Leave out earlier tool calls and results, which Bedrock refuses in a request without tools."""
    messages: LanguageModelV4Prompt = []
    has_tool_content = False
    for message in prompt:
        if isinstance(message, LanguageModelV4SystemMessage):
            messages.append(message)
            continue
        content: Any = [part for part in message.content if part.type not in {"tool-call", "tool-result"}]
        has_tool_content = has_tool_content or len(content) < len(message.content)
        if content:
            messages.append(replace(message, content=content))
    if not has_tool_content:
        return prompt
    details = (
        "Tool calls and results removed from conversation because Bedrock does not support tool content "
        "without active tools."
    )
    _unsupported(warnings, "toolContent", details)
    return messages


def _tool_config(tools: PreparedTools) -> JSONObject:
    return omit_none({"toolConfig": tools.tool_config})
