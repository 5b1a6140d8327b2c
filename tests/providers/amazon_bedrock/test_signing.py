"""Signatures, held against botocore's own signing of the same request."""

import sys
from datetime import UTC, datetime

import pytest
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.compat import HTTPHeaders
from botocore.credentials import Credentials

from ai_sdk.provider_utils.clock import SystemClock, use_clock
from ai_sdk.provider_utils.transport import HttpRequest
from ai_sdk.providers.amazon_bedrock import AwsCredentials
from ai_sdk.providers.amazon_bedrock.signing import bearer_headers, sign

KEYS = AwsCredentials(access_key_id="AKID", secret_access_key="se/cret", session_token="to/ken==")
NOON = datetime(2026, 5, 6, 12, 0, 0, 999_000, tzinfo=UTC)


class FrozenClock(SystemClock):
    def now(self) -> datetime:
        return NOON


def request(url: str = "https://bedrock-runtime.eu-west-1.amazonaws.com/model/a%3A0/invoke", **headers: str):
    return HttpRequest(method="POST", url=url, headers=headers, content='{"høy":1}'.encode())


def signed(given: HttpRequest, keys: AwsCredentials = KEYS) -> dict[str, str]:
    with use_clock(FrozenClock()):
        return sign(given, keys, region="eu-west-1", service="bedrock")


def signed_by_botocore(given: HttpRequest, monkeypatch: pytest.MonkeyPatch) -> HTTPHeaders:
    monkeypatch.setattr("botocore.auth.get_current_datetime", lambda: NOON.replace(tzinfo=None), raising=True)
    theirs = AWSRequest(given.method, given.url, given.headers, given.content)
    keys = Credentials(KEYS.access_key_id, KEYS.secret_access_key, KEYS.session_token)
    SigV4Auth(keys, "bedrock", "eu-west-1").add_auth(theirs)
    return theirs.headers


@pytest.mark.parametrize(
    "url",
    [
        "https://bedrock-runtime.eu-west-1.amazonaws.com/model/a%3A0/invoke",
        "https://bedrock-runtime.eu-west-1.amazonaws.com/model/arn%3Aaws%3Abedrock%3A%3A%2Fx/converse",
        "http://127.0.0.1:8080/b?z=1&a=2",
    ],
)
def test_a_signature_is_the_one_of_botocore(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    given = request(url, **{"x-b": " two  words ", "x-a": "ü"})
    ours, theirs = signed(given), signed_by_botocore(given, monkeypatch)
    assert ours == {
        "x-b": " two  words ",
        "x-a": "ü",
        "x-amz-date": "20260506T120000Z",
        "x-amz-security-token": "to/ken==",
        "authorization": theirs["Authorization"],
    }


def test_what_may_change_on_the_way_is_not_signed() -> None:
    plain = signed(request(host="elsewhere", **{"x-a": "1"}))["authorization"]
    changeable = {
        "content-type": "application/json",
        "user-agent": "me",
        "range": "bytes=0-1",
        "authorization": "Basic",
    }
    assert signed(request(**changeable, **{"x-a": "1"})) == {
        **changeable,
        "x-a": "1",
        "x-amz-date": "20260506T120000Z",
        "x-amz-security-token": "to/ken==",
        "authorization": plain,
    }
    assert "SignedHeaders=host;x-a;x-amz-date;x-amz-security-token," in plain


def test_without_a_token_there_is_no_header_of_it() -> None:
    keys = AwsCredentials(access_key_id="AKID", secret_access_key="s")
    assert set(signed(request(), keys)) == {"x-amz-date", "authorization"}


def test_a_request_without_a_body_is_sent_as_it_is() -> None:
    get = HttpRequest(method="GET", url="https://a.example/", headers={"a": "b"})
    empty = HttpRequest(method="POST", url="https://a.example/", headers={"a": "b"}, content=b"")
    assert (signed(get), signed(empty)) == ({"a": "b"}, {"a": "b"})


def test_a_key_goes_behind_an_authorization_of_the_caller() -> None:
    assert bearer_headers(request(), "k") == {"authorization": "Bearer k"}
    assert bearer_headers(request(authorization="Basic x"), "k") == {"authorization": "Basic x, Bearer k"}


def test_the_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("botocore.auth", "botocore.credentials", "botocore.awsrequest"):
        monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(ImportError, match=r"pip install 'ai-sdk-python\[bedrock\]'"):
        signed(request())


def test_keys_are_not_shown() -> None:
    assert repr(KEYS) == "AwsCredentials(access_key_id='AKID')"
