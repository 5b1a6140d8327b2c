"""How alike two embeddings are.

Ports: ai/src/util/cosine-similarity.ts
"""

from collections.abc import Sequence
from math import sqrt

from ai_sdk.error.invalid_argument_error import InvalidArgumentError

__all__ = ["cosine_similarity"]


def cosine_similarity(vector1: Sequence[float], vector2: Sequence[float]) -> float:
    """Return the cosine of the angle between two vectors, from -1 to 1; 0 when one is empty or all zeros.

    Raises `InvalidArgumentError` when their lengths differ.

    >>> cosine_similarity([3, 4], [6, 8])
    1.0
    """
    if len(vector1) != len(vector2):
        raise InvalidArgumentError(
            parameter="vector1,vector2",
            value={"vector1Length": len(vector1), "vector2Length": len(vector2)},
            message="Vectors must have the same length",
        )
    # In a plain loop, term by term: the last digits depend on the order of the additions.
    squared1 = squared2 = product = 0.0
    for value1, value2 in zip(vector1, vector2, strict=True):
        squared1 += value1 * value1
        squared2 += value2 * value2
        product += value1 * value2
    return 0.0 if squared1 == 0 or squared2 == 0 else product / (sqrt(squared1) * sqrt(squared2))
