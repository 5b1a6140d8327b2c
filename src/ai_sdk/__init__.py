"""The AI SDK for Python: text, tools, agents, structured output, embeddings and media from any model.

A name loads its module when it is first used, so that importing the package costs nothing.
"""

from typing import TYPE_CHECKING

from ai_sdk.lazy import lazy_names

if TYPE_CHECKING:
    from ai_sdk.embed.embed import (
        embed as embed,
    )
    from ai_sdk.embed.embed_events import (
        EmbeddingModelCallEndEvent as EmbeddingModelCallEndEvent,
        EmbeddingModelCallStartEvent as EmbeddingModelCallStartEvent,
        EmbedEndEvent as EmbedEndEvent,
        EmbedStartEvent as EmbedStartEvent,
    )
    from ai_sdk.embed.embed_many import (
        embed_many as embed_many,
    )
    from ai_sdk.embed.embed_result import (
        EmbedManyResult as EmbedManyResult,
        EmbedResult as EmbedResult,
    )
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
    from ai_sdk.rerank.rerank import (
        rerank as rerank,
    )
    from ai_sdk.rerank.rerank_events import (
        RerankEndEvent as RerankEndEvent,
        RerankingModelCallEndEvent as RerankingModelCallEndEvent,
        RerankingModelCallStartEvent as RerankingModelCallStartEvent,
        RerankStartEvent as RerankStartEvent,
    )
    from ai_sdk.rerank.rerank_result import (
        RankedDocument as RankedDocument,
        RerankResponse as RerankResponse,
        RerankResult as RerankResult,
    )

_MODULES = {
    "embed.embed": """
        embed
    """,
    "embed.embed_events": """
        EmbedEndEvent EmbedStartEvent EmbeddingModelCallEndEvent EmbeddingModelCallStartEvent
    """,
    "embed.embed_many": """
        embed_many
    """,
    "embed.embed_result": """
        EmbedManyResult EmbedResult
    """,
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
    "rerank.rerank": """
        rerank
    """,
    "rerank.rerank_events": """
        RerankEndEvent RerankStartEvent RerankingModelCallEndEvent RerankingModelCallStartEvent
    """,
    "rerank.rerank_result": """
        RankedDocument RerankResponse RerankResult
    """,
}
_HOMES = {name: f"{__name__}.{module}" for module, names in _MODULES.items() for name in names.split()}

__all__ = sorted(_HOMES)  # noqa: PLE0605 - the table is the list
__getattr__ = lazy_names(__name__, _HOMES)
