"""A text format option as it goes over the wire.

Ports: @ai-sdk/openai/src/responses/openai-responses-text-format.ts
"""

from pydantic import BaseModel

from ai_sdk.provider import JSONObject, SharedV4Warning
from ai_sdk.provider_utils.json import dump_wire
from ai_sdk.providers.openai.json_schema import normalize_openai_json_schema

__all__ = ["normalize_openai_responses_text_format"]


def normalize_openai_responses_text_format(text_format: BaseModel, warnings: list[SharedV4Warning]) -> JSONObject:
    """Write a text format, its JSON schema without what the provider does not support; warnings say what was lost."""
    result: JSONObject = dump_wire(text_format)
    if result["type"] == "json_schema":
        schema, schema_warnings = normalize_openai_json_schema(result["schema"])
        warnings.extend(schema_warnings)
        result["schema"] = schema
    return result
