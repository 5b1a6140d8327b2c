"""Where code and shell commands run: containers, their network rules and skills.

Ports: @ai-sdk/openai/src/responses/openai-responses-prepare-tools.ts
"""

from typing import Any

from ai_sdk.provider import JSONObject
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.resolve_provider_reference import resolve_provider_reference

__all__ = ["map_code_container", "map_shell_environment"]


def map_code_container(container: Any) -> Any:
    """Write the container of the code interpreter: the id of one, or what a new one needs."""
    if isinstance(container, str):
        return container
    return {"type": "auto", **_container_needs(container or {})}


def map_shell_environment(environment: JSONObject) -> JSONObject:
    """Write where shell commands run: in a known container, in a new one, or at the caller's."""
    match environment.get("type"):
        case "containerReference":
            return {"type": "container_reference", "container_id": environment["containerId"]}
        case "containerAuto":
            skills = environment.get("skills")
            mapped = None if skills is None else [_map_skill(skill) for skill in skills]
            return omit_none({"type": "container_auto", **_container_needs(environment), "skills": mapped})
    return omit_none({"type": "local", "skills": environment.get("skills")})


def _container_needs(container: JSONObject) -> JSONObject:
    return omit_none(
        {
            "file_ids": container.get("fileIds"),
            "memory_limit": container.get("memoryLimit"),
            "network_policy": _map_network_policy(container.get("networkPolicy")),
        }
    )


def _map_network_policy(policy: JSONObject | None) -> JSONObject | None:
    if policy is None or policy["type"] == "disabled":
        return policy
    return omit_none(
        {
            "type": "allowlist",
            "allowed_domains": policy["allowedDomains"],
            "domain_secrets": policy.get("domainSecrets"),
        }
    )


def _map_skill(skill: JSONObject) -> JSONObject:
    if skill["type"] == "skillReference":
        return {
            "type": "skill_reference",
            "skill_id": resolve_provider_reference(skill["providerReference"], "openai"),
            "version": skill.get("version", "latest"),
        }
    source = skill["source"]
    return {
        "type": "inline",
        "name": skill["name"],
        "description": skill["description"],
        "source": {"type": "base64", "media_type": source["mediaType"], "data": source["data"]},
    }
