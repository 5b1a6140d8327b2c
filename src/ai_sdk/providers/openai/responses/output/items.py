"""Short names for the wire classes of output items, whole ones and those of a stream.

Ports: @ai-sdk/openai/src/responses/openai-responses-api.ts
"""

from ai_sdk_generated.openai.responses import wire

__all__ = [
    "Annotation",
    "ApplyPatchCall",
    "CodeInterpreterCall",
    "Compaction",
    "ComputerCall",
    "CustomToolCall",
    "FileSearchCall",
    "FunctionCall",
    "ImageGenerationCall",
    "LocalShellCall",
    "McpApprovalRequest",
    "McpCall",
    "Program",
    "ProgramOutput",
    "ShellCall",
    "ShellCallOutput",
    "ToolSearchCall",
    "ToolSearchOutput",
    "Usage",
    "WebSearchCall",
]

Annotation = wire.OpenaiResponsesChunkResponseOutputTextAnnotationAddedAnnotation
ApplyPatchCall = wire.OpenaiResponsesChunkItemApplyPatchCall
CodeInterpreterCall = wire.OpenaiResponsesChunkResponseOutputItemDoneItemCodeInterpreterCall
Compaction = wire.OpenaiResponsesChunkResponseOutputItemDoneItemCompaction
ComputerCall = wire.OpenaiResponsesComputerCall
CustomToolCall = (
    wire.OpenaiResponsesChunkResponseOutputItemDoneItemCustomToolCall | wire.OpenaiResponsesResponseOutputCustomToolCall
)
FileSearchCall = wire.OpenaiResponsesChunkResponseOutputItemDoneItemFileSearchCall
FunctionCall = (
    wire.OpenaiResponsesChunkResponseOutputItemDoneItemFunctionCall | wire.OpenaiResponsesResponseOutputFunctionCall
)
ImageGenerationCall = wire.OpenaiResponsesChunkResponseOutputItemDoneItemImageGenerationCall
LocalShellCall = wire.OpenaiResponsesLocalShellCall
McpApprovalRequest = wire.OpenaiResponsesChunkResponseOutputItemDoneItemMcpApprovalRequest
McpCall = wire.OpenaiResponsesChunkResponseOutputItemDoneItemMcpCall
Program = wire.OpenaiResponsesProgram
ProgramOutput = wire.OpenaiResponsesProgramOutput
ShellCall = wire.OpenaiResponsesChunkResponseOutputItemAddedItemShellCall
ShellCallOutput = wire.OpenaiResponsesChunkItemShellCallOutput
ToolSearchCall = wire.OpenaiResponsesChunkItemToolSearchCall
ToolSearchOutput = wire.OpenaiResponsesChunkItemToolSearchOutput
Usage = wire.OpenaiResponsesUsage
WebSearchCall = wire.OpenaiResponsesChunkResponseOutputItemDoneItemWebSearchCall
