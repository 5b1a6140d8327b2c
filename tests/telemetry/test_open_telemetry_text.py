from typing import Any

import pytest

from ai_sdk.error.retry_error import RetryError
from ai_sdk.generate_text.tool_call import TypedToolCall, TypedToolError, TypedToolResult
from ai_sdk.provider.errors import APICallError
from ai_sdk.telemetry.telemetry import TelemetryErrorEvent
from tests.telemetry import events
from tests.telemetry.spans import Recorder

Events = list[tuple[str, Any]]

OVERLOADED = APICallError("Overloaded", url="https://a.dev", request_body_values={}, status_code=529)
DETAILS = {
    "ai.response.providerMetadata": '{"openai":{"cachedTokens":4}}',
    "ai.usage.inputTokenDetails.noCacheTokens": 7,
    "ai.usage.outputTokenDetails.textTokens": 20,
    "ai.usage.outputTokenDetails.reasoningTokens": 10,
}
BASE = {
    "ai.settings.context.tenant": "acme",
    "ai.settings.context.nested.plan": "pro",
    "ai.settings.context.nested.ids": [1, 2],
    "ai.request.headers.x-team": "weather",
}
USAGE = {
    "gen_ai.usage.input_tokens": 12,
    "gen_ai.usage.output_tokens": 30,
    "gen_ai.usage.cache_read.input_tokens": 4,
    "gen_ai.usage.cache_creation.input_tokens": 1,
}
SETTINGS = {
    "gen_ai.request.frequency_penalty": 0.2,
    "gen_ai.request.max_tokens": 100,
    "gen_ai.request.presence_penalty": 0.1,
    "gen_ai.request.temperature": 0.5,
    "gen_ai.request.top_k": 40,
    "gen_ai.request.top_p": 0.9,
    "gen_ai.request.stop_sequences": ["END"],
}
MODEL = {"gen_ai.provider.name": "openai", "gen_ai.request.model": "gpt-5"}
MESSAGES = '[{"role":"user","parts":[{"type":"text","content":"Weather in Paris?"}]}]'
DEFINITIONS = (
    '[{"type":"function","name":"weather","description":"Tells it.","inputSchema":{"type":"object"}},'
    '{"type":"provider","id":"openai.mcp","name":"mcp","args":{"serverLabel":"crm",'
    '"authorization":"[redacted]","headers":{"x-key":"[redacted]"}}}'
)


def generation(*, call_end: Any = None, tool_end: Any = None, end: Any = None) -> Events:
    return [
        ("on_start", events.start()),
        ("on_step_start", events.step_start()),
        ("on_language_model_call_start", events.model_call_start()),
        ("on_language_model_call_end", call_end or events.model_call_end()),
        ("on_tool_execution_start", events.tool_start()),
        ("on_tool_execution_end", tool_end or events.tool_end({"celsius": 18.0})),
        ("on_step_end", events.step()),
        ("on_end", end or events.end()),
    ]


def outline(tree: list[dict[str, Any]]) -> list[Any]:
    """Return the names of spans, how they failed, and the same of what is below them."""
    return [(span["name"], span.get("status", ("UNSET", None))[0], *outline(span.get("children", []))) for span in tree]


