"""OpenAI's skill store.

Ports: @ai-sdk/openai/src/skills/openai-skills.ts
Ports: @ai-sdk/openai/src/skills/openai-skills-api.ts
"""

from typing import ClassVar, Literal

from ai_sdk_generated.openai.skills import wire

from ai_sdk.provider import (
    SharedV4Warning,
    SharedV4WarningUnsupported,
    SkillsV4UploadSkillCallOptions,
    SkillsV4UploadSkillResult,
)
from ai_sdk.provider_utils.base64 import convert_inline_file_data_to_bytes
from ai_sdk.provider_utils.form_data import FormData
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.post_to_api import post_form_data_to_api
from ai_sdk.provider_utils.response_handler import json_error_response, json_response
from ai_sdk.providers.openai.config import OpenAIConfig
from ai_sdk.providers.openai.errors import openai_error_structure

__all__ = ["OpenAISkills"]


class OpenAISkills:
    """Skills on OpenAI: folders of instructions that its shell tool can read."""

    specification_version: ClassVar[Literal["v4"]] = "v4"

    def __init__(self, config: OpenAIConfig) -> None:
        self.config = config

    @property
    def provider(self) -> str:
        """Which provider this is."""
        return self.config.provider

    async def upload_skill(self, options: SkillsV4UploadSkillCallOptions) -> SkillsV4UploadSkillResult:
        """Upload a skill; raises `APICallError` when the request fails."""
        answer = await post_form_data_to_api(
            transport=self.config.transport(),
            url=self.config.url("/skills", ""),
            headers=await self.config.headers(),
            form=_build_form(options),
            response_handler=json_response(wire.OpenaiSkillResponse),
            error_handler=json_error_response(openai_error_structure),
        )
        return _read_response(answer.value, _warnings(options))


def _build_form(options: SkillsV4UploadSkillCallOptions) -> FormData:
    form = FormData()
    for file in options.files:
        form.append("files[]", convert_inline_file_data_to_bytes(file.data), filename=file.path)
    return form


def _warnings(options: SkillsV4UploadSkillCallOptions) -> list[SharedV4Warning]:
    return [] if options.display_title is None else [SharedV4WarningUnsupported(feature="displayTitle")]


def _read_response(response: wire.OpenaiSkillResponse, warnings: list[SharedV4Warning]) -> SkillsV4UploadSkillResult:
    metadata = {
        "defaultVersion": response.default_version,
        "createdAt": response.created_at,
        "updatedAt": response.updated_at,
    }
    return SkillsV4UploadSkillResult(
        provider_reference={"openai": response.id},
        name=response.name,
        description=response.description,
        latest_version=response.latest_version,
        provider_metadata={"openai": omit_none(metadata)},
        warnings=warnings,
    )
