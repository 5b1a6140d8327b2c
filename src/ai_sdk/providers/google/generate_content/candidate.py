"""The candidate of one response as content.

Law: every part has one reader, found by the variant of the wire that it is.

Ports: @ai-sdk/google/src/google-language-model.ts
"""

from typing import TYPE_CHECKING, Any

from ai_sdk_generated.google.generate_content import wire

from ai_sdk.provider import (
    LanguageModelV4Content,
    LanguageModelV4Reasoning,
    LanguageModelV4Text,
    LanguageModelV4ToolCall,
    stringify,
)
from ai_sdk.providers.google.generate_content.content import ServerTools, read_file
from ai_sdk.providers.google.generate_content.context import GenerateContentContext
from ai_sdk.providers.google.generate_content.sources import extract_sources

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["convert_candidate"]


def convert_candidate(
    candidate: wire.ResponseCandidate, context: GenerateContentContext
) -> list[LanguageModelV4Content]:
    """Return the content of a candidate, its sources last."""
    content = candidate.content
    reader = _CandidateReader(context)
    for part in (content.parts if isinstance(content, wire.GetContent) else None) or ():
        reader.read(part)
    return [*reader.content, *extract_sources(candidate.grounding_metadata, context.generate_id)]


class _CandidateReader:
    def __init__(self, context: GenerateContentContext) -> None:
        self.content: list[LanguageModelV4Content] = []
        self._context = context
        self._server_tools = ServerTools(context)
        self._readers: dict[type, Callable[[Any], None]] = {
            wire.GetContentPartVariant1: self._read_function_call,
            wire.GetContentPartVariant2: lambda part: self.content.append(read_file(part, context)),
            wire.GetContentPartVariant3: lambda part: self.content.append(self._server_tools.tool_call(part)),
            wire.GetContentPartVariant4: lambda part: self.content.append(self._server_tools.tool_result(part)),
            wire.GetContentPartVariant5: self._read_text_or_code,
        }

    def read(self, part: Any) -> None:
        self._readers[type(part)](part)

    def _read_text_or_code(self, part: wire.GetContentPartVariant5) -> None:
        if part.executable_code is not None and part.executable_code.code:
            self.content.append(self._server_tools.code_call(part.executable_code))
        elif part.code_execution_result is not None:
            self.content.append(self._server_tools.code_result(part.code_execution_result))
        elif part.text is not None and (self._context.json_response_tool_name is None or part.thought is True):
            self._read_text(part, part.text)

    def _read_text(self, part: wire.GetContentPartVariant5, text: str) -> None:
        metadata = self._context.signature_metadata(part.thought_signature)
        if text:
            kind = LanguageModelV4Reasoning if part.thought is True else LanguageModelV4Text
            self.content.append(kind(text=text, provider_metadata=metadata))
        elif metadata is not None and self.content:
            self.content[-1].provider_metadata = metadata

    def _read_function_call(self, part: wire.GetContentPartVariant1) -> None:
        call = part.function_call
        if call.name is None:
            return
        metadata = self._context.signature_metadata(part.thought_signature)
        arguments = {} if call.args is None else call.args
        if call.name == self._context.json_response_tool_name:
            text = arguments if isinstance(arguments, str) else stringify(arguments)
            self.content.append(LanguageModelV4Text(text=text, provider_metadata=metadata))
            return
        self.content.append(
            LanguageModelV4ToolCall(
                tool_call_id=call.id or self._context.generate_id(),
                tool_name=call.name,
                input=stringify(arguments),
                provider_metadata=metadata,
            )
        )
