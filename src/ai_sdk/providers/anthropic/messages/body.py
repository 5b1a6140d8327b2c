"""The parts of a body that the provider options give.

Ports: @ai-sdk/anthropic/src/anthropic-language-model.ts
"""

from typing import Any

from ai_sdk_generated.anthropic.messages.options import (
    AnthropicLanguageModelOptions,
    AnthropicLanguageModelOptionsContainer,
    AnthropicLanguageModelOptionsContainerSkill,
    AnthropicLanguageModelOptionsContextManagementEdit,
    AnthropicLanguageModelOptionsMcpServer,
    AnthropicLanguageModelOptionsThread,
)
from pydantic import BaseModel

from ai_sdk.provider import JSONObject
from ai_sdk.provider_utils.json import dump_wire, omit_none
from ai_sdk.provider_utils.resolve_provider_reference import resolve_provider_reference

__all__ = ["option_settings", "thread_settings"]


def option_settings(
    options: AnthropicLanguageModelOptions, effort: str | None, output_format: JSONObject | None
) -> JSONObject:
    """Return the settings that come before the prompt; those without a value are `None`."""
    metadata = options.metadata
    user_id = None if metadata is None else metadata.user_id
    return {
        "output_config": _output_config(options, effort, output_format),
        "speed": options.speed,
        "service_tier": options.service_tier,
        "inference_geo": options.inference_geo,
        "fallbacks": _fallbacks(options),
        "cache_control": _dump(options.cache_control),
        "metadata": None if user_id is None else {"user_id": user_id},
        "mcp_servers": [_mcp_server(server) for server in options.mcp_servers or ()] or None,
        "container": None if options.container is None else _container(options.container),
        "safeguards": _safeguards(options),
        "compaction": _dump(options.compaction),
        "context_management": _context_management(options),
    }


def thread_settings(thread: AnthropicLanguageModelOptionsThread | None) -> JSONObject | None:
    """Return the wire form of a message thread."""
    if thread is None or thread.type == "create":
        return None if thread is None else {"type": "create"}
    return {"type": "continue", "previous_message_id": thread.previous_message_id}


def _dump(model: BaseModel | None) -> Any:
    return None if model is None else dump_wire(model)


def _output_config(
    options: AnthropicLanguageModelOptions, effort: str | None, output_format: JSONObject | None
) -> JSONObject | None:
    return omit_none({"effort": effort, "task_budget": _dump(options.task_budget), "format": output_format}) or None


def _fallbacks(options: AnthropicLanguageModelOptions) -> Any:
    if not isinstance(options.fallbacks, list):
        return options.fallbacks
    return [dump_wire(fallback) for fallback in options.fallbacks] or None


def _mcp_server(server: AnthropicLanguageModelOptionsMcpServer) -> JSONObject:
    configuration = server.tool_configuration
    return omit_none(
        {
            "type": server.type,
            "name": server.name,
            "url": server.url,
            "authorization_token": server.given("authorization_token"),
            "tool_configuration": None
            if configuration is None
            else omit_none(
                {"allowed_tools": configuration.given("allowed_tools"), "enabled": configuration.given("enabled")}
            ),
        }
    )


def _container(container: AnthropicLanguageModelOptionsContainer) -> Any:
    """Return the container's id alone, for code execution, or an object with the agent's skills."""
    if not container.skills:
        return container.id
    return omit_none({"id": container.id, "skills": [_skill(skill) for skill in container.skills]})


def _skill(skill: AnthropicLanguageModelOptionsContainerSkill) -> JSONObject:
    skill_id = (
        resolve_provider_reference(skill.provider_reference, "anthropic") if skill.type == "custom" else skill.skill_id
    )
    return omit_none({"type": skill.type, "skill_id": skill_id, "version": skill.version})


def _safeguards(options: AnthropicLanguageModelOptions) -> list[JSONObject] | None:
    safeguards = [
        omit_none({"type": safeguard.type, "classifier_context": safeguard.classifier_context})
        for safeguard in options.safeguards or ()
    ]
    return safeguards or None


def _context_management(options: AnthropicLanguageModelOptions) -> JSONObject | None:
    if options.context_management is None:
        return None
    return {"edits": [_edit(edit) for edit in options.context_management.edits]}


def _edit(edit: AnthropicLanguageModelOptionsContextManagementEdit) -> JSONObject:
    """Return an edit's options by the names of their fields, which are those on the wire."""
    return edit.model_dump(exclude_unset=True)
