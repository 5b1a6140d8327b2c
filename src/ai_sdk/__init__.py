"""The AI SDK for Python: text, tools, agents, structured output, embeddings and media from any model.

A name loads its module when it is first used, so that importing the package costs nothing.
"""

from typing import TYPE_CHECKING

from ai_sdk.lazy import lazy_names

if TYPE_CHECKING:
    from ai_sdk.provider_utils.abort import (
        AbortController as AbortController,
    )
    from ai_sdk.provider_utils.abort import (
        AbortError as AbortError,
    )
    from ai_sdk.provider_utils.abort import (
        AbortSignal as AbortSignal,
    )
    from ai_sdk.provider_utils.content_part import (
        CustomPart as CustomPart,
    )
    from ai_sdk.provider_utils.content_part import (
        FilePart as FilePart,
    )
    from ai_sdk.provider_utils.content_part import (
        ImagePart as ImagePart,
    )
    from ai_sdk.provider_utils.content_part import (
        ReasoningFilePart as ReasoningFilePart,
    )
    from ai_sdk.provider_utils.content_part import (
        ReasoningPart as ReasoningPart,
    )
    from ai_sdk.provider_utils.content_part import (
        TextPart as TextPart,
    )
    from ai_sdk.provider_utils.content_part import (
        ToolApprovalRequest as ToolApprovalRequest,
    )
    from ai_sdk.provider_utils.content_part import (
        ToolApprovalResponse as ToolApprovalResponse,
    )
    from ai_sdk.provider_utils.content_part import (
        ToolCallPart as ToolCallPart,
    )
    from ai_sdk.provider_utils.content_part import (
        ToolResultPart as ToolResultPart,
    )
    from ai_sdk.provider_utils.generate_id import (
        create_id_generator as create_id_generator,
    )
    from ai_sdk.provider_utils.generate_id import (
        generate_id as generate_id,
    )
    from ai_sdk.provider_utils.model_message import (
        AssistantModelMessage as AssistantModelMessage,
    )
    from ai_sdk.provider_utils.model_message import (
        ModelMessage as ModelMessage,
    )
    from ai_sdk.provider_utils.model_message import (
        SystemModelMessage as SystemModelMessage,
    )
    from ai_sdk.provider_utils.model_message import (
        ToolModelMessage as ToolModelMessage,
    )
    from ai_sdk.provider_utils.model_message import (
        UserModelMessage as UserModelMessage,
    )
    from ai_sdk.provider_utils.schema import (
        FlexibleSchema as FlexibleSchema,
    )
    from ai_sdk.provider_utils.schema import (
        Schema as Schema,
    )
    from ai_sdk.provider_utils.schema import (
        as_schema as as_schema,
    )
    from ai_sdk.provider_utils.schema import (
        json_schema as json_schema,
    )
    from ai_sdk.provider_utils.tool import (
        Tool as Tool,
    )
    from ai_sdk.provider_utils.tool import (
        ToolExecutionOptions as ToolExecutionOptions,
    )
    from ai_sdk.provider_utils.tool import (
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
