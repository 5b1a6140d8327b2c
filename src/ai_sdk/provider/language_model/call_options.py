"""The options of a language model call.

Ports: @ai-sdk/provider/src/language-model/v4/language-model-v4-call-options.ts
Ports: @ai-sdk/provider/src/language-model/v4/language-model-v4-function-tool.ts
Ports: @ai-sdk/provider/src/language-model/v4/language-model-v4-provider-tool.ts
Ports: @ai-sdk/provider/src/language-model/v4/language-model-v4-tool-choice.ts
"""

from dataclasses import dataclass, field
from typing import Annotated, Literal

from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider.json_value import JSONObject
from ai_sdk.provider.language_model.prompt import LanguageModelV4Prompt
from ai_sdk.provider.shared import SharedV4ProviderOptions
from ai_sdk.provider.spec import Discriminator, Spec

__all__ = [
    "LanguageModelV4CallOptions",
    "LanguageModelV4FunctionTool",
    "LanguageModelV4InputExample",
    "LanguageModelV4ProviderTool",
    "LanguageModelV4ReasoningEffort",
    "LanguageModelV4ResponseFormat",
    "LanguageModelV4ResponseFormatJson",
    "LanguageModelV4ResponseFormatText",
    "LanguageModelV4Tool",
    "LanguageModelV4ToolChoice",
    "LanguageModelV4ToolChoiceAuto",
    "LanguageModelV4ToolChoiceNone",
    "LanguageModelV4ToolChoiceRequired",
    "LanguageModelV4ToolChoiceTool",
]

LanguageModelV4ReasoningEffort = Literal["provider-default", "none", "minimal", "low", "medium", "high", "xhigh", "max"]


@dataclass(slots=True, kw_only=True)
class LanguageModelV4ResponseFormatText(Spec):
    """The model answers with text."""

    type: Literal["text"] = "text"


@dataclass(slots=True, kw_only=True)
class LanguageModelV4ResponseFormatJson(Spec):
    """The model answers with JSON that fits `schema` (JSON Schema 7), when one is given."""

    type: Literal["json"] = "json"
    schema: JSONObject | None = None
    name: str | None = None
    description: str | None = None


LanguageModelV4ResponseFormat = Annotated[
    LanguageModelV4ResponseFormatText | LanguageModelV4ResponseFormatJson, Discriminator("type")
]


@dataclass(slots=True, kw_only=True)
class LanguageModelV4InputExample(Spec):
    """One example of a tool's input."""

    input: JSONObject


@dataclass(slots=True, kw_only=True)
class LanguageModelV4FunctionTool(Spec):
    """A tool that the caller runs; `input_schema` is JSON Schema 7."""

    type: Literal["function"] = "function"
    name: str
    description: str | None = None
    input_schema: JSONObject
    input_examples: list[LanguageModelV4InputExample] | None = None
    strict: bool | None = None
    provider_options: SharedV4ProviderOptions | None = None


@dataclass(slots=True, kw_only=True)
class LanguageModelV4ProviderTool(Spec):
    """A tool that the provider defines; `id` is `provider.tool`, `name` is what this call names it."""

    type: Literal["provider"] = "provider"
    id: str
    name: str
    args: JSONObject = field(default_factory=dict)


LanguageModelV4Tool = Annotated[LanguageModelV4FunctionTool | LanguageModelV4ProviderTool, Discriminator("type")]


@dataclass(slots=True, kw_only=True)
class LanguageModelV4ToolChoiceAuto(Spec):
    """The model decides whether to call a tool."""

    type: Literal["auto"] = "auto"


@dataclass(slots=True, kw_only=True)
class LanguageModelV4ToolChoiceNone(Spec):
    """The model must not call a tool."""

    type: Literal["none"] = "none"


@dataclass(slots=True, kw_only=True)
class LanguageModelV4ToolChoiceRequired(Spec):
    """The model must call some tool."""

    type: Literal["required"] = "required"


@dataclass(slots=True, kw_only=True)
class LanguageModelV4ToolChoiceTool(Spec):
    """The model must call this tool."""

    type: Literal["tool"] = "tool"
    tool_name: str


LanguageModelV4ToolChoice = Annotated[
    LanguageModelV4ToolChoiceAuto
    | LanguageModelV4ToolChoiceNone
    | LanguageModelV4ToolChoiceRequired
    | LanguageModelV4ToolChoiceTool,
    Discriminator("type"),
]


@dataclass(slots=True, kw_only=True)
class LanguageModelV4CallOptions(Spec):
    """Everything a language model call takes; what is `None` is not sent."""

    prompt: LanguageModelV4Prompt
    max_output_tokens: int | float | None = None
    temperature: int | float | None = None
    stop_sequences: list[str] | None = None
    top_p: int | float | None = None
    top_k: int | float | None = None
    presence_penalty: int | float | None = None
    frequency_penalty: int | float | None = None
    response_format: LanguageModelV4ResponseFormat | None = None
    seed: int | float | None = None
    tools: list[LanguageModelV4Tool] | None = None
    tool_choice: LanguageModelV4ToolChoice | None = None
    include_raw_chunks: bool | None = None
    abort_signal: AbortSignal | None = None
    headers: dict[str, str | None] | None = None
    reasoning: LanguageModelV4ReasoningEffort | None = None
    provider_options: SharedV4ProviderOptions | None = None
