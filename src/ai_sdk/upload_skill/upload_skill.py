"""Uploads a skill to a provider.

Ports: ai/src/upload-skill/upload-skill.ts, ai/src/upload-skill/upload-skill-result.ts
"""

from collections.abc import Mapping, Sequence
from typing import Any

from ai_sdk.provider import (
    ProviderV4,
    SharedV4FileDataData,
    SharedV4ProviderOptions,
    SkillsV4,
    SkillsV4File,
    SkillsV4UploadSkillCallOptions,
    SkillsV4UploadSkillResult,
)
from ai_sdk.provider.codec import load
from ai_sdk.upload_file.upload_error import UploadNotSupportedError

__all__ = ["UploadSkillResult", "upload_skill"]

UploadSkillResult = SkillsV4UploadSkillResult


async def upload_skill(
    *,
    api: SkillsV4 | ProviderV4,
    files: Sequence[SkillsV4File | Mapping[str, Any]],
    display_title: str | None = None,
    provider_options: SharedV4ProviderOptions | None = None,
) -> UploadSkillResult:
    """Upload the files of a skill, and return the reference that the provider's tools use.

    `api` is a provider that has a skill store, or the store (`anthropic.skills()`). A file is a `path` and its `data`:
    bytes, base64 text, or `{"type": "text", "text": ...}`.

    Raises `UploadNotSupportedError` when the provider has no skill store, and what the store raises.

        text = {"type": "text", "text": "# How we write release notes"}
        skill = await upload_skill(api=anthropic, files=[{"path": "SKILL.md", "data": text}])
    """
    return await _store_of(api).upload_skill(
        SkillsV4UploadSkillCallOptions(
            files=[_normalize(file) for file in files],
            display_title=display_title,
            provider_options=provider_options,
        )
    )


def _store_of(api: Any) -> SkillsV4:
    if hasattr(api, "upload_skill"):
        store: SkillsV4 = api
        return store
    skills = getattr(api, "skills", None)
    if skills is None:
        raise UploadNotSupportedError("The provider does not support skills. Make sure it exposes a skills() method.")
    made: SkillsV4 = skills()
    return made


def _normalize(file: SkillsV4File | Mapping[str, Any]) -> SkillsV4File:
    if isinstance(file, SkillsV4File):
        return file
    data: Any = file.get("data")
    return load(
        SkillsV4File, {**file, "data": SharedV4FileDataData(data=data)} if isinstance(data, bytes | str) else file
    )
