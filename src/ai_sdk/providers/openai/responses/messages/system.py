"""System messages: instructions, or changes of the configuration at their place in the history.

Ports: @ai-sdk/openai/src/responses/convert-to-openai-responses-input.ts
"""

from ai_sdk_generated.openai.responses.options import OpenaiResponsesSystemMessageOptions

from ai_sdk.provider import JSONObject, LanguageModelV4SystemMessage, UnsupportedFunctionalityError
from ai_sdk.provider_utils.json import dump_wire
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.providers.openai.responses.messages.conversion import InputConversion
from ai_sdk.providers.openai.responses.text_format import normalize_openai_responses_text_format

__all__ = ["convert_system_message"]


def convert_system_message(conversion: InputConversion, message: LanguageModelV4SystemMessage) -> None:
    """Write a system message.

    Raises `UnsupportedFunctionalityError` for a configuration change that has text, or that the call does not allow.
    """
    options = _message_options(conversion, message)
    feature = None if options is None else _controlled_feature(options)
    if options is None or feature is None:
        _push_instructions(conversion, message)
        return
    _check_allowed(conversion, message, feature)
    _push_configuration_update(conversion, options)
    conversion.push_additional_tools([dump_wire(tool) for tool in options.additional_tools or ()])


def _message_options(
    conversion: InputConversion, message: LanguageModelV4SystemMessage
) -> OpenaiResponsesSystemMessageOptions | None:
    name = conversion.settings.provider_options_name
    options = parse_provider_options(name, message.provider_options, OpenaiResponsesSystemMessageOptions)
    if options is None and name != "openai":
        return parse_provider_options("openai", message.provider_options, OpenaiResponsesSystemMessageOptions)
    return options


def _controlled_feature(options: OpenaiResponsesSystemMessageOptions) -> str | None:
    if options.reasoning_effort_update is not None:
        return "reasoningEffortUpdate"
    if options.text_format_update is not None:
        return "textFormatUpdate"
    return None if options.additional_tools is None else "additionalTools"


def _check_allowed(conversion: InputConversion, message: LanguageModelV4SystemMessage, feature: str) -> None:
    reason = None
    if message.content:
        reason = f"Message-level {feature} requires empty system message content."
    elif feature != "additionalTools":
        reason = conversion.settings.configuration_update_unsupported_reason
    if reason is not None:
        raise UnsupportedFunctionalityError(reason, functionality=f"Message-level {feature}")


def _push_configuration_update(conversion: InputConversion, options: OpenaiResponsesSystemMessageOptions) -> None:
    update: JSONObject = {}
    if options.reasoning_effort_update is not None:
        update["reasoning"] = {"effort": options.reasoning_effort_update}
    if options.text_format_update is not None:
        text_format = normalize_openai_responses_text_format(options.text_format_update, conversion.warnings)
        update["text"] = {"format": text_format}
    if update:
        conversion.push({"type": "configuration_update", **update})


def _push_instructions(conversion: InputConversion, message: LanguageModelV4SystemMessage) -> None:
    mode = conversion.settings.system_message_mode
    if mode == "remove":
        conversion.warn("system messages are removed for this model")
    else:
        conversion.push_message(mode, content=conversion.text_content(message.content, message.provider_options))
