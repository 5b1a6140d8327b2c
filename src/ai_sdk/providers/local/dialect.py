"""How local servers' completions differ from OpenAI's, and how they write errors."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from pydantic import BaseModel, ConfigDict

from ai_sdk.provider import JSONObject, SharedV4Warning
from ai_sdk.provider_utils.map_reasoning_to_provider import CustomReasoning, map_reasoning_to_provider_effort
from ai_sdk.provider_utils.response_handler import ErrorStructure
from ai_sdk.providers.openai_compatible.chat.dialect import ChatDialect

__all__ = ["LM_STUDIO_DIALECT", "LOCAL_DIALECT", "LOCAL_ERROR_STRUCTURE"]

_EFFORTS: Mapping[CustomReasoning, str] = MappingProxyType(
    {"none": "none", "low": "low", "medium": "medium", "high": "high"}
)


class _ErrorDetails(BaseModel):
    model_config = ConfigDict(extra="allow")
    message: str


class _ErrorObject(BaseModel):
    model_config = ConfigDict(extra="allow")
    error: _ErrorDetails | str


class _BareError(BaseModel):
    model_config = ConfigDict(extra="allow")
    message: str


def _error_to_message(data: _ErrorObject | _BareError) -> str:
    if isinstance(data, _BareError):
        return data.message
    return data.error if isinstance(data.error, str) else data.error.message


LOCAL_ERROR_STRUCTURE = ErrorStructure(_ErrorObject | _BareError, _error_to_message)
"""An object `error`, a text `error`, or nothing around the `message`: each of them is some server's."""


def _map_reasoning(reasoning: CustomReasoning, warnings: list[SharedV4Warning]) -> str | None:
    return map_reasoning_to_provider_effort(reasoning=reasoning, effort_map=_EFFORTS, warnings=warnings)


def _with_schema(body: JSONObject, warnings: list[SharedV4Warning]) -> JSONObject:
    del warnings
    if body.get("response_format") != {"type": "json_object"}:
        return body
    any_object = {"name": "response", "schema": {"type": "object"}}
    return {**body, "response_format": {"type": "json_schema", "json_schema": any_object}}


LOCAL_DIALECT = ChatDialect(
    include_usage=True,
    supports_structured_outputs=True,
    error_structure=LOCAL_ERROR_STRUCTURE,
    map_reasoning=_map_reasoning,
)
"""Schemas are sent, streams are asked for usage, and the reasoning effort is `none`, `low`, `medium` or `high`."""

LM_STUDIO_DIALECT = replace(LOCAL_DIALECT, transform_request_body=_with_schema)
"""LM Studio refuses JSON without a schema; any object will do."""
