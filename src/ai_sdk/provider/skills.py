"""The skills part of the specification: folders of instructions that a provider's tools can read.

Ports: @ai-sdk/provider/src/skills/v4/skills-v4.ts
Ports: @ai-sdk/provider/src/skills/v4/skills-v4-upload-skill-call-options.ts
Ports: @ai-sdk/provider/src/skills/v4/skills-v4-upload-skill-result.ts
"""

from dataclasses import dataclass
from typing import Annotated, Literal, Protocol, runtime_checkable

from ai_sdk.provider.shared import (
    SharedV4FileDataData,
    SharedV4FileDataText,
    SharedV4ProviderMetadata,
    SharedV4ProviderOptions,
    SharedV4ProviderReference,
    SharedV4Warning,
)
from ai_sdk.provider.spec import Discriminator, Spec

__all__ = ["SkillsV4", "SkillsV4File", "SkillsV4UploadSkillCallOptions", "SkillsV4UploadSkillResult"]


@dataclass(slots=True, kw_only=True)
class SkillsV4File(Spec):
    """One file of a skill; `path` is relative to the skill's folder."""

    path: str
    data: Annotated[SharedV4FileDataData | SharedV4FileDataText, Discriminator("type")]


@dataclass(slots=True, kw_only=True)
class SkillsV4UploadSkillCallOptions(Spec):
    """The files of the skill to upload."""

    files: list[SkillsV4File]
    display_title: str | None = None
    provider_options: SharedV4ProviderOptions | None = None


@dataclass(slots=True, kw_only=True)
class SkillsV4UploadSkillResult(Spec):
    """How the provider knows the skill."""

    provider_reference: SharedV4ProviderReference
    display_title: str | None = None
    name: str | None = None
    description: str | None = None
    latest_version: str | None = None
    provider_metadata: SharedV4ProviderMetadata | None = None
    warnings: list[SharedV4Warning]


@runtime_checkable
class SkillsV4(Protocol):
    """A provider's skill store."""

    @property
    def specification_version(self) -> Literal["v4"]:
        """The version of this protocol."""

    @property
    def provider(self) -> str:
        """Which provider this is."""

    async def upload_skill(self, options: SkillsV4UploadSkillCallOptions) -> SkillsV4UploadSkillResult:
        """Upload a skill."""