def test_a_generation_is_a_tree_of_steps_model_calls_and_tools() -> None:
    switches = ("usage", "provider_metadata", "runtime_context", "headers", "tool_choice")
    recorder = Recorder(
        {"function_id": "forecast", "include_runtime_context": {"tenant": True, "nested": True}},
        **dict.fromkeys(switches, True),
    )
    recorder.send(generation())
    root = {
        "gen_ai.operation.name": "invoke_agent",
        **MODEL,
        **SETTINGS,
        **BASE,
        **USAGE,
        **DETAILS,
        "gen_ai.request.seed": 7,
        "gen_ai.agent.name": "forecast",
        "gen_ai.system_instructions": ('[{"type":"text","content":"Be brief."},{"type":"text","content":"Be kind."}]'),
        "gen_ai.input.messages": MESSAGES,
        "gen_ai.response.finish_reasons": ["stop"],
        "gen_ai.output.messages": (
            '[{"role":"assistant","parts":[{"type":"reasoning","content":"Hm."},'
            '{"type":"text","content":"18 degrees."},{"type":"blob","modality":"image",'
            '"mime_type":"image/png","content":"iVBORw=="}],"finish_reason":"stop"}]'
        ),
    }
    step = {"gen_ai.operation.name": "agent_step", "ai.prompt.toolChoice": '{"type":"auto"}', **BASE, **DETAILS}
    call = {
        "gen_ai.operation.name": "chat",
        **MODEL,
        **SETTINGS,
        **USAGE,
        **DETAILS,
        "gen_ai.system_instructions": '[{"type":"text","content":"Be brief."}]',
        "gen_ai.input.messages": MESSAGES,
        "gen_ai.tool.definitions": f"{DEFINITIONS}]",
        "gen_ai.client.operation.duration": 1.25,
        "gen_ai.client.operation.time_to_first_chunk": 0.3,
        "gen_ai.client.operation.time_per_output_chunk": 0.0025,
        "server.address": "api.openai.com",
        "server.port": 443,
        "gen_ai.response.finish_reasons": ["tool-calls"],
        "gen_ai.response.id": "resp-1",
        "gen_ai.response.model": "gpt-5-2026",
        "gen_ai.output.messages": (
            '[{"role":"assistant","parts":[{"type":"reasoning","content":"Hm."},'
            '{"type":"text","content":"Let me look."},{"type":"tool_call","id":"call-1","name":"weather",'
            '"arguments":{"city":"Paris"}}],"finish_reason":"tool_call"}]'
        ),
    }
    tool = {
        "gen_ai.operation.name": "execute_tool",
        "gen_ai.tool.name": "weather",
        "gen_ai.tool.call.id": "call-1",
        "gen_ai.tool.type": "function",
        "gen_ai.tool.call.arguments": '{"city":"Paris"}',
        "gen_ai.execute_tool.duration": 0.04,
        "gen_ai.tool.call.result": '{"celsius":18}',
    }
    leaves = [
        {"name": "chat gpt-5", "kind": "CLIENT", "attributes": call},
        {"name": "execute_tool weather", "kind": "INTERNAL", "attributes": tool},
    ]
    assert recorder.tree() == [
        {
            "name": "invoke_agent gpt-5",
            "kind": "INTERNAL",
            "attributes": root,
            "children": [{"name": "step 1", "kind": "INTERNAL", "attributes": step, "children": leaves}],
        }
    ]


def test_the_duration_of_a_model_call_goes_into_a_histogram() -> None:
    recorder = Recorder()
    recorder.send(generation())
    assert recorder.metrics() == [
        {
            "name": "gen_ai.client.inference.duration",
            "unit": "s",
            "count": 1,
            "sum": 1.25,
            "attributes": {
                "gen_ai.operation.name": "chat",
                "gen_ai.provider.name": "openai",
                "gen_ai.request.model": "gpt-5",
                "gen_ai.response.model": "gpt-5-2026",
            },
            "bounds": 14,
        }
    ]


