"""The messages of a conversation, as users write them.

Ports: @ai-sdk/provider-utils/src/types/model-message.ts
Ports: @ai-sdk/provider-utils/src/types/system-model-message.ts
Ports: @ai-sdk/provider-utils/src/types/user-model-message.ts
Ports: @ai-sdk/provider-utils/src/types/assistant-model-message.ts
Ports: @ai-sdk/provider-utils/src/types/tool-model-message.ts
"""

from dataclasses import dataclass
from typing import Annotated, Literal

from ai_sdk.provider.spec import Discriminator, Spec
from ai_sdk.provider_utils.content_part import (
    CustomPart,
    FilePart,
    ImagePart,
    ProviderOptions,
    ReasoningFilePart,
    ReasoningPart,
    TextPart,
    ToolApprovalRequest,
    ToolApprovalResponse,
    ToolCallPart,
    ToolResultPart,
)

__all__ = [
    "AssistantContent",
    "AssistantContentPart",
    "AssistantModelMessage",
    "ModelMessage",
    "SystemModelMessage",
    "ToolContent",
    "ToolContentPart",
    "ToolModelMessage",
    "UserContent",
    "UserContentPart",
    "UserModelMessage",
]

UserContentPart = Annotated[TextPart | ImagePart | FilePart, Discriminator("type")]
UserContent = str | list[UserContentPart]

AssistantContentPart = Annotated[
    TextPart
    | CustomPart
    | FilePart
    | ReasoningPart
    | ReasoningFilePart
    | ToolCallPart
    | ToolResultPart
    | ToolApprovalRequest,
    Discriminator("type"),
]
AssistantContent = str | list[AssistantContentPart]

ToolContentPart = Annotated[ToolResultPart | ToolApprovalResponse, Discriminator("type")]
ToolContent = list[ToolContentPart]


@dataclass(slots=True, kw_only=True)
class SystemModelMessage(Spec):
    """Instructions for the model."""

    role: Literal["system"] = "system"
    content: str
    provider_options: ProviderOptions | None = None


@dataclass(slots=True, kw_only=True)
class UserModelMessage(Spec):
    """What the user says."""

    role: Literal["user"] = "user"
    content: UserContent
    provider_options: ProviderOptions | None = None


@dataclass(slots=True, kw_only=True)
class AssistantModelMessage(Spec):
    """What the model said."""

    role: Literal["assistant"] = "assistant"
    content: AssistantContent
    provider_options: ProviderOptions | None = None


@dataclass(slots=True, kw_only=True)
class ToolModelMessage(Spec):
    """What tools answered, and answers to approval requests."""

    role: Literal["tool"] = "tool"
    content: ToolContent
    provider_options: ProviderOptions | None = None


ModelMessage = Annotated[
    SystemModelMessage | UserModelMessage | AssistantModelMessage | ToolModelMessage, Discriminator("role")
]
