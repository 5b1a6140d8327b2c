"""Laws of recordings: bodies come back as they were, and secrets never reach the file."""

import asyncio
import json
import string
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote, urlencode

import pytest
from hypothesis import given, strategies as st

from ai_sdk.provider_utils.transport import HttpRequest
from ai_sdk.testing import MockTransport, Reply, recorded
from ai_sdk.testing.recording.body import canonical_body, decode_body, encode_body
from ai_sdk.testing.recording.redaction import Redactor

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
PIECES = st.lists(st.binary(max_size=12) | st.text(max_size=12).map(str.encode), max_size=5)


@given(PIECES)
def test_any_body_comes_back_with_its_chunks_unless_it_is_one_document(pieces) -> None:
    form = encode_body(pieces)
    back = decode_body(json.loads(json.dumps(form)))
    assert b"".join(back) == b"".join(pieces)
    if form is not None and "chunks" in form:
        assert back == [piece for piece in pieces if piece]


@given(JSON, st.sampled_from([{}, {"separators": (",", ":")}, {"indent": 2}, {"indent": 4}]), st.booleans())
def test_json_comes_back_byte_for_byte_however_it_was_written(document, style, ensure_ascii) -> None:
    body = json.dumps(document, ensure_ascii=ensure_ascii, **style).encode()
    form = encode_body([body])
    assert b"".join(decode_body(json.loads(json.dumps(form)))) == body
    assert canonical_body(form) == {"json": document}


@pytest.mark.parametrize(
    "body",
    [
        b"NaN",
        b"Infinity",
        b'{"a":1,"a":2}',
        b"1.0",
        b"1e5",
        b'"\\ud800"',
        b"[" * 2000,
        b"9" * 5000,
        b'"\\u00e9"',
        b"\r\n\n",
        b'"\xc3',
    ],
)
def test_what_json_would_not_keep_comes_back_all_the_same(body) -> None:
    assert b"".join(decode_body(json.loads(json.dumps(encode_body([body]))))) == body


SECRETS = st.text(string.ascii_letters + string.digits + "+/=_-.:\"'\\%& é", min_size=20, max_size=30).filter(
    lambda text: text == text.strip() and " " not in text
)
HEADER_NAMES = """
    authorization api-key x-api-key x-goog-api-key xi-api-key cookie x-amz-security-token proxy-authorization
    ocp-apim-subscription-key x-custom-secret apikey x-auth-token X-Signature
"""
PARAMETER_NAMES = """
    key api_key apiKey apikey access_token token sig signature X-Amz-Signature X-Amz-Credential X-Amz-Security-Token
    X-Goog-Signature GoogleAccessId AWSAccessKeyId client_secret
"""
HEADERS = st.sampled_from(HEADER_NAMES.split())
PARAMETERS = st.sampled_from(PARAMETER_NAMES.split())


@given(st.dictionaries(HEADERS, SECRETS, max_size=3), st.dictionaries(PARAMETERS, SECRETS, max_size=3), st.data())
def test_no_secret_of_headers_or_query_is_in_the_file_even_when_it_is_repeated_elsewhere(headers, query, data) -> None:
    secrets = [*headers.values(), *query.values()]
    repeated = " ".join(secrets)
    split = data.draw(st.integers(0, len(repeated)))
    documents = [json.dumps({"said": repeated}, ensure_ascii=ensure_ascii).encode() for ensure_ascii in (True, False)]
    chunks = [repeated[:split].encode(), repeated[split:].encode(), b"\xff", *documents]
    reply = Reply(headers={"x-said": repeated, "set-cookie": "session=" + repeated}, chunks=chunks)
    sent = {name: "Bearer " + value if name == "authorization" else value for name, value in headers.items()}
    path = f"{quote(repeated, safe='')}/{quote(repeated)}"
    url = f"https://user:hunter2hunter2hunter2@a.example/v1/{path}?{urlencode(query)}"
    body = json.dumps({"prompt": repeated, repeated: [secrets], "access_token": "ya29.short"}).encode()
    request = HttpRequest(method="POST", url=url, headers=sent, content=body)
    text = asyncio.run(recording_of(request, reply))
    strings = [*texts(json.loads(text)), text]
    for secret in {*secrets, "hunter2hunter2hunter2", "ya29.short"}:
        forms = {secret, quote(secret), quote(secret, safe=""), *escaped(secret), *escaped(*escaped(secret))}
        assert [each for each in strings if any(form in each for form in forms)] == []