def test_tools_that_the_provider_ran_stand_below_its_model_call() -> None:
    common: dict[str, Any] = {"input": {"q": "x"}, "provider_executed": True}
    content = [
        TypedToolCall(tool_call_id="a", tool_name="search", **common),
        TypedToolResult(tool_call_id="a", tool_name="search", output="draft", preliminary=True, **common),
        TypedToolResult(tool_call_id="a", tool_name="search", output=["hit"], **common),
        TypedToolCall(tool_call_id="a", tool_name="search", **common),
        TypedToolCall(tool_call_id="b", tool_name="mcp", **common),
        TypedToolError(tool_call_id="b", tool_name="mcp", error=OVERLOADED, **common),
        TypedToolCall(tool_call_id="c", tool_name="later", **common),
    ]
    recorder = Recorder()
    recorder.send(generation(call_end=events.model_call_end(content=content)))
    call = recorder.tree()[0]["children"][0]["children"][0]
    extension = '{"type":"extension","name":"search"},{"type":"extension","name":"later"}'
    assert call["attributes"]["gen_ai.tool.definitions"] == f"{DEFINITIONS},{extension}]"
    attributes = {
        "gen_ai.operation.name": "execute_tool",
        "gen_ai.tool.type": "extension",
        "gen_ai.tool.call.arguments": '{"q":"x"}',
    }
    search = {"gen_ai.tool.name": "search", "gen_ai.tool.call.id": "a", "gen_ai.tool.call.result": '["hit"]'}
    mcp = {"gen_ai.tool.name": "mcp", "gen_ai.tool.call.id": "b", "http.response.status_code": 529}
    later = {"gen_ai.tool.name": "later", "gen_ai.tool.call.id": "c"}
    failed = {"status": ("ERROR", "Overloaded"), "exceptions": [("AI_APICallError", "Overloaded")]}
    assert call["children"] == [
        {"name": "execute_tool search", "kind": "INTERNAL", "attributes": attributes | search},
        {"name": "execute_tool mcp", "kind": "INTERNAL", "attributes": attributes | mcp, **failed},
        {"name": "execute_tool later", "kind": "INTERNAL", "attributes": attributes | later},
    ]


def test_a_failing_tool_marks_its_own_span_alone() -> None:
    recorder = Recorder()
    recorder.send(generation(tool_end=events.tool_end(error=ValueError("no such city"))))
    step = recorder.tree()[0]["children"][0]
    tool = step["children"][1]
    assert (tool["status"], tool["exceptions"]) == (("ERROR", "no such city"), [("ValueError", "no such city")])
    assert outline(recorder.tree()) == [
        ("invoke_agent gpt-5", "UNSET", ("step 1", "UNSET", ("chat gpt-5", "UNSET"), ("execute_tool weather", "ERROR")))
    ]


def test_the_finish_reason_error_marks_the_spans_that_end_with_it() -> None:
    failed = events.step(finish_reason="error")
    recorder = Recorder()
    sent = generation(call_end=events.model_call_end(finish_reason="error"), end=events.end(failed))
    recorder.send([(name, failed if name == "on_step_end" else event) for name, event in sent])
    assert outline(recorder.tree()) == [
        ("invoke_agent gpt-5", "ERROR", ("step 1", "ERROR", ("chat gpt-5", "ERROR"), ("execute_tool weather", "UNSET")))
    ]
    assert recorder.metrics()[0]["attributes"]["error.type"] == "_OTHER"


@pytest.mark.parametrize("count", range(1, 8))
def test_an_error_ends_whatever_is_open_and_marks_it(count: int) -> None:
    error = RetryError("Failed after 3 attempts.", reason="maxRetriesExceeded", errors=[OVERLOADED])
    recorder = Recorder()
    recorder.send([*generation()[:count], ("on_error", TelemetryErrorEvent(call_id="call", error=error))])
    root = recorder.tree()[0]
    assert root["status"] == ("ERROR", "Failed after 3 attempts.")
    assert root["exceptions"] == [("AI_RetryError", "Failed after 3 attempts.")]
    assert root["attributes"]["http.response.status_code"] == 529
    assert [span.name for span in recorder.finished if span.status.is_unset] == [
        *(["chat gpt-5"] if count > 3 else []),
        *(["execute_tool weather"] if count > 5 else []),
        *(["step 1"] if count > 6 else []),
    ]
    assert recorder.integration._states == {}
    if count == 3:
        assert recorder.metrics()[0]["attributes"]["error.type"] == "AI_RetryError"


