"""Which parts of a model's stream are output, for which a stream waits and without which an answer is empty.

Ports: ai/src/generate-text/is-output-chunk.ts
"""

from ai_sdk.generate_text.language_model_stream_part import ExecuteToolsStreamPart

__all__ = ["is_output_chunk"]


def is_output_chunk(part: ExecuteToolsStreamPart) -> bool:
    """Whether a part is semantic output of the model: text that is not empty, a file, or a tool call."""
    match part.type:
        case "text-delta" | "reasoning-delta":
            return part.text != ""
        case "tool-input-delta":
            return part.delta != ""
        case kind:
            return kind in {"file", "reasoning-file", "tool-call"}
