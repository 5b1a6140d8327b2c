"""One call while its request is built: what the caller asks for, and what the model can.

Ports: @ai-sdk/openai/src/responses/openai-responses-language-model.ts
"""

from dataclasses import dataclass, field

from ai_sdk_generated.openai.responses.options import OpenaiLanguageModelResponsesOptions

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4CallOptions,
    LanguageModelV4FunctionTool,
    LanguageModelV4ProviderTool,
    SharedV4Warning,
    SharedV4WarningUnsupported,
)
from ai_sdk.provider_utils.create_tool_name_mapping import ToolNameMapping, create_tool_name_mapping
from ai_sdk.provider_utils.provider_options import resolve_provider_options
from ai_sdk.providers.openai.config import OpenAIConfig
from ai_sdk.providers.openai.model_catalog import OpenAILanguageModelEntry, get_openai_language_model_entry

__all__ = ["ResponsesCall", "open_call"]

_WEB_SEARCHES = ("openai.web_search", "openai.web_search_preview")
_PROVIDER_TOOL_NAMES = {
    f"openai.{name}": name
    for name in (
        "code_interpreter",
        "computer",
        "file_search",
        "image_generation",
        "local_shell",
        "shell",
        "web_search",
        "web_search_preview",
        "mcp",
        "apply_patch",
        "tool_search",
        "programmatic_tool_calling",
    )
}


@dataclass(slots=True, kw_only=True)
class ResponsesCall:
    """A call, its options, and the warnings gathered so far."""

    model_id: str
    config: OpenAIConfig
    options: LanguageModelV4CallOptions
    entry: OpenAILanguageModelEntry
    provider_options_name: str
    openai_options: OpenaiLanguageModelResponsesOptions
    tool_name_mapping: ToolNameMapping
    warnings: list[SharedV4Warning] = field(default_factory=list)

    @property
    def is_reasoning_model(self) -> bool:
        """Whether the model reasons, or is said to."""
        forced = self.openai_options.force_reasoning
        return self.entry.supports_reasoning if forced is None else forced

    @property
    def function_names(self) -> frozenset[str]:
        """The names of the call's function tools."""
        tools = self.options.tools or ()
        return frozenset(tool.name for tool in tools if isinstance(tool, LanguageModelV4FunctionTool))

    def provider_tool(self, *tool_ids: str) -> LanguageModelV4ProviderTool | None:
        """Return the first provider-defined tool with one of these ids."""
        tools = (tool for tool in self.options.tools or () if isinstance(tool, LanguageModelV4ProviderTool))
        return next((tool for tool in tools if tool.id in tool_ids), None)

    def web_search_tool(self) -> LanguageModelV4ProviderTool | None:
        """Return the call's web search tool."""
        return self.provider_tool(*_WEB_SEARCHES)

    def shell_environment_type(self) -> str | None:
        """Return where the call's shell commands run."""
        tool = self.provider_tool("openai.shell")
        environment: JSONObject = ((tool.args or {}).get("environment") or {}) if tool is not None else {}
        return environment.get("type")

    def warn_unsupported(self, feature: str, details: str | None = None) -> None:
        """Warn of what is left out of the request."""
        self.warnings.append(SharedV4WarningUnsupported(feature=feature, details=details))


def open_call(model_id: str, config: OpenAIConfig, options: LanguageModelV4CallOptions) -> ResponsesCall:
    """Read the options of a call; raises `InvalidArgumentError` when the provider options do not fit."""
    name = "azure" if "azure" in config.provider else "openai"
    call = ResponsesCall(
        model_id=model_id,
        config=config,
        options=options,
        entry=get_openai_language_model_entry(model_id),
        provider_options_name=name,
        openai_options=OpenaiLanguageModelResponsesOptions(),
        tool_name_mapping=create_tool_name_mapping(options.tools, _PROVIDER_TOOL_NAMES),
    )
    _warn_of_settings(call)
    given, _ = resolve_provider_options(
        options.provider_options, (name, "openai"), OpenaiLanguageModelResponsesOptions, resolution="first"
    )
    if given is not None:
        call.openai_options = given
    return call


def _warn_of_settings(call: ResponsesCall) -> None:
    options = call.options
    settings = {
        "topK": options.top_k,
        "seed": options.seed,
        "presencePenalty": options.presence_penalty,
        "frequencyPenalty": options.frequency_penalty,
        "stopSequences": options.stop_sequences,
    }
    for feature, value in settings.items():
        if value is not None:
            call.warn_unsupported(feature)
