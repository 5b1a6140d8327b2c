"""The functions of the `ai` package that a case can call (`call.api` is `sdk`), each with its way of being called."""

from collections.abc import Awaitable, Callable
from typing import Any

from conformance.sdk import model_functions, pure_functions
from conformance.sdk.call import SdkCall
from conformance.sdk.results import KEPT
from conformance.vocabulary import NotPortedError

SdkFunction = Callable[[SdkCall], Awaitable[Any]]

_BY_OPTIONS = (
    *("validateUIMessages", "safeValidateUIMessages", "pruneMessages"),
    "lastAssistantMessageIsCompleteWithToolCalls",
    "lastAssistantMessageIsCompleteWithApprovalResponses",
)
_BY_POSITION = ("cosineSimilarity", "fingerprintTools", "detectToolDrift")

FUNCTIONS: dict[str, SdkFunction] = {
    **dict.fromkeys(KEPT, model_functions.call_function),
    "streamText": model_functions.stream_text,
    "streamTextLowMemory": model_functions.stream_text_low_memory,
    "streamLanguageModelCall": model_functions.stream_language_model_call,
    "streamObject": model_functions.stream_object,
    "uploadFile": model_functions.upload,
    "uploadSkill": model_functions.upload,
    "agent.generate": model_functions.call_agent,
    "agent.stream": model_functions.call_agent,
    "agent.uiStream": model_functions.agent_ui_stream,
    "uiMessageStream.roundtrip": model_functions.roundtrip,
    "convertToModelMessages": pure_functions.convert_to_model_messages,
    **dict.fromkeys(_BY_OPTIONS, pure_functions.by_options),
    **dict.fromkeys(_BY_POSITION, pure_functions.by_position),
    "parsePartialJson": pure_functions.parse_partial_json,
    "smoothStream": pure_functions.smooth_stream,
    "readUIMessageStream": pure_functions.read_ui_message_stream,
    "createUIMessageStream": pure_functions.create_ui_message_stream,
    "toUIMessageStream": pure_functions.to_ui_message_stream,
    "createTextStreamResponse": pure_functions.create_text_stream_response,
    "createUIMessageStreamResponse": pure_functions.create_ui_message_stream_response,
}


def sdk_function(name: str) -> SdkFunction:
    """Return the way to call a function of the `ai` package. Raises `NotPortedError` when there is none."""
    if name not in FUNCTIONS:
        raise NotPortedError(f"function {name}")
    return FUNCTIONS[name]
