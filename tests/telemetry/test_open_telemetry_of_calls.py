from contextlib import suppress
from typing import Any

import anyio
import pytest

from ai_sdk import embed_many, generate_text, tool
from ai_sdk.generate_text.stop_condition import is_step_count
from ai_sdk.telemetry.telemetry_options import TelemetryOptions
from ai_sdk.testing import MockEmbeddingModelV4, MockLanguageModelV4
from tests.telemetry.spans import Recorder
from tests.telemetry.test_open_telemetry_text import outline

pytestmark = pytest.mark.anyio

CALL = {"type": "tool-call", "toolCallId": "1", "toolName": "weather", "input": '{"city":"Paris"}'}


def telemetry(recorder: Recorder) -> TelemetryOptions:
    return TelemetryOptions(integrations=recorder.integration, function_id="forecast")


async def test_a_generation_with_a_tool_is_traced_with_what_the_tool_does() -> None:
    recorder = Recorder()

    @tool
    def weather(city: str) -> str:
        """Tell the weather."""
        with recorder.tracer.start_as_current_span("GET weather"):
            return f"18 in {city}"

    first = {"content": [CALL], "finishReason": {"unified": "tool-calls"}}
    result = await generate_text(
        model=MockLanguageModelV4(do_generate=[first, "It is 18."]),
        prompt="Weather?",
        tools={"weather": weather},
        stop_when=is_step_count(3),
        telemetry=telemetry(recorder),
    )
    assert result.text == "It is 18."
    assert recorder.tree()[0]["attributes"]["gen_ai.agent.name"] == "forecast"
    tool_span = ("execute_tool weather", "UNSET", ("GET weather", "UNSET"))
    assert outline(recorder.tree()) == [
        (
            "invoke_agent mock-model-id",
            "UNSET",
            ("step 1", "UNSET", ("chat mock-model-id", "UNSET"), tool_span),
            ("step 2", "UNSET", ("chat mock-model-id", "UNSET")),
        )
    ]
    assert [point["count"] for point in recorder.metrics()] == [2]


async def test_a_generation_that_fails_is_traced_to_its_error() -> None:
    recorder = Recorder()
    with pytest.raises(ValueError, match="no answer"):
        await generate_text(
            model=MockLanguageModelV4(do_generate=ValueError("no answer")), prompt="Hi", telemetry=telemetry(recorder)
        )
    assert outline(recorder.tree()) == [
        ("invoke_agent mock-model-id", "ERROR", ("step 1", "ERROR", ("chat mock-model-id", "ERROR")))
    ]
    assert recorder.integration._states == {}


async def test_a_generation_that_is_cancelled_leaves_nothing_open() -> None:
    recorder = Recorder()

    async def never(options: Any) -> Any:
        await anyio.sleep_forever()

    with anyio.move_on_after(0.01):
        await generate_text(model=MockLanguageModelV4(do_generate=never), prompt="Hi", telemetry=telemetry(recorder))
    assert recorder.integration._states == {}
    assert outline(recorder.tree()) == [
        ("invoke_agent mock-model-id", "UNSET", ("step 1", "UNSET", ("chat mock-model-id", "UNSET")))
    ]


@pytest.mark.parametrize("fails", [False, True])
async def test_embeddings_are_traced_call_by_call(*, fails: bool) -> None:
    recorder = Recorder(embedding=True)
    model = MockEmbeddingModelV4(
        max_embeddings_per_call=1,
        supports_parallel_calls=False,
        do_embed=ValueError("down") if fails else [{"embeddings": [[number]], "warnings": []} for number in (1, 2)],
    )
    with suppress(ValueError):
        await embed_many(model=model, values=["a", "b"], max_retries=0, telemetry=telemetry(recorder))
    status = "ERROR" if fails else "UNSET"
    calls = [("embeddings mock-model-id", status)] * (1 if fails else 2)
    assert outline(recorder.tree()) == [("embeddings mock-model-id", status, *calls)]
    assert recorder.integration._states == {}
