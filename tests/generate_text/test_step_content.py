"""What a model made, as content of a step: files, results of the provider, views, and steps put together."""

import asyncio
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from ai_sdk import is_loop_finished, tool
from ai_sdk.error.approval_errors import ToolCallNotFoundForApprovalError
from ai_sdk.generate_text.convert_language_model_content import convert_language_model_content
from ai_sdk.generate_text.step_result import ContentViews
from ai_sdk.generate_text.tool_call import TypedToolCall
from ai_sdk.provider import LanguageModelV4Content
from ai_sdk.provider.codec import dump, load
from ai_sdk.provider_utils.download import Download
from ai_sdk.provider_utils.response_handler import DownloadError
from ai_sdk.provider_utils.tool import Tool
from ai_sdk.testing import LoopbackServer, Reply
from ai_sdk.util.download.download_function import DownloadRequest
from tests.generate_text.answers import answer, call, generate, mock, tokens

pytestmark = pytest.mark.anyio

META = {"toy": {"a": 1}}
CALL = TypedToolCall(
    tool_call_id="c1", tool_name="find", input={"q": 1}, dynamic=True, tool_metadata={"kind": "search"}
)


async def convert(*parts: Any, **options: Any) -> list[Any]:
    content = [load(LanguageModelV4Content, part) for part in parts]
    return await convert_language_model_content(content=content, **{"tool_calls": [CALL], "tools": None, **options})


def result(**more: Any) -> dict[str, Any]:
    return {"type": "tool-result", "toolCallId": "c1", "toolName": "find", "result": [1], **more}


def file(data: Any, kind: str = "file") -> dict[str, Any]:
    return {"type": kind, "mediaType": "text/plain", "data": data, "providerMetadata": META}


async def test_a_result_of_the_provider_has_the_input_of_its_call() -> None:
    expected = {
        "type": "tool-result",
        "toolCallId": "c1",
        "toolName": "find",
        "input": {"q": 1},
        "output": [1],
        "providerExecuted": True,
        "dynamic": True,
        "toolMetadata": {"kind": "search"},
        "providerMetadata": META,
    }
    assert dump(await convert(result(providerMetadata=META))) == [expected]
    failed = {**expected, "type": "tool-error", "error": expected.pop("output")}
    failed.pop("output")
    assert dump(await convert(result(providerMetadata=META, isError=True))) == [failed]


@pytest.mark.parametrize(
    ("given_result", "kind", "key"), [({}, "tool-result", "output"), ({"isError": True}, "tool-error", "error")]
)
async def test_a_late_result_has_no_input(given_result: Any, kind: str, key: str) -> None:
    search = Tool(type="provider", id="toy.find", args={}, supports_deferred_results=True, metadata={"kind": "search"})
    (made,) = await convert(result(**given_result, dynamic=True), tool_calls=[], tools={"find": search})
    assert dump(made) == {
        "type": kind,
        "toolCallId": "c1",
        "toolName": "find",
        key: [1],
        "providerExecuted": True,
        "dynamic": True,
        "toolMetadata": {"kind": "search"},
    }


@pytest.mark.parametrize(
    "tools", [None, {}, {"find": Tool(type="provider", id="toy.find", args={})}, {"find": tool(input_schema={})}]
)
async def test_a_result_without_its_call_is_an_error(tools: Any) -> None:
    with pytest.raises(ValueError, match=r"^Tool call c1 not found\.$"):
        await convert(result(), tool_calls=[], tools=tools)


async def test_a_call_that_nobody_parsed_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"^Tool call c9 not found\.$"):
        await convert(call("find", call_id="c9"))


async def test_a_request_of_the_provider_names_its_call() -> None:
    asked = {"type": "tool-approval-request", "approvalId": "a1", "toolCallId": "c1"}
    (made,) = await convert(asked)
    assert (made.approval_id, made.tool_call) == ("a1", CALL)
    with pytest.raises(ToolCallNotFoundForApprovalError):
        await convert({**asked, "toolCallId": "c9"})


