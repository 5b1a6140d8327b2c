from typing import Any

import pytest

from ai_sdk.provider import (
    InvalidArgumentError,
    NoSuchProviderReferenceError,
    SharedV4WarningOther,
    UnsupportedFunctionalityError,
)
from tests.providers.openai.responses.build import USER, body, converted, openai, request

BREAKPOINT = {"mode": "explicit", "ttl": "30m"}
UNSTORED = openai(store=False)


def assistant(*parts: Any) -> dict[str, Any]:
    return {"role": "assistant", "content": list(parts)}


def file(data: Any, media_type: str = "image/png", **values: Any) -> dict[str, Any]:
    return {"role": "user", "content": [{"type": "file", "mediaType": media_type, "data": data, **values}]}


def system(content: str = "", **options: Any) -> dict[str, Any]:
    return {"role": "system", "content": content, "providerOptions": openai(**options)}


@pytest.mark.parametrize(
    ("model_id", "options", "expected"),
    [
        ("gpt-4o", {}, [{"role": "system", "content": "Be brief"}]),
        ("gpt-5", {}, [{"role": "developer", "content": "Be brief"}]),
        ("gpt-4o", openai(systemMessageMode="developer"), [{"role": "developer", "content": "Be brief"}]),
    ],
)
def test_the_model_decides_the_role_of_instructions(model_id: str, options: Any, expected: Any) -> None:
    prompt = [{"role": "system", "content": "Be brief"}]
    assert body(model_id, prompt=prompt, providerOptions=options)["input"] == expected


def test_options_of_parts_may_be_written_in_snake_case() -> None:
    text = {"type": "text", "text": "a", "providerOptions": openai(item_id="msg_1")}
    shown = {"type": "text", "text": "b", "providerOptions": openai(prompt_cache_breakpoint=BREAKPOINT)}
    part = {"type": "input_text", "text": "b", "prompt_cache_breakpoint": BREAKPOINT}
    assert converted(assistant(text), {"role": "user", "content": [shown]}) == [
        {"type": "item_reference", "id": "msg_1"},
        {"role": "user", "content": [part]},
    ]


def test_removed_instructions_are_warned_of() -> None:
    prepared = request(prompt=[system("Be brief"), USER], providerOptions=openai(systemMessageMode="remove"))
    assert prepared.body["input"] == [{"role": "user", "content": [{"type": "input_text", "text": "Hi"}]}]
    assert prepared.warnings == [SharedV4WarningOther(message="system messages are removed for this model")]


def test_instructions_with_a_cache_breakpoint_become_a_content_part() -> None:
    part = {"type": "input_text", "text": "Be brief", "prompt_cache_breakpoint": BREAKPOINT}
    assert converted(system("Be brief", promptCacheBreakpoint=BREAKPOINT)) == [{"role": "system", "content": [part]}]


def test_an_empty_system_message_can_change_the_configuration_and_load_tools() -> None:
    tool = {"type": "function", "name": "late", "parameters": {"type": "object"}}
    text_format = {"type": "json_schema", "name": "n", "schema": {"type": "object"}}
    message = system(reasoningEffortUpdate="low", textFormatUpdate=text_format, additionalTools=[tool])
    assert body("gpt-6-sol", prompt=[message])["input"] == [
        {"type": "configuration_update", "reasoning": {"effort": "low"}, "text": {"format": text_format}},
        {"type": "additional_tools", "role": "developer", "tools": [tool]},
    ]


@pytest.mark.parametrize(
    ("model_id", "message", "reason"),
    [
        ("gpt-6-sol", system("x", reasoningEffortUpdate="low"), "requires empty system message content"),
        ("gpt-6-sol", system("x", textFormatUpdate={"type": "text"}), "Message-level textFormatUpdate requires empty"),
        ("gpt-4o", system(reasoningEffortUpdate="low"), "only supported by GPT-6 and later"),
    ],
)
def test_a_configuration_change_that_cannot_be_is_refused(model_id: str, message: Any, reason: str) -> None:
    with pytest.raises(UnsupportedFunctionalityError, match=reason):
        request(model_id, prompt=[message])


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ({"type": "url", "url": "https://a.test/x.png"}, {"image_url": "https://a.test/x.png"}),
        ({"type": "data", "data": b"\x89PNG\r\n"}, {"image_url": "data:image/png;base64,iVBORw0K"}),
        ({"type": "data", "data": "file-1"}, {"file_id": "file-1"}),
        ({"type": "reference", "reference": {"openai": "file-2"}}, {"file_id": "file-2"}),
    ],
)
def test_images_are_sent_from_wherever_they_are(part: Any, expected: Any) -> None:
    options = openai(imageDetail="low", promptCacheBreakpoint=BREAKPOINT)
    (message,) = converted(file(part, providerOptions=options))
    image = {"type": "input_image", **expected, "detail": "low", "prompt_cache_breakpoint": BREAKPOINT}
    assert message == {"role": "user", "content": [image]}


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ({"type": "url", "url": "https://a.test/x.pdf"}, {"file_url": "https://a.test/x.pdf"}),
        (
            {"type": "data", "data": "JVBERi0x"},
            {"filename": "part-0.pdf", "file_data": "data:application/pdf;base64,JVBERi0x"},
        ),
        ({"type": "data", "data": "file-1"}, {"file_id": "file-1"}),
        ({"type": "reference", "reference": {"openai": "file-2"}}, {"file_id": "file-2"}),
    ],
)
def test_documents_are_sent_from_wherever_they_are(part: Any, expected: Any) -> None:
    assert converted(file(part, "application/pdf")) == [
        {"role": "user", "content": [{"type": "input_file", **expected}]}
    ]


