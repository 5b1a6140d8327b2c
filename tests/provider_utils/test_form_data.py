"""Multipart forms."""

import re
from email import message_from_bytes
from email.message import Message

from hypothesis import given, strategies as st

from ai_sdk.provider_utils.form_data import FormData, FormFile, convert_to_form_data


def parts(form: FormData) -> list[Message]:
    body, content_type = form.encode()
    message = message_from_bytes(f"Content-Type: {content_type}\r\n\r\n".encode() + body)
    payload = message.get_payload()
    assert isinstance(payload, list)
    return [part for part in payload if isinstance(part, Message)]


def test_fields_are_written_in_order_with_their_names_and_types() -> None:
    form = FormData()
    form.append("model", "whisper")
    form.append("file", b"RIFF", filename="audio.wav", content_type="audio/wav")
    form.append("temperature", 0.5)
    form.append("stream", True)
    body, content_type = form.encode()
    boundary = content_type.removeprefix("multipart/form-data; boundary=")
    expected = (
        '--B\r\nContent-Disposition: form-data; name="model"\r\n\r\nwhisper\r\n'
        '--B\r\nContent-Disposition: form-data; name="file"; filename="audio.wav"\r\n'
        "Content-Type: audio/wav\r\n\r\nRIFF\r\n"
        '--B\r\nContent-Disposition: form-data; name="temperature"\r\n\r\n0.5\r\n'
        '--B\r\nContent-Disposition: form-data; name="stream"\r\n\r\ntrue\r\n'
        "--B--\r\n"
    )
    assert body.decode() == expected.replace("--B", f"--{boundary}")


def test_names_cannot_break_out_of_their_header() -> None:
    form = FormData()
    form.append('a"\r\nb', b"", filename='x"\n.png')
    body, _ = form.encode()
    assert b'name="a%22%0D%0Ab"; filename="x%22%0A.png"' in body


def test_lists_become_repeated_fields_and_absent_values_none() -> None:
    values = {"one": ["a"], "many": ["a", "b"], "none": None, "empty": [], "text": "t"}
    assert convert_to_form_data(values).fields == [("one", "a"), ("many[]", "a"), ("many[]", "b"), ("text", "t")]
    assert convert_to_form_data({"many": ["a", "b"]}, use_array_brackets=False).fields == [("many", "a"), ("many", "b")]


def test_values_for_an_error_report_hold_the_last_of_each_name() -> None:
    form = convert_to_form_data({"a": "1", "file": FormFile(b"x", "x.bin")})
    assert form.values() == {"a": "1", "file": FormFile(b"x", "x.bin")}


@given(st.binary())
def test_file_contents_survive(content: bytes) -> None:
    form = FormData()
    form.append("file", content)
    body, content_type = form.encode()
    boundary = content_type.rpartition("=")[2].encode()
    head = re.escape(b"\r\nContent-Type: application/octet-stream\r\n\r\n")
    match = re.search(head + b"(.*)\r\n--" + boundary + b"--\r\n$", body, re.DOTALL)
    assert match is not None
    assert match[1] == content


def test_a_standard_parser_reads_the_form() -> None:
    form = FormData()
    form.append("a", "x\ny")
    form.append("b", b"1")
    assert [part.get_param("name", header="content-disposition") for part in parts(form)] == ["a", "b"]
