"""The prompt as steps and a system instruction.

Ports: @ai-sdk/google/src/interactions/convert-to-google-interactions-input.ts
Ports: @ai-sdk/google/src/interactions/google-interactions-prompt.ts
"""

from dataclasses import dataclass, field

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4AssistantMessage,
    LanguageModelV4Prompt,
    LanguageModelV4SystemMessage,
    LanguageModelV4TextPart,
    LanguageModelV4ToolMessage,
    LanguageModelV4ToolResultPart,
    LanguageModelV4UserMessage,
    SharedV4Warning,
    SharedV4WarningOther,
)
from ai_sdk.providers.google.interactions.messages.assistant import convert_assistant_message
from ai_sdk.providers.google.interactions.messages.compaction import compact_prompt
from ai_sdk.providers.google.interactions.messages.files import convert_file
from ai_sdk.providers.google.interactions.messages.tool_results import convert_tool_result

__all__ = ["InteractionInput", "convert_to_google_interactions_input"]

_INCOHERENT = (
    "google.interactions: providerOptions.google.previousInteractionId was set together with store: false. "
    "These are incoherent (the prior interaction cannot be referenced when nothing was stored on the server); "
    "the full history will be sent and previous_interaction_id will still be emitted."
)


@dataclass(slots=True)
class InteractionInput:
    """A prompt on the wire, and warnings about what was left out."""

    steps: list[JSONObject] = field(default_factory=list)
    system_instruction: str | None = None
    warnings: list[SharedV4Warning] = field(default_factory=list)


def convert_to_google_interactions_input(
    prompt: LanguageModelV4Prompt,
    *,
    previous_interaction_id: str | None = None,
    store: bool | None = None,
    media_resolution: str | None = None,
) -> InteractionInput:
    """Return the wire's input, without what the server remembers of the previous interaction, unless it stores nothing.

    Raises `UnsupportedFunctionalityError` for files whose media type is not known in full.
    """
    result = InteractionInput()
    if previous_interaction_id is not None and store is False:
        result.warnings.append(SharedV4WarningOther(message=_INCOHERENT))
    elif previous_interaction_id is not None:
        prompt = compact_prompt(prompt, previous_interaction_id)
    texts: list[str] = []
    for message in prompt:
        match message:
            case LanguageModelV4SystemMessage():
                texts.append(message.content)
            case LanguageModelV4UserMessage():
                result.steps += _user_step(_user_content(message, result.warnings, media_resolution))
            case LanguageModelV4AssistantMessage():
                result.steps += convert_assistant_message(message, result.warnings, media_resolution)
            case LanguageModelV4ToolMessage():
                result.steps += _user_step(_tool_content(message, result.warnings))
    result.system_instruction = "\n\n".join(texts) if texts else None
    return result


def _user_step(content: list[JSONObject]) -> list[JSONObject]:
    return [{"type": "user_input", "content": content}] if content else []


def _user_content(
    message: LanguageModelV4UserMessage, warnings: list[SharedV4Warning], media_resolution: str | None
) -> list[JSONObject]:
    """Return the blocks of a user turn; texts that follow each other become paragraphs of one."""
    blocks: list[JSONObject] = []
    for part in message.content:
        if isinstance(part, LanguageModelV4TextPart):
            block: JSONObject | None = {"type": "text", "text": part.text}
        else:
            block = convert_file(part, warnings, media_resolution)
        if block is None:
            continue
        if blocks and blocks[-1]["type"] == block["type"] == "text":
            block = {"type": "text", "text": f"{blocks.pop()['text']}\n\n{block['text']}"}
        blocks.append(block)
    return blocks


def _tool_content(message: LanguageModelV4ToolMessage, warnings: list[SharedV4Warning]) -> list[JSONObject]:
    blocks: list[JSONObject] = []
    for part in message.content:
        if isinstance(part, LanguageModelV4ToolResultPart):
            blocks.append(convert_tool_result(part, warnings))
        else:
            text = f'google.interactions: unsupported tool message part type "{part.type}"; part dropped.'
            warnings.append(SharedV4WarningOther(message=text))
    return blocks