@pytest.mark.parametrize("kind", ["file", "reasoning-file"])
async def test_a_file_that_lies_at_a_url_is_downloaded(kind: str) -> None:
    requests: list[Any] = []

    async def download(wanted: list[DownloadRequest]) -> list[Download | None]:
        requests.extend((each.url, each.is_url_supported_by_model) for each in wanted)
        return [Download(data=b"Hi", media_type="text/plain")]

    (made,) = await convert(file({"type": "url", "url": "https://a.dev/f"}, kind), download=download)
    assert (made.type, made.file.data, made.file.media_type, made.provider_metadata) == (
        kind,
        b"Hi",
        "text/plain",
        META,
    )
    assert requests == [("https://a.dev/f", False)]


async def test_a_file_is_downloaded_without_a_function_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    from ai_sdk.util.download import download as module

    async def fetch(url: str, **_: Any) -> Download:
        return Download(data=url.encode(), media_type=None)

    monkeypatch.setattr(module, "download", fetch)
    (made,) = await convert(file({"type": "url", "url": "https://a.dev/f"}))
    assert made.file.data == b"https://a.dev/f"


async def test_a_generated_file_cannot_be_left_at_its_url() -> None:
    async def refuse(wanted: list[DownloadRequest]) -> list[Download | None]:
        return [None for _ in wanted]

    with pytest.raises(DownloadError, match="must be downloaded, but the download function returned null"):
        await convert(file({"type": "url", "url": "https://a.dev/f"}), download=refuse)


async def test_a_generated_file_is_downloaded_once_though_it_is_told_twice() -> None:
    downloads: list[str] = []

    async def download(wanted: list[DownloadRequest]) -> list[Download | None]:
        downloads.extend(each.url for each in wanted)
        return [Download(data=b"Hi", media_type="text/plain") for _ in wanted]

    heard: list[Any] = []
    made = await generate(
        mock(answer(file({"type": "url", "url": "https://a.dev/f"}))),
        experimental_download=download,
        on_language_model_call_end=heard.append,
    )
    assert (downloads, made.files[0].data, heard[0].content) == (["https://a.dev/f"], b"Hi", made.content)


async def test_downloads_go_through_the_guard_of_urls() -> None:
    async with LoopbackServer(lambda _: Reply(chunks=[b"secret"])) as server:
        with pytest.raises(DownloadError):
            await convert(file({"type": "url", "url": server.url}))
        assert server.requests == []


def test_views_need_parts() -> None:
    with pytest.raises(NotImplementedError):
        _ = ContentViews().files


@tool
def echo(value: int) -> int:
    """Say it again."""
    return value


TEXTS = st.text(min_size=1, max_size=5).map(lambda value: {"type": "text", "text": value})
PARTS = st.one_of(
    TEXTS,
    st.just({"type": "reasoning", "text": "hm"}),
    st.integers(1, 4).map(
        lambda number: {"type": "source", "sourceType": "url", "id": str(number), "url": "https://a.dev/"}
    ),
    st.just(file({"type": "data", "data": b"Hi"})),
)
STEPS = st.lists(st.tuples(st.lists(PARTS, max_size=3), st.integers(1, 3), st.integers(0, 9)), max_size=3)


@settings(max_examples=40, deadline=None)
@given(steps=STEPS, last=TEXTS)
def test_lists_of_a_result_are_those_of_its_steps_put_together(steps: list[Any], last: Any) -> None:
    answers = [
        answer(
            *parts,
            *(call("echo", {"value": each}, call_id=f"c{index}-{each}") for each in range(count)),
            reason="tool-calls",
            **tokens(used, 1),
        )
        for index, (parts, count, used) in enumerate(steps)
    ]
    made = asyncio.run(
        generate(mock(*answers, answer(last, reason="stop")), tools=[echo], stop_when=is_loop_finished())
    )
    assert len(made.steps) == len(answers) + 1
    for name in ("content", "files", "sources", "tool_calls", "tool_results", "static_tool_calls", "warnings"):
        assert getattr(made, name) == [each for step in made.steps for each in getattr(step, name)], name
    assert made.response_messages == [message for step in made.steps for message in step.response.messages]
    assert [each.output for each in made.tool_results] == [each.input["value"] for each in made.tool_calls]
    assert made.text == made.steps[-1].text == last["text"]
