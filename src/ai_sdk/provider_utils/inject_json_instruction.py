"""Asks for JSON in words, for models that cannot be told the response format, or only that it is JSON.

Ports: @ai-sdk/provider-utils/src/inject-json-instruction.ts
"""

from dataclasses import replace

from ai_sdk.provider import JSONObject, LanguageModelV4Prompt, LanguageModelV4SystemMessage
from ai_sdk.provider_utils.json import stringify

__all__ = ["inject_json_instruction", "inject_json_instruction_into_messages"]

_SCHEMA_PREFIX = "JSON schema:"
_SCHEMA_SUFFIX = "You MUST answer with a JSON object that matches the JSON schema above."
_GENERIC_SUFFIX = "You MUST answer with JSON."


def inject_json_instruction(
    prompt: str | None = None,
    schema: JSONObject | None = None,
    *,
    schema_prefix: str | None = None,
    schema_suffix: str | None = None,
) -> str:
    r"""Return `prompt` followed by the demand for JSON, with the schema when there is one.

    >>> inject_json_instruction("Be brief.")
    'Be brief.\n\nYou MUST answer with JSON.'
    """
    if schema_prefix is None and schema is not None:
        schema_prefix = _SCHEMA_PREFIX
    if schema_suffix is None:
        schema_suffix = _GENERIC_SUFFIX if schema is None else _SCHEMA_SUFFIX
    lines = [schema_prefix, None if schema is None else stringify(schema), schema_suffix]
    before = [prompt, ""] if prompt else []
    return "\n".join([*before, *(line for line in lines if line is not None)])


def inject_json_instruction_into_messages(
    messages: LanguageModelV4Prompt,
    schema: JSONObject | None = None,
    *,
    schema_prefix: str | None = None,
    schema_suffix: str | None = None,
) -> LanguageModelV4Prompt:
    """Return the prompt with the demand for JSON at the end of its first system message, which is added if missing."""
    match messages:
        case [LanguageModelV4SystemMessage() as system, *rest]:
            pass
        case _:
            system, rest = LanguageModelV4SystemMessage(content=""), messages
    content = inject_json_instruction(system.content, schema, schema_prefix=schema_prefix, schema_suffix=schema_suffix)
    return [replace(system, content=content), *rest]
