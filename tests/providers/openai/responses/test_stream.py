from typing import Any

import pytest

from tests.providers.openai.responses.build import added, context, done, openai, said, streamed
from tests.providers.openai.responses.samples import item

URL = {"type": "url_citation", "start_index": 0, "end_index": 2, "url": "u", "title": "T"}
PATH = {"type": "file_path", "file_id": "h", "index": 6}
MESSAGE = item("message", phase="commentary")
REASONING = item("reasoning", encrypted_content=None)
AT_ITEM = openai(itemId="it")
LOGPROBS = [{"token": "a", "logprob": -0.5, "top_logprobs": []}]


def event(kind: str, **values: Any) -> dict[str, Any]:
    return {"type": f"response.{kind}", "item_id": "it", "output_index": 0, **values}


def finished(kind: str = "completed", **response: Any) -> dict[str, Any]:
    return {"type": f"response.{kind}", "sequence_number": 9, "response": response}


def finish(*chunks: Any, facts: Any = None) -> dict[str, Any]:
    return streamed(*chunks, facts=facts)[-1]


def end_of(*chunks: Any) -> dict[str, Any]:
    reason: dict[str, Any] = finish(*chunks)["finishReason"]
    return reason


def test_text_is_told_as_it_comes() -> None:
    parts = said(
        {"type": "response.created", "response": {"id": "r", "created_at": 1.5, "model": "m"}},
        added(MESSAGE),
        event("output_text.delta", delta="Hi"),
        event("refusal.delta", delta="!"),
        done(item("message")),
    )
    assert parts[0].pop("timestamp").isoformat() == "1970-01-01T00:00:01.500000+00:00"
    assert parts == [
        {"type": "response-metadata", "id": "r", "modelId": "m"},
        {"type": "text-start", "id": "it", "providerMetadata": openai(itemId="it", phase="commentary")},
        {"type": "text-delta", "id": "it", "delta": "Hi"},
        {"type": "text-delta", "id": "it", "delta": "!"},
        {"type": "text-end", "id": "it", "providerMetadata": openai(itemId="it", phase="commentary")},
    ]


def test_citations_belong_to_the_end_of_their_text_and_become_sources_at_the_end_of_the_stream() -> None:
    annotations = [event("output_text.annotation.added", annotation=given) for given in (URL, PATH)]
    source = {"type": "source", "sourceType": "url", "url": "u", "title": "T"}
    path = {
        "type": "source",
        "sourceType": "document",
        "id": "id-0",
        "mediaType": "application/octet-stream",
        "title": "h",
        "filename": "h",
        "providerMetadata": openai(type="file_path", fileId="h", index=6),
    }
    end = {
        "type": "text-end",
        "id": "it",
        "citations": [{"source": {**source, "id": "u"}, "startIndex": 0, "endIndex": 2}],
        "providerMetadata": openai(itemId="it", annotations=[URL, PATH]),
    }
    assert said(*annotations, done(item("message"))) == [path, end, {**source, "id": "id-1"}]


def test_a_citation_is_no_source_when_a_later_search_tells_of_it() -> None:
    sources = [{"type": "url", "url": "w"}]
    search = item("web_search_call", status="completed", action={"type": "search", "sources": sources})
    parts = said(event("output_text.annotation.added", annotation=URL), done(search))
    assert [part["type"] for part in parts] == ["tool-result", "source"]


def test_a_text_does_not_cite_what_the_text_before_it_cites() -> None:
    parts = said(
        added(item("message")),
        event("output_text.annotation.added", annotation=PATH),
        done(item("message")),
        added({"type": "message", "id": "next"}, 1),
        done({"type": "message", "id": "next"}, 1),
    )
    ends = [part["providerMetadata"] for part in parts if part["type"] == "text-end"]
    assert ends == [openai(itemId="it", annotations=[PATH]), openai(itemId="next")]


