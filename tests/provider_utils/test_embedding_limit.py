"""One call of an embedding model takes so many values and no more."""

from types import SimpleNamespace

import pytest

from ai_sdk.provider import TooManyEmbeddingValuesForCallError
from ai_sdk.provider_utils.embedding_limit import check_embedding_count


def model(limit):
    return SimpleNamespace(provider="p.embedding", model_id="m", max_embeddings_per_call=limit)


@pytest.mark.parametrize(("limit", "values"), [(2, []), (2, ["a", "b"]), (None, ["a"] * 9)])
def test_as_many_values_as_the_model_takes_are_fine(limit, values):
    assert check_embedding_count(model(limit), values) is None


def test_one_more_is_refused_with_model_and_values():
    with pytest.raises(TooManyEmbeddingValuesForCallError) as caught:
        check_embedding_count(model(1), ("a", "b"))
    error = caught.value
    assert (error.provider, error.model_id, error.max_embeddings_per_call, error.values) == (
        "p.embedding",
        "m",
        1,
        ["a", "b"],
    )