def escaped(*values: str) -> list[str]:
    return [json.dumps(value, ensure_ascii=ensure_ascii)[1:-1] for value in values for ensure_ascii in (True, False)]


async def recording_of(request: HttpRequest, reply: Reply) -> str:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "test.json"
        async with recorded(path, http_client=MockTransport(reply)) as client:
            response = await client.send(request)
            async for _ in response.pieces:
                pass
        replayed = recorded(path)
        async with replayed:
            await replayed.send(request)
        return path.read_text("utf-8")


def texts(value):
    if isinstance(value, dict):
        return [text for key, item in value.items() for text in [key, *texts(item)]]
    if isinstance(value, list):
        return [text for item in value for text in texts(item)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize(
    ("text", "redacted"),
    [
        (
            "https://b.example/i.png?X-Amz-Expires=60&X-Amz-Signature=ab",
            "https://b.example/i.png?X-Amz-Expires=60&X-Amz-Signature=REDACTED",
        ),
        ('data: {"access_token": "x", "token": "Hello"}', 'data: {"access_token": "REDACTED", "token": "Hello"}'),
        ("client_secret=x&grant_type=y", "client_secret=REDACTED&grant_type=y"),
        (r'{"url":"https://b.example/\u0026sig=x"}', r'{"url":"https://b.example/\u0026sig=REDACTED"}'),
        ("max_tokens=5&keywords=a", "max_tokens=5&keywords=a"),
    ],
)
def test_secrets_are_found_by_name_within_texts(text, redacted) -> None:
    assert Redactor().text(text) == redacted


def test_headers_keep_what_is_no_secret() -> None:
    headers = {"x-ratelimit-remaining-tokens": "9", "x-request-id": "r", "openai-organization": "org", "x-session": "s"}
    assert Redactor().headers(headers) == {
        "openai-organization": "REDACTED",
        "x-ratelimit-remaining-tokens": "9",
        "x-request-id": "r",
        "x-session": "REDACTED",
    }


def test_further_names_are_hidden_in_any_spelling() -> None:
    redactor = Redactor(["tenant-id"])
    assert redactor.headers({"Tenant-ID": "t"}) == {"Tenant-ID": "REDACTED"}
    assert redactor.document({"tenantId": "t", "n": [{"tenant_id": 5}]}) == {
        "tenantId": "REDACTED",
        "n": [{"tenant_id": "REDACTED"}],
    }
    assert redactor.text("?tenant_id=t&a=b") == "?tenant_id=REDACTED&a=b"


def test_the_parts_of_an_aws_signature_are_known_wherever_they_turn_up() -> None:
    redactor = Redactor()
    credential = "AKIAIOSFODNN7EXAMPLE"
    authorization = f"AWS4-HMAC-SHA256 Credential={credential}/20260101/us-east-1/bedrock/aws4_request, Signature=abc"
    redactor.learn("https://a.example", {"Authorization": authorization})
    assert redactor.document({"message": f"unknown key {credential}"}) == {"message": "unknown key REDACTED"}


def test_a_value_that_lies_across_chunks_is_found_and_the_chunks_become_one() -> None:
    redactor = Redactor()
    redactor.learn("https://a.example", {"x-api-key": "abcdefghijklmnopqrst"})
    assert redactor.pieces([b"<abcdefghij", b"klmnopqrst>", b"!"]) == [b"<REDACTED>!"]
    assert redactor.pieces([b"<abcdefghijklmnopqrst>", b"!"]) == [b"<REDACTED>", b"!"]


def test_a_url_loses_its_user_and_fragment() -> None:
    assert Redactor().url("https://me:pw@a.example:8443/b?page=2#key") == "https://a.example:8443/b?page=2"


def test_short_values_are_hidden_where_they_stand_and_nowhere_else() -> None:
    redactor = Redactor()
    redactor.learn("https://a.example", {"authorization": "Bearer ollama"})
    assert redactor.headers({"authorization": "Bearer ollama", "server": "ollama"}) == {
        "authorization": "REDACTED",
        "server": "ollama",
    }


@pytest.mark.parametrize("name", ["authtoken", "userpassword", "myapikey", "GoogleAccessId", "X_API_KEY", "accessKey"])
def test_a_name_is_secret_in_any_spelling(name) -> None:
    assert Redactor().headers({name: "x"}) == {name: "REDACTED"}