def test_a_cited_file_is_no_source_when_a_search_has_found_files() -> None:
    citation = {"type": "file_citation", "file_id": "f", "filename": "n", "index": 0}
    found = {"attributes": {}, "file_id": "f", "filename": "n", "score": 1, "text": "t"}
    search = item("file_search_call", queries=[], results=[found])
    cited = event("output_text.annotation.added", annotation=citation)
    assert [part["type"] for part in said(cited, done(search))] == ["tool-result", "source"]
    assert [part["type"] for part in said(cited)] == ["source"]


def test_ids_that_change_between_events_are_told_as_the_first() -> None:
    parts = said(
        added(item("message")),
        event("output_text.delta", item_id="other", delta="a"),
        event("output_text.delta", item_id="other", output_index=None, delta="b"),
        done({"type": "message", "id": "third"}),
    )
    assert [part["id"] for part in parts] == ["it", "it", "other", "it"]


def summary(index: Any, text: str | None = "t") -> list[dict[str, Any]]:
    part = [event("reasoning_summary_part.added", summary_index=index)]
    deltas = [] if text is None else [event("reasoning_summary_text.delta", summary_index=index, delta=text)]
    return [*part, *deltas, event("reasoning_summary_part.done", summary_index=index)]


def test_stored_reasoning_ends_with_each_summary_part() -> None:
    facts = context(store=True)
    chunks = [added(REASONING), *summary(0), *summary(1), done(item("reasoning", encrypted_content="e"))]
    begin = openai(itemId="it", reasoningEncryptedContent=None)
    assert said(*chunks, facts=facts) == [
        part
        for number in (0, 1)
        for part in (
            {"type": "reasoning-start", "id": f"it:{number}", "providerMetadata": begin},
            {"type": "reasoning-delta", "id": f"it:{number}", "delta": "t", "providerMetadata": AT_ITEM},
            {"type": "reasoning-end", "id": f"it:{number}", "providerMetadata": AT_ITEM},
        )
    ]


def test_other_reasoning_ends_when_the_next_part_or_the_encrypted_content_is_there() -> None:
    chunks = [added(REASONING), *summary(0, None), *summary(1, None), done(item("reasoning", encrypted_content="e"))]
    begin = openai(itemId="it", reasoningEncryptedContent=None)
    assert said(*chunks) == [
        {"type": "reasoning-start", "id": "it:0", "providerMetadata": begin},
        {"type": "reasoning-end", "id": "it:0", "providerMetadata": AT_ITEM},
        {"type": "reasoning-start", "id": "it:1", "providerMetadata": begin},
        {
            "type": "reasoning-end",
            "id": "it:1",
            "providerMetadata": openai(itemId="it", reasoningEncryptedContent="e"),
        },
    ]


def test_reasoning_that_was_never_announced_says_nothing_but_its_text() -> None:
    delta = {"type": "reasoning-delta", "id": "it:1", "delta": "t", "providerMetadata": AT_ITEM}
    assert said(*summary(1.0), done(REASONING)) == [delta]


def test_log_probabilities_are_kept_when_they_were_asked_for() -> None:
    delta = event("output_text.delta", delta="a", logprobs=LOGPROBS)
    asked = finish(delta, facts=context(wants_logprobs=True))
    assert asked["providerMetadata"] == openai(responseId=None, logprobs=[LOGPROBS])
    assert finish(delta)["providerMetadata"] == openai(responseId=None)


CALL = item("function_call", call_id="c", name="f", arguments="{}", status="completed")


@pytest.mark.parametrize(
    ("chunks", "reason"),
    [
        ([], {"unified": "interrupted"}),
        ([finished()], {"unified": "stop"}),
        ([event("refusal.done", refusal="no"), finished()], {"unified": "content-filter"}),
        ([done(CALL), finished()], {"unified": "tool-calls"}),
        ([done(CALL), event("refusal.done", refusal="no"), finished()], {"unified": "tool-calls"}),
        (
            [finished("incomplete", incomplete_details={"reason": "max_output_tokens"})],
            {"unified": "length", "raw": "max_output_tokens"},
        ),
        ([finished("failed")], {"unified": "error", "raw": "error"}),
        ([finished("failed", incomplete_details={"reason": "x"})], {"unified": "other", "raw": "x"}),
        ([{"type": "error", "sequence_number": 1, "message": "m"}, finished()], {"unified": "error", "raw": "error"}),
        ([{"type": "response.output_text.delta"}, finished()], {"unified": "error"}),
    ],
)
def test_the_end_says_how_it_went(chunks: list[Any], reason: Any) -> None:
    assert end_of(*chunks) == reason


