"""The AI SDK for Python: text, tools, agents, structured output, embeddings and media from any model.

A name loads its module when it is first used, so that importing the package costs nothing.
"""

from typing import TYPE_CHECKING

from ai_sdk.lazy import lazy_names

if TYPE_CHECKING:
    from ai_sdk.provider_utils.abort import (
        AbortController as AbortController,
        AbortError as AbortError,
        AbortSignal as AbortSignal,
    )
    from ai_sdk.provider_utils.content_part import (
        CustomPart as CustomPart,
        FilePart as FilePart,
        ImagePart as ImagePart,
        ReasoningFilePart as ReasoningFilePart,
        ReasoningPart as ReasoningPart,
        TextPart as TextPart,
        ToolApprovalRequest as ToolApprovalRequest,
        ToolApprovalResponse as ToolApprovalResponse,
        ToolCallPart as ToolCallPart,
        ToolResultPart as ToolResultPart,
    )
    from ai_sdk.provider_utils.generate_id import (
        create_id_generator as create_id_generator,
        generate_id as generate_id,
    )
    from ai_sdk.provider_utils.model_message import (
        AssistantModelMessage as AssistantModelMessage,
        ModelMessage as ModelMessage,
        SystemModelMessage as SystemModelMessage,
        ToolModelMessage as ToolModelMessage,
        UserModelMessage as UserModelMessage,
    )
    from ai_sdk.provider_utils.schema import (
        FlexibleSchema as FlexibleSchema,
        Schema as Schema,
        as_schema as as_schema,
        json_schema as json_schema,
    )
    from ai_sdk.provider_utils.tool import (
        Tool as Tool,
        ToolExecutionOptions as ToolExecutionOptions,
        ToolSet as ToolSet,
    )

_MODULES = {
    "provider_utils.abort": """
        AbortController AbortError AbortSignal
    """,
    "provider_utils.content_part": """
        CustomPart FilePart ImagePart ReasoningFilePart ReasoningPart TextPart ToolApprovalRequest ToolApprovalResponse
        ToolCallPart ToolResultPart
    """,
    "provider_utils.generate_id": """
        create_id_generator generate_id
    """,
    "provider_utils.model_message": """
        AssistantModelMessage ModelMessage SystemModelMessage ToolModelMessage UserModelMessage
    """,
    "provider_utils.schema": """
        FlexibleSchema Schema as_schema json_schema
    """,
    "provider_utils.tool": """
        Tool ToolExecutionOptions ToolSet
    """,
}
_HOMES = {name: f"{__name__}.{module}" for module, names in _MODULES.items() for name in names.split()}

__all__ = sorted(_HOMES)  # noqa: PLE0605 - the table is the list
__getattr__ = lazy_names(__name__, _HOMES)
