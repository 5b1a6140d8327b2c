"""What the parts of earlier turns remember of the items they came from.

Ports: @ai-sdk/open-responses/src/responses/convert-to-open-responses-input.ts
"""

from collections.abc import Callable, Mapping
from typing import Any

from ai_sdk.provider import JSONObject
from ai_sdk.provider.language_model.prompt import LanguageModelV4AssistantPart
from ai_sdk.providers.open_responses.extension import ExtensionRegistry, is_extension_item

__all__ = [
    "ExtensionReplay",
    "get_extension_replay",
    "get_provider_data",
    "parse_output_text_annotations",
    "parse_reasoning_content",
    "parse_reasoning_summary",
    "text_member",
]

ExtensionReplay = tuple[JSONObject | None]
"""The item that stands for a part; no item when another part of the turn carries it."""


def get_provider_data(part: LanguageModelV4AssistantPart, name: str) -> JSONObject | None:
    """Return what a part's options say to this provider, or the metadata of content that is sent back as it came."""
    data: Any = (part.provider_options or {}).get(name)
    if data is None:
        data = (part.provider_metadata or {}).get(name)
    return data if isinstance(data, dict) else None


def text_member(data: Mapping[str, Any] | None, name: str) -> str | None:
    """Return a member that is text."""
    value = None if data is None else data.get(name)
    return value if isinstance(value, str) else None


def get_extension_replay(
    part: LanguageModelV4AssistantPart, name: str, extensions: ExtensionRegistry
) -> ExtensionReplay | None:
    """Return the item that an extension read a part from; `None` when no known extension did."""
    data: Any = (get_provider_data(part, name) or {}).get("openResponsesExtension")
    if not isinstance(data, dict):
        return None
    extension = extensions.by_id.get(text_member(data, "id") or "")
    if extension is None:
        return None
    item: Any = data.get("item")
    if is_extension_item(item) and item["type"] in (extension.item_types or ()):
        return (item,)
    return (None,) if text_member(data, "itemId") is not None else None


def _parse_list(value: Any, fits: Callable[[JSONObject], bool], keys: tuple[str, ...]) -> list[JSONObject] | None:
    if not isinstance(value, list) or not all(isinstance(each, dict) and fits(each) for each in value):
        return None
    return [{key: each[key] for key in keys} for each in value]


def _is_text_of(kind: str) -> Callable[[JSONObject], bool]:
    return lambda part: part.get("type") == kind and isinstance(part.get("text"), str)


def parse_reasoning_summary(value: Any) -> list[JSONObject] | None:
    """Return a summary that fits the wire; `None` for anything else."""
    return _parse_list(value, _is_text_of("summary_text"), ("type", "text"))


def parse_reasoning_content(value: Any) -> list[JSONObject] | None:
    """Return reasoning that fits the wire; `None` for anything else."""
    return _parse_list(value, _is_text_of("reasoning_text"), ("type", "text"))


def parse_output_text_annotations(value: Any) -> list[JSONObject] | None:
    """Return citations of web pages; `None` when one of them is anything else."""
    return _parse_list(value, _is_url_citation, ("type", "start_index", "end_index", "url", "title"))


def _is_url_citation(annotation: JSONObject) -> bool:
    return (
        annotation.get("type") == "url_citation"
        and _is_number(annotation.get("start_index"))
        and _is_number(annotation.get("end_index"))
        and isinstance(annotation.get("url"), str)
        and isinstance(annotation.get("title"), str)
    )


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