def test_other_files_are_refused_unless_they_are_passed_through() -> None:
    message = file({"type": "data", "data": "YQ=="}, "text/csv")
    with pytest.raises(UnsupportedFunctionalityError, match="file part media type text/csv"):
        request(prompt=[message])
    part = {"type": "input_file", "filename": "part-0", "file_data": "data:text/csv;base64,YQ=="}
    passed = converted(message, providerOptions=openai(passThroughUnsupportedFiles=True))
    assert passed == [{"role": "user", "content": [part]}]


def test_files_that_cannot_be_sent_are_refused() -> None:
    with pytest.raises(UnsupportedFunctionalityError, match="text file parts"):
        request(prompt=[file({"type": "text", "text": "a"})])
    with pytest.raises(NoSuchProviderReferenceError):
        request(prompt=[file({"type": "reference", "reference": {"azure": "f"}})])


def test_a_stored_message_is_referred_to_once() -> None:
    text = {"type": "text", "text": "a", "providerOptions": openai(itemId="msg_1")}
    assert converted(assistant(text, text)) == [{"type": "item_reference", "id": "msg_1"}]


def test_a_stored_message_of_a_reasoning_model_needs_its_reasoning() -> None:
    text = {"type": "text", "text": "a", "providerOptions": openai(itemId="msg_1", phase="final_answer")}
    reasoning = {"type": "reasoning", "text": "r", "providerOptions": openai(itemId="rs_1")}
    assert body("gpt-5", prompt=[assistant(reasoning, text)])["input"] == [
        {"type": "item_reference", "id": "rs_1"},
        {"type": "item_reference", "id": "msg_1"},
    ]
    alone = body("gpt-5", prompt=[assistant(text)])["input"]
    assert alone == [{"role": "assistant", "content": "a", "phase": "final_answer"}]


def test_a_conversation_has_its_items_already() -> None:
    text = {"type": "text", "text": "a", "providerOptions": openai(itemId="msg_1")}
    reasoning = {"type": "reasoning", "text": "r", "providerOptions": openai(itemId="rs_1")}
    compaction = {"type": "custom", "kind": "openai.compaction", "providerOptions": openai(itemId="cmp_1")}
    prompt = [assistant(text, reasoning, compaction), USER]
    items = body(prompt=prompt, providerOptions=openai(conversation="conv_1"))["input"]
    assert items == [{"role": "user", "content": [{"type": "input_text", "text": "Hi"}]}]


def test_summary_parts_of_one_reasoning_item_are_joined() -> None:
    first = {"type": "reasoning", "text": "a", "providerOptions": openai(itemId="rs_1")}
    last = {
        "type": "reasoning",
        "text": "b",
        "providerOptions": openai(itemId="rs_1", reasoningEncryptedContent="secret"),
    }
    summary = [{"type": "summary_text", "text": "a"}, {"type": "summary_text", "text": "b"}]
    assert converted(assistant(first, last), providerOptions=UNSTORED) == [
        {"type": "reasoning", "id": "rs_1", "summary": summary, "encrypted_content": "secret"}
    ]


def test_encrypted_reasoning_goes_without_an_item_id() -> None:
    part = {"type": "reasoning", "text": "", "providerOptions": openai(reasoningEncryptedContent="secret")}
    assert converted(assistant(part)) == [{"type": "reasoning", "encrypted_content": "secret", "summary": []}]


def test_reasoning_of_others_is_left_out_with_a_warning() -> None:
    prepared = request(prompt=[assistant({"type": "reasoning", "text": "a"})])
    message = 'Non-OpenAI reasoning parts are not supported. Skipping reasoning part: {"type":"reasoning","text":"a"}.'
    assert (prepared.body["input"], prepared.warnings) == ([], [SharedV4WarningOther(message=message)])


def test_unstored_reasoning_without_encrypted_content_is_left_out() -> None:
    first = {"type": "reasoning", "text": "a", "providerOptions": openai(itemId="rs_1")}
    empty = {"type": "reasoning", "text": "", "providerOptions": openai(itemId="rs_1")}
    prepared = request(prompt=[assistant(first, empty)], providerOptions=UNSTORED)
    skipped = '{"type":"reasoning","text":"","providerOptions":{"openai":{"itemId":"rs_1"}}}'
    assert prepared.body["input"] == []
    assert [warning.message for warning in prepared.warnings if isinstance(warning, SharedV4WarningOther)] == [
        f"Cannot append empty reasoning part to existing reasoning sequence. Skipping reasoning part: {skipped}.",
        "Reasoning parts without encrypted content are not supported when store is false. Skipping reasoning parts.",
    ]


def test_compacted_history_is_referred_to_or_sent() -> None:
    options = openai(itemId="cmp_1", encryptedContent="secret")
    part = {"type": "custom", "kind": "openai.compaction", "providerOptions": options}
    assert converted(assistant(part)) == [{"type": "item_reference", "id": "cmp_1"}]
    sent = {"type": "compaction", "id": "cmp_1", "encrypted_content": "secret"}
    assert converted(assistant(part), providerOptions=UNSTORED) == [sent]


def test_options_of_a_part_that_do_not_fit_are_refused() -> None:
    part = {"type": "reasoning", "text": "a", "providerOptions": openai(itemId=5)}
    with pytest.raises(InvalidArgumentError, match="invalid openai provider options"):
        request(prompt=[assistant(part)])