@pytest.mark.parametrize("count", range(1, 8))
def test_an_abort_ends_whatever_is_open(count: int) -> None:
    recorder = Recorder()
    recorder.send([*generation()[:count], ("on_abort", events.abort())])
    opened = 1 + (count > 1) + (count > 2) + (count > 4)
    assert len(recorder.finished) == opened
    assert all(span.status.is_unset for span in recorder.finished)
    assert recorder.integration._states == {}
    assert [point["attributes"].get("error.type") for point in recorder.metrics()] == (
        [] if count < 3 else ["AbortError" if count == 3 else None]
    )


def test_a_failed_step_ends_before_the_call_does() -> None:
    another = ValueError("gave up")
    failed = ("on_step_error", events.step_error(OVERLOADED))
    recorder = Recorder()
    recorder.send([*generation()[:3], failed, ("on_error", TelemetryErrorEvent(call_id="call", error=another))])
    assert [(span.name, span.status.description) for span in recorder.finished] == [
        ("chat gpt-5", "Overloaded"),
        ("step 1", "Overloaded"),
        ("invoke_agent gpt-5", "gave up"),
    ]
    assert [point["attributes"]["error.type"] for point in recorder.metrics()] == ["AI_APICallError"]


def test_a_model_call_whose_end_nobody_told_of_ends_with_the_next_one_and_with_the_step() -> None:
    recorder = Recorder()
    sent = generation()
    recorder.send([*sent[:3], sent[2], sent[6], sent[7]])
    assert outline(recorder.tree()) == [
        ("invoke_agent gpt-5", "UNSET", ("step 1", "UNSET", ("chat gpt-5", "ERROR"), ("chat gpt-5", "UNSET")))
    ]
    assert sorted(str(point["attributes"].get("error.type")) for point in recorder.metrics()) == ["None", "_OTHER"]


def test_an_output_that_cannot_be_written_leaves_no_span_open() -> None:
    endless: list[Any] = []
    endless.append(endless)
    call = TypedToolCall(tool_call_id="call-1", tool_name="weather", input=endless)
    recorder = Recorder()
    recorder.send(
        generation(
            call_end=events.model_call_end(content=[call]),
            tool_end=events.tool_end(endless),
            end=events.end(tool_calls=[call]),
        )
    )
    assert outline(recorder.tree()) == [
        ("invoke_agent gpt-5", "UNSET", ("step 1", "UNSET", ("chat gpt-5", "UNSET"), ("execute_tool weather", "UNSET")))
    ]


@pytest.mark.parametrize(
    ("setting", "name"),
    [
        ("model_id", "invoke_agent gpt-5"),
        ("function_id", "invoke_agent forecast"),
        (lambda *, model_id, function_id: f"{function_id} on {model_id}", "forecast on gpt-5"),
        (lambda *, model_id, function_id: None, "invoke_agent gpt-5"),
        (lambda: "takes nothing", "invoke_agent gpt-5"),
    ],
)
def test_the_root_span_is_named_as_the_user_wants(setting: Any, name: str) -> None:
    recorder = Recorder({"function_id": "forecast"}, agent_span_name=setting)
    recorder.send(generation())
    assert recorder.tree()[0]["name"] == name


def test_spans_get_attributes_of_the_user_that_do_not_replace_those_of_the_library() -> None:
    seen: list[Any] = []

    def enrich(**about: Any) -> dict[str, Any]:
        seen.append(about)
        return {"team": "weather", "mixed": [1, "a"], "gen_ai.operation.name": "mine"}

    recorder = Recorder({"include_runtime_context": {"tenant": True}}, enrich_span=enrich)
    recorder.send(generation())
    assert [(about["span_type"], about["runtime_context"]) for about in seen] == [
        (kind, {"tenant": "acme"}) for kind in ("operation", "step", "languageModel", "tool")
    ]
    assert {(about["operation_id"], about["call_id"]) for about in seen} == {("ai.generateText", "call")}
    attributes = [dict(span.attributes or {}) for span in recorder.finished]
    assert [(a["team"], "mixed" in a, a["gen_ai.operation.name"]) for a in attributes] == [
        ("weather", False, name) for name in ("chat", "execute_tool", "agent_step", "invoke_agent")
    ]
