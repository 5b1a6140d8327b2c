"""The text settings of a request: format and verbosity.

Ports: @ai-sdk/openai/src/responses/openai-responses-language-model.ts
"""

from ai_sdk.provider import JSONObject, LanguageModelV4ResponseFormatJson
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.providers.openai.json_schema import normalize_openai_json_schema
from ai_sdk.providers.openai.responses.request.call import ResponsesCall
from ai_sdk.providers.openai.responses.text_format import normalize_openai_responses_text_format

__all__ = ["build_text_settings"]


def build_text_settings(call: ResponsesCall) -> JSONObject | None:
    """Return the text settings; the text format option wins over the call's response format."""
    settings = omit_none({"format": _text_format(call), "verbosity": call.openai_options.text_verbosity})
    return settings or None


def _text_format(call: ResponsesCall) -> JSONObject | None:
    options, response_format = call.openai_options, call.options.response_format
    if options.text_format is not None:
        return normalize_openai_responses_text_format(options.text_format, call.warnings)
    if not isinstance(response_format, LanguageModelV4ResponseFormatJson):
        return None
    if response_format.schema is None:
        return {"type": "json_object"}
    schema, warnings = normalize_openai_json_schema(response_format.schema)
    call.warnings.extend(warnings)
    return omit_none(
        {
            "type": "json_schema",
            "strict": options.strict_json_schema is not False,
            "name": "response" if response_format.name is None else response_format.name,
            "description": response_format.description,
            "schema": schema,
        }
    )
