from typing import Any

import pytest

from tests.providers.openai.responses.build import body, openai

BREAKPOINT = {"mode": "explicit"}


def wrapped(index: int, count: int = 2, **values: Any) -> dict[str, Any]:
    wrapper = {"itemId": "it", "toolCallId": "w", "toolName": "parallel", "index": index, "count": count}
    return {**wrapper, **({"input": "{}"} if index == 0 else {}), **values}


def child_result(metadata: dict[str, Any], **options: Any) -> dict[str, Any]:
    output = {"type": "text", "value": str(metadata["index"])}
    part = {"type": "tool-result", "toolCallId": "w_x", "toolName": "f", "output": output}
    return {**part, "providerOptions": openai(parallelToolCall=metadata, **options)}


def parallel(*results: dict[str, Any], **options: Any) -> list[dict[str, Any]]:
    call = {"type": "tool-call", "toolName": "f", "input": {}}
    calls = [
        {**call, "toolCallId": f"w_{index}", "providerOptions": openai(parallelToolCall=wrapped(index))}
        for index in range(2)
    ]
    answers = [child_result(metadata, **options) for metadata in results]
    return [{"role": "assistant", "content": calls}, {"role": "tool", "content": answers}]


CHAIN = openai(previousResponseId="resp_0")


def test_the_children_of_a_wrapper_become_one_call_with_one_output() -> None:
    assert body(prompt=parallel(wrapped(1), wrapped(0)), providerOptions=CHAIN)["input"] == [
        {"type": "function_call", "call_id": "w", "name": "parallel", "arguments": "{}"},
        {"type": "function_call_output", "call_id": "w", "output": "0\n1"},
    ]
    conversation = openai(conversation="conv")
    assert body(prompt=parallel(wrapped(0), wrapped(1)), providerOptions=conversation)["input"] == [
        {"type": "function_call_output", "call_id": "w", "output": "0\n1"}
    ]


def test_cache_breakpoints_of_children_stay_with_their_outputs() -> None:
    prompt = parallel(wrapped(0), wrapped(1), promptCacheBreakpoint=BREAKPOINT)
    assert body(prompt=prompt, providerOptions=CHAIN)["input"][1]["output"] == [
        {"type": "input_text", "text": "0", "prompt_cache_breakpoint": BREAKPOINT},
        {"type": "input_text", "text": "\n1", "prompt_cache_breakpoint": BREAKPOINT},
    ]


@pytest.mark.parametrize(
    "results",
    [
        [wrapped(0)],
        [wrapped(0), wrapped(0)],
        [wrapped(0), wrapped(1, itemId="other")],
        [wrapped(0, input=None), wrapped(1)],
        [wrapped(0), wrapped(1, count=True)],
        [wrapped(0), wrapped(2)],
    ],
)
def test_an_incomplete_or_contradictory_wrapper_stays_apart(results: list[dict[str, Any]]) -> None:
    items = body(prompt=parallel(*results), providerOptions=CHAIN)["input"]
    assert [item["type"] for item in items] == ["function_call"] * 2 + ["function_call_output"] * len(results)
