"""JSON of the gateway as values of the specification."""

import pytest

from ai_sdk.provider import (
    LanguageModelV4Content,
    LanguageModelV4File,
    LanguageModelV4FinishReason,
    LanguageModelV4GenerateResult,
    LanguageModelV4SourceUrl,
    LanguageModelV4Text,
    LanguageModelV4TextEnd,
    LanguageModelV4Usage,
    SharedV4FileDataUrl,
)
from ai_sdk.provider.codec import URL, dump
from ai_sdk.providers.gateway.received import ReceivedObject, receive, receive_tagged, tagged_kinds

KINDS = tagged_kinds(LanguageModelV4Content)


def test_what_fits_exactly_is_the_plain_class():
    assert receive(LanguageModelV4TextEnd, {"type": "text-end", "id": "0"}) == LanguageModelV4TextEnd(id="0")


@pytest.mark.parametrize(
    "value",
    [
        {"type": "text-end", "id": "0", "new": 1},
        {"type": "text-end", "id": "0", "providerMetadata": None},
        {"type": "text-end", "id": 7},
        {"type": "text-end"},
    ],
)
def test_what_fits_in_part_is_a_subclass_that_is_written_as_it_came(value):
    received = receive(LanguageModelV4TextEnd, value)
    assert isinstance(received, LanguageModelV4TextEnd)
    assert (received.id, dump(received)) == (value.get("id"), value)


def test_the_good_fields_of_a_result_are_read_and_the_others_have_attributes():
    result = receive(
        LanguageModelV4GenerateResult,
        {
            "content": [{"type": "text", "text": "A"}, {"type": "hologram", "bigDepth": 3}, "B"],
            "finishReason": {"unified": "paused", "raw": "p"},
            "usage": {"inputTokens": {"total": 1}},
            "warnings": [],
        },
    )
    text, hologram, rest = result.content
    assert (text, hologram.big_depth, rest) == (LanguageModelV4Text(text="A"), 3, "B")
    assert (result.finish_reason.unified, result.finish_reason.raw) == ("paused", "p")
    assert isinstance(result.usage, LanguageModelV4Usage)
    assert result.usage.input_tokens.total == 1


def test_a_url_in_json_stays_a_text():
    value = {"type": "file", "mediaType": "image/png", "data": {"type": "url", "url": "https://a.dev/a b"}}
    received = receive_tagged(KINDS, value)
    assert isinstance(received, LanguageModelV4File)
    assert received.data == SharedV4FileDataUrl(url="https://a.dev/a%20b")
    assert (dump(received), type(dump(received)["data"]["url"])) == (value, str)
    assert type(dump(received.data)["url"]) is URL


def test_numbers_keep_their_spelling():
    value = {"unified": "stop", "raw": None}
    assert dump(receive(LanguageModelV4FinishReason, value)) == value


def test_a_source_is_known_by_its_two_tags():
    source = {"type": "source", "sourceType": "url", "id": "1", "url": "https://a.dev"}
    assert receive_tagged(KINDS, source) == LanguageModelV4SourceUrl(id="1", url="https://a.dev")
    assert receive_tagged(KINDS, {"type": "source", "sourceType": "book"}) == ReceivedObject(
        type="source", sourceType="book"
    )


def test_an_object_of_an_unknown_kind_reads_its_keys_as_attributes():
    value = ReceivedObject({"someList": [{"deepKey": 1}], "snake_key": 2})
    assert (value.some_list[0].deep_key, value.snake_key, value.nothing) == (1, 2, None)
    with pytest.raises(AttributeError):
        _ = value.__nothing__
