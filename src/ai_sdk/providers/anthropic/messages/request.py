"""The body of a request to the Messages API.

Ports: @ai-sdk/anthropic/src/anthropic-language-model.ts
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ai_sdk_generated.anthropic.messages.options import AnthropicLanguageModelOptions

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4CallOptions,
    LanguageModelV4FunctionTool,
    LanguageModelV4ProviderTool,
    LanguageModelV4Tool,
    LanguageModelV4ToolChoiceNone,
    LanguageModelV4ToolChoiceRequired,
    LanguageModelV4ToolChoiceTool,
    SharedV4Warning,
    SharedV4WarningOther,
    SharedV4WarningUnsupported,
)
from ai_sdk.provider_utils.create_tool_name_mapping import ToolNameMapping, create_tool_name_mapping
from ai_sdk.provider_utils.http_language_model import PreparedRequest
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.providers.anthropic.config import AnthropicConfig
from ai_sdk.providers.anthropic.messages.betas import setting_betas
from ai_sdk.providers.anthropic.messages.body import option_settings, thread_settings
from ai_sdk.providers.anthropic.messages.cache_control import CacheControlValidator
from ai_sdk.providers.anthropic.messages.citations import CitationDocument, extract_citation_documents
from ai_sdk.providers.anthropic.messages.forced_tool_choice import InlineDefinition, restrict_tools
from ai_sdk.providers.anthropic.messages.options import ResolvedOptions, resolve_options
from ai_sdk.providers.anthropic.messages.prompt.context import Betas, ConvertedTool, PromptContext
from ai_sdk.providers.anthropic.messages.prompt.convert import AnthropicPrompt, convert_to_anthropic_prompt
from ai_sdk.providers.anthropic.messages.prompt.system import get_inline_tools_from_prompt
from ai_sdk.providers.anthropic.messages.sampling import Sampling, read_sampling
from ai_sdk.providers.anthropic.messages.stream.message_sequence import MessageSequence
from ai_sdk.providers.anthropic.messages.structured_output import (
    StructuredOutput,
    plan_structured_output,
    warn_about_missing_schema,
)
from ai_sdk.providers.anthropic.messages.thinking import ThinkingPlan, plan_thinking
from ai_sdk.providers.anthropic.messages.thread import check_exclusive_options, is_continuation, thread_warnings
from ai_sdk.providers.anthropic.messages.tools import (
    PROVIDER_TOOL_NAMES,
    PreparedTools,
    ToolSupport,
    has_dynamic_filtering_web_tool_without_code_execution,
    prepare_tools,
)
from ai_sdk.providers.anthropic.model_catalog import AnthropicModelCapabilities, get_anthropic_model_capabilities

__all__ = ["MessagesContext", "build_request"]

_UNSUPPORTED = (
    ("frequency_penalty", "frequencyPenalty"),
    ("presence_penalty", "presencePenalty"),
    ("seed", "seed"),
)
_SERVICE_TIERS = {"anthropic": ("auto", "standard_only"), "minimax": ("standard", "priority")}
_SKILL_TOOLS = frozenset({"anthropic.code_execution_20250825", "anthropic.code_execution_20260120"})
_TOOLSET = "anthropic.computer_toolset_20260801"


@dataclass(frozen=True, slots=True, kw_only=True)
class MessagesContext:
    """What sending the request and reading its answer must know."""

    betas: Betas
    tool_name_mapping: ToolNameMapping
    citation_documents: list[CitationDocument]
    prepared_tools: list[JSONObject] | None
    uses_json_response_tool: bool
    mark_code_execution_dynamic: bool
    include_pings: bool
    earlier_release: bool
    """Whether the answer is read as `AnthropicConfig.earlier_release` says."""
    metadata_namespaces: tuple[str, ...]
    """Where provider metadata goes: `anthropic`, and a compatible provider's own key when that was used."""
    sequence: MessageSequence = field(default_factory=MessageSequence)
    """The message that is open in the stream of the answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Call:
    """The call, and what collects while its request is built; the order of the steps is that of the warnings."""

    model_id: str
    config: AnthropicConfig
    options: LanguageModelV4CallOptions
    settings: AnthropicLanguageModelOptions
    capabilities: AnthropicModelCapabilities
    structured_output: StructuredOutput
    stream: bool
    header_betas: Sequence[str]
    warnings: list[SharedV4Warning]
    validator: CacheControlValidator
    inline_tools: list[LanguageModelV4Tool]
    tool_name_mapping: ToolNameMapping
    inline_definitions: list[InlineDefinition] = field(default_factory=list)

    @property
    def response_tool(self) -> LanguageModelV4FunctionTool | None:
        return self.structured_output.response_tool

    @property
    def supports_strict_tools(self) -> bool:
        return self.config.supports_strict_tools and self.capabilities.supports_structured_output

    @property
    def supports_structured_output(self) -> bool:
        return self.config.supports_native_structured_output and self.capabilities.supports_structured_output


def build_request(
    model_id: str,
    config: AnthropicConfig,
    options: LanguageModelV4CallOptions,
    *,
    stream: bool,
    header_betas: Sequence[str] = (),
) -> PreparedRequest:
    """Turn call options into a body, warnings and the betas to ask for; `header_betas` are those the caller asks for.

    Raises `InvalidArgumentError` for options that do not fit or exclude each other, `UnsupportedFunctionalityError`
    for what Anthropic does not take, and `TypeValidationError` for arguments and results of tools that do not fit.
    """
    warnings: list[SharedV4Warning] = []
    capabilities = get_anthropic_model_capabilities(model_id)
    sampling, resolved = _read_settings(model_id, config, options, warnings)
    settings = resolved.options
    structured_output = plan_structured_output(
        options.response_format, settings, config, capabilities, model_id=model_id, warnings=warnings
    )
    check_exclusive_options(settings, config)
    inline_tools = get_inline_tools_from_prompt(options.prompt)
    counts_cached_thread = settings.thread is not None and settings.cache_control is not None
    call = _Call(
        model_id=model_id,
        config=config,
        options=options,
        settings=settings,
        capabilities=capabilities,
        structured_output=structured_output,
        stream=stream,
        header_betas=header_betas,
        warnings=warnings,
        validator=CacheControlValidator(config.cache_control_provider_options_name, int(counts_cached_thread)),
        inline_tools=inline_tools,
        # Declared tools come last, so that a tool in a message cannot take over their names.
        tool_name_mapping=create_tool_name_mapping([*inline_tools, *(options.tools or ())], PROVIDER_TOOL_NAMES),
    )
    return _build(call, resolved, sampling)


def _build(call: _Call, resolved: ResolvedOptions, sampling: Sampling) -> PreparedRequest:
    prompt, betas = _convert_prompt(call)
    plan = plan_thinking(call.settings, call.options.reasoning, call.model_id, call.capabilities, call.warnings)
    sampling.settle(plan, call.warnings)
    betas.add(*setting_betas(call.settings, plan.thinking))
    _check_skills(call)
    tools = _prepare_tools(call, plan)
    body = _body(call, sampling, plan, prompt, tools)
    if not call.config.earlier_release:
        restrict_tools(
            body,
            call.options,
            call.inline_definitions,
            call.tool_name_mapping,
            has_response_tool=call.response_tool is not None,
        )
    return PreparedRequest(
        body=body,
        warnings=[*call.warnings, *tools.warnings, *call.validator.warnings],
        context=_context(call, resolved, tools, betas),
        options=call.options,
    )


def _read_settings(
    model_id: str,
    config: AnthropicConfig,
    options: LanguageModelV4CallOptions,
    warnings: list[SharedV4Warning],
) -> tuple[Sampling, ResolvedOptions]:
    warnings.extend(
        SharedV4WarningUnsupported(feature=feature)
        for name, feature in _UNSUPPORTED
        if getattr(options, name) is not None
    )
    sampling = read_sampling(model_id, config, options, warnings)
    warn_about_missing_schema(options, warnings)
    resolved = resolve_options(config.provider, options.provider_options)
    if config.earlier_release:
        resolved.options.thread = None
    else:
        _check_service_tier(resolved, warnings)
    sampling.drop_rejected(warnings)
    return sampling, resolved


def _check_service_tier(resolved: ResolvedOptions, warnings: list[SharedV4Warning]) -> None:
    """Drop a service tier that the provider does not have."""
    tier, supported = resolved.options.service_tier, _SERVICE_TIERS.get(resolved.namespace)
    if tier is None or supported is None or tier in supported:
        return
    use = " or ".join(f'"{name}"' for name in supported)
    details = f'serviceTier "{tier}" is not supported by {resolved.namespace}. Use {use}.'
    warnings.append(SharedV4WarningUnsupported(feature="serviceTier", details=details))
    resolved.options.service_tier = None


def _convert_prompt(call: _Call) -> tuple[AnthropicPrompt, Betas]:
    send_reasoning = call.settings.send_reasoning
    context = PromptContext(
        send_reasoning=True if send_reasoning is None else send_reasoning,
        validator=call.validator,
        tool_name_mapping=call.tool_name_mapping,
        toolset_names=_toolset_names(call.options.tools),
        convert_media_part=call.config.convert_media_part,
        earlier_release=call.config.earlier_release,
        convert_inline_tool=lambda tool: _convert_inline_tool(tool, call),
        warnings=call.warnings,
    )
    prompt = convert_to_anthropic_prompt(call.options.prompt, context)
    call.warnings.extend(
        thread_warnings(
            call.settings,
            prompt_betas=context.betas,
            header_betas=call.header_betas,
            repeats_definitions=prompt.system is not None or bool(call.options.tools),
        )
    )
    return prompt, context.betas


def _toolset_names(tools: Sequence[LanguageModelV4Tool] | None) -> dict[str, str]:
    return {
        tool.name: PROVIDER_TOOL_NAMES[tool.id]
        for tool in tools or ()
        if isinstance(tool, LanguageModelV4ProviderTool) and tool.id == _TOOLSET
    }


def _convert_inline_tool(tool: LanguageModelV4Tool, call: _Call) -> ConvertedTool:
    """Convert a tool that a message defines, in the same way whether streaming or not: it is sent again each time."""
    support = ToolSupport(
        supports_structured_output=call.supports_structured_output,
        supports_strict_tools=call.supports_strict_tools,
        earlier_release=call.config.earlier_release,
    )
    prepared = prepare_tools([tool], None, support=support, validator=call.validator)
    definition = prepared.tools[0] if prepared.tools else None
    if definition is not None:
        call.inline_definitions.append(InlineDefinition(tool.name, definition))
    return ConvertedTool(definition, prepared.warnings, prepared.betas)


def _check_skills(call: _Call) -> None:
    container = call.settings.container
    if container is None or not container.skills:
        return
    tool_ids = {tool.id for tool in call.options.tools or () if isinstance(tool, LanguageModelV4ProviderTool)}
    if not tool_ids & _SKILL_TOOLS:
        call.warnings.append(SharedV4WarningOther(message="code execution tool is required when using skills"))


def _prepare_tools(call: _Call, plan: ThinkingPlan) -> PreparedTools:
    streaming, earlier = call.settings.tool_streaming, call.config.earlier_release
    support = ToolSupport(
        supports_structured_output=call.response_tool is None and call.supports_structured_output,
        supports_strict_tools=call.supports_strict_tools,
        default_eager_input_streaming=call.stream and (True if streaming is None else streaming),
        rejects_forced_tool_use=call.capabilities.rejects_forced_tool_use or (plan.type == "enabled" and not earlier),
        earlier_release=earlier,
    )
    if call.response_tool is not None:
        return prepare_tools(
            [*((call.options.tools or ()) if earlier else _chosen_tools(call.options)), call.response_tool],
            LanguageModelV4ToolChoiceRequired(),
            support=support,
            validator=call.validator,
            disable_parallel_tool_use=True,
        )
    return prepare_tools(
        call.options.tools,
        call.options.tool_choice,
        support=support,
        validator=call.validator,
        has_inline_tools=bool(call.inline_tools),
        disable_parallel_tool_use=call.settings.disable_parallel_tool_use,
    )


def _chosen_tools(options: LanguageModelV4CallOptions) -> list[LanguageModelV4Tool]:
    """Return the tools that may be called beside the one that gives the JSON answer."""
    choice = options.tool_choice
    if isinstance(choice, LanguageModelV4ToolChoiceNone):
        return []
    name = choice.tool_name if isinstance(choice, LanguageModelV4ToolChoiceTool) else None
    return [tool for tool in options.tools or () if name is None or tool.name == name]


def _body(
    call: _Call,
    sampling: Sampling,
    plan: ThinkingPlan,
    prompt: AnthropicPrompt,
    tools: PreparedTools,
) -> JSONObject:
    given = option_settings(call.settings, plan.effort, call.structured_output.output_format)
    continues = is_continuation(call.settings)
    return omit_none(
        {
            "model": call.model_id,
            "max_tokens": sampling.max_tokens,
            "temperature": sampling.temperature,
            "top_k": sampling.top_k,
            "top_p": sampling.top_p,
            "stop_sequences": call.options.stop_sequences,
            "thinking": None if plan.thinking is None else plan.thinking.to_body(),
            **given,
            "system": None if continues else prompt.system,
            "thread": thread_settings(call.settings.thread),
            "messages": prompt.messages,
            "tools": None if continues else tools.tools,
            "tool_choice": tools.tool_choice,
            # Only said when it is so.
            "stream": True if call.stream else None,
        }
    )


def _context(call: _Call, resolved: ResolvedOptions, tools: PreparedTools, prompt_betas: Betas) -> MessagesContext:
    betas = Betas()
    betas.add(*(["message-threads-2026-08-12"] if call.settings.thread is not None else ()))
    betas.add(*prompt_betas, *tools.betas, *call.header_betas, *(call.settings.anthropic_beta or ()))
    return MessagesContext(
        betas=betas,
        tool_name_mapping=call.tool_name_mapping,
        citation_documents=extract_citation_documents(call.options.prompt),
        prepared_tools=tools.tools,
        uses_json_response_tool=call.response_tool is not None,
        mark_code_execution_dynamic=has_dynamic_filtering_web_tool_without_code_execution(tools.tools),
        include_pings=call.stream and call.settings.include_pings is True and not call.config.earlier_release,
        earlier_release=call.config.earlier_release,
        metadata_namespaces=("anthropic", *([resolved.namespace] if resolved.used_custom_key else ())),
    )