def test_the_end_carries_what_the_response_says() -> None:
    usage = {"input_tokens": 3, "output_tokens": 2}
    diagnostics = {"type": "miss"}
    end = finish(
        {"type": "response.created", "response": {"id": "r", "created_at": 1, "model": "m"}},
        finished(
            usage=usage,
            service_tier="flex",
            reasoning={"context": "auto"},
            prompt_cache_diagnostics=diagnostics,
        ),
    )
    assert end == {
        "type": "finish",
        "finishReason": {"unified": "stop"},
        "usage": {
            "inputTokens": {"total": 3, "noCache": 3, "cacheRead": 0},
            "outputTokens": {"total": 2, "text": 2, "reasoning": 0},
            "raw": usage,
        },
        "providerMetadata": openai(
            responseId="r", serviceTier="flex", reasoningContext="auto", promptCacheDiagnostics=diagnostics
        ),
    }


def test_a_failed_response_is_one_error() -> None:
    failed = finished("failed", error={"code": "rate_limit_exceeded", "message": "slow"}, service_tier=None)
    frame = {
        "type": "response.failed",
        "sequence_number": 9,
        "response": {"error": {"code": "rate_limit_exceeded", "message": "slow"}, "service_tier": None},
    }
    assert said(failed, failed) == [
        {
            "type": "error",
            "error": {
                "message": "slow",
                "type": "response.failed",
                "code": "rate_limit_exceeded",
                "statusCode": 429,
                "isRetryable": True,
                "data": frame,
            },
        }
    ]


@pytest.mark.parametrize(
    "frame",
    [
        {"type": "error", "sequence_number": 1, "error": {"type": "t", "message": "m", "code": "c"}},
        {"type": "error", "sequence_number": 1, "message": "m", "code": "c"},
    ],
)
def test_an_error_event_is_an_error_part(frame: Any) -> None:
    (part,) = said(frame)
    assert (part["type"], part["error"]["message"], part["error"]["data"]) == ("error", "m", frame)


@pytest.mark.parametrize(
    "chunk",
    [
        {"type": "response.content_part.added", "part": {}},
        {"type": "brand.new", "x": 1},
        added({"type": "brand_new", "id": "z"}),
        done({"type": "brand_new", "id": "z"}),
        {"type": "response.in_progress", "response": {"id": "r", "created_at": 1, "model": "m"}},
        event("function_call_arguments.done", arguments="{}"),
    ],
)
def test_events_that_this_version_does_not_know_are_passed_over(chunk: Any) -> None:
    assert said(chunk) == []


@pytest.mark.parametrize(
    "chunk",
    [
        {"type": "response.output_text.delta"},
        added({"type": "message"}),
        added({"type": 5}),
        {"type": "response.output_item.done", "output_index": 0},
        {"type": "error", "message": "no sequence number"},
        {"nope": 1},
        5,
        None,
    ],
)
def test_known_events_that_do_not_fit_are_errors(chunk: Any) -> None:
    (part,) = said(chunk)
    assert (part["type"], part["error"].name) == ("error", "AI_TypeValidationError")


def test_a_chat_completions_stream_is_explained() -> None:
    chunk = {"id": "c", "choices": [{"delta": {"content": "Hi"}}]}
    (part,) = said(chunk)
    error = part["error"]
    assert (error.name, error.url, error.data, error.is_retryable) == ("AI_APICallError", "https://u", chunk, False)
    assert error.message.startswith("Received a Chat Completions stream while using the OpenAI Responses API.")
