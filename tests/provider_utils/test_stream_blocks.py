"""Blocks open once, close once, and never speak after they closed unless they open again."""

from typing import Literal

import pytest
from hypothesis import given, strategies as st

from ai_sdk.provider.codec import dump
from ai_sdk.provider_utils.stream_blocks import StreamBlock

META = {"toy": {"a": 1}}


@pytest.mark.parametrize("kind", ["text", "reasoning"])
def test_a_block_starts_with_its_first_delta_and_ends_once(kind: Literal["text", "reasoning"]) -> None:
    block = StreamBlock(kind, "0")
    parts = [*block.end(), *block.delta("a"), *block.start(), *block.delta("b", META), *block.end(META), *block.end()]
    assert dump(parts) == [
        {"type": f"{kind}-start", "id": "0"},
        {"type": f"{kind}-delta", "id": "0", "delta": "a"},
        {"type": f"{kind}-delta", "id": "0", "delta": "b", "providerMetadata": META},
        {"type": f"{kind}-end", "id": "0", "providerMetadata": META},
    ]


@given(st.lists(st.sampled_from(["start", "delta", "end"])))
def test_starts_and_ends_always_alternate(calls: list[str]) -> None:
    block = StreamBlock("text", "0")
    actions = {"start": block.start, "delta": lambda: block.delta("x"), "end": block.end}
    kinds = [part.type for call in calls for part in actions[call]()]
    open_now = False
    for kind in kinds:
        assert open_now is (kind != "text-start")
        open_now = kind != "text-end"
    assert open_now is block.is_open
