"""Anthropic's skill store.

Ports: @ai-sdk/anthropic/src/skills/anthropic-skills.ts, @ai-sdk/anthropic/src/skills/anthropic-skills-api.ts
"""

from typing import Any, ClassVar, Literal

from ai_sdk_generated.anthropic.skills import wire

from ai_sdk.provider import SkillsV4UploadSkillCallOptions, SkillsV4UploadSkillResult
from ai_sdk.provider_utils.base64 import convert_inline_file_data_to_bytes
from ai_sdk.provider_utils.encode_path_segment import encode_path_segment
from ai_sdk.provider_utils.form_data import FormData
from ai_sdk.provider_utils.headers import combine_headers
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.model_config import ModelConfig
from ai_sdk.provider_utils.post_to_api import get_from_api, post_form_data_to_api
from ai_sdk.provider_utils.response_handler import json_error_response, json_response
from ai_sdk.providers.anthropic.errors import anthropic_error_structure

__all__ = ["AnthropicSkills"]

_BETA = {"anthropic-beta": "skills-2025-10-02"}
_ERROR = json_error_response(anthropic_error_structure)


class AnthropicSkills:
    """Skills on Anthropic: folders of instructions that its code execution can read."""

    specification_version: ClassVar[Literal["v4"]] = "v4"

    def __init__(self, config: ModelConfig) -> None:
        self.config = config

    @property
    def provider(self) -> str:
        """Which provider this is."""
        return self.config.provider

    async def upload_skill(self, options: SkillsV4UploadSkillCallOptions) -> SkillsV4UploadSkillResult:
        """Upload a skill, and ask for the name and description of its version; raises `APICallError` on failure."""
        answer = await post_form_data_to_api(
            **await self._request("/skills"),
            form=_build_form(options),
            response_handler=json_response(wire.AnthropicSkillResponse),
            error_handler=_ERROR,
        )
        skill: wire.AnthropicSkillResponse = answer.value
        version = None
        if skill.latest_version is not None:
            version = await self._fetch_version(skill.id, skill.latest_version)
        return _read_response(skill, version)

    async def _fetch_version(self, skill_id: str, version: str) -> wire.AnthropicSkillVersionResponse:
        path = f"/skills/{encode_path_segment(skill_id)}/versions/{encode_path_segment(version)}"
        answer = await get_from_api(
            **await self._request(path),
            response_handler=json_response(wire.AnthropicSkillVersionResponse),
            error_handler=_ERROR,
        )
        response: wire.AnthropicSkillVersionResponse = answer.value
        return response

    async def _request(self, path: str) -> dict[str, Any]:
        return {
            "transport": self.config.transport(),
            "url": self.config.url(path, ""),
            "headers": combine_headers(await self.config.headers(), _BETA),
        }


def _build_form(options: SkillsV4UploadSkillCallOptions) -> FormData:
    form = FormData()
    if options.display_title is not None:
        form.append("display_title", options.display_title)
    for file in options.files:
        form.append("files[]", convert_inline_file_data_to_bytes(file.data), filename=file.path)
    return form


def _read_response(
    skill: wire.AnthropicSkillResponse, version: wire.AnthropicSkillVersionResponse | None
) -> SkillsV4UploadSkillResult:
    name, description = skill.name, skill.description
    if version is not None:
        name = name if version.name is None else version.name
        description = description if version.description is None else version.description
    metadata = {"source": skill.source, "createdAt": skill.created_at, "updatedAt": skill.updated_at}
    return SkillsV4UploadSkillResult(
        provider_reference={"anthropic": skill.id},
        display_title=skill.display_title,
        name=name,
        description=description,
        latest_version=skill.latest_version,
        provider_metadata={"anthropic": omit_none(metadata)},
        warnings=[],
    )
