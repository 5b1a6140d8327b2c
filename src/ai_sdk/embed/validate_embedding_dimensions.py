"""The check of a requested number of dimensions.

Ports: ai/src/embed/validate-embedding-dimensions.ts
"""

from ai_sdk.error.invalid_argument_error import InvalidArgumentError

__all__ = ["validate_embedding_dimensions"]


def validate_embedding_dimensions(dimensions: float | None) -> None:
    """Raise `InvalidArgumentError` unless `dimensions` is absent or a positive integer."""
    if dimensions is None or (isinstance(dimensions, int) and dimensions > 0):
        return
    raise InvalidArgumentError(
        parameter="dimensions", value=dimensions, message="dimensions must be a positive integer"
    )
