"""Where credentials come from."""

import sys

import pytest
from botocore.credentials import Credentials

from ai_sdk.provider import AISDKError, InvalidArgumentError, LoadSettingError
from ai_sdk.providers.amazon_bedrock import AwsCredentials
from ai_sdk.providers.amazon_bedrock.credentials import CredentialSource

FOUND = Credentials("AKIDCHAIN", "chain", "chain-token")


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"):
        monkeypatch.delenv(name, raising=False)


def source(**given) -> CredentialSource:
    defaults = {
        "access_key_id": None,
        "secret_access_key": None,
        "session_token": None,
        "credential_provider": None,
        "session_token_goes_with_keys": True,
    }
    return CredentialSource(**{**defaults, **given})


def chain(monkeypatch: pytest.MonkeyPatch, found: Credentials | None) -> list[str]:
    """Let AWS's chain find something, and return what it was asked."""
    asked: list[str] = []

    class Session:
        def get_credentials(self) -> Credentials | None:
            asked.append("chain")
            return found

    monkeypatch.setattr("botocore.session.Session", Session)
    return asked


@pytest.mark.anyio
async def test_given_keys_are_taken_without_the_token_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_SESSION_TOKEN", "other")
    keys = {"access_key_id": "A", "secret_access_key": "S"}
    assert await source(**keys).load() == AwsCredentials(**keys)
    assert await source(**keys, session_token="T").load() == AwsCredentials(**keys, session_token="T")
    elsewhere = source(**keys, session_token_goes_with_keys=False)
    assert await elsewhere.load() == AwsCredentials(**keys, session_token="other")


@pytest.mark.anyio
async def test_keys_of_the_environment_bring_their_token(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("ACCESS_KEY_ID", "A"), ("SECRET_ACCESS_KEY", "S"), ("SESSION_TOKEN", "T")):
        monkeypatch.setenv(f"AWS_{name}", value)
    assert await source().load() == AwsCredentials(access_key_id="A", secret_access_key="S", session_token="T")


@pytest.mark.anyio
@pytest.mark.parametrize(
    "given",
    [
        AwsCredentials(access_key_id="A", secret_access_key="S", session_token="T"),
        {"accessKeyId": "A", "secretAccessKey": "S", "sessionToken": "T"},
        {"access_key_id": "A", "secret_access_key": "S", "session_token": "T"},
    ],
)
async def test_a_function_may_return_credentials_in_either_spelling(given) -> None:
    async def later():
        return given

    expected = AwsCredentials(access_key_id="A", secret_access_key="S", session_token="T")
    assert await source(access_key_id="unused", credential_provider=lambda: given).load() == expected
    assert await source(credential_provider=later).load() == expected


@pytest.mark.anyio
async def test_a_function_that_fails_is_an_error_of_the_call() -> None:
    def fail():
        raise RuntimeError("no vault")

    with pytest.raises(AISDKError) as caught:
        await source(credential_provider=fail).load()
    assert str(caught.value) == (
        "AWS credential provider failed: no vault. Please ensure your credential provider returns valid AWS "
        "credentials with accessKeyId and secretAccessKey properties."
    )
    assert isinstance(caught.value.cause, RuntimeError)


@pytest.mark.anyio
async def test_a_function_must_return_both_keys() -> None:
    with pytest.raises(InvalidArgumentError, match="secretAccessKey is a required option"):
        await source(credential_provider=lambda: {"accessKeyId": "A"}).load()


@pytest.mark.anyio
async def test_without_keys_the_chain_of_aws_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = chain(monkeypatch, FOUND)
    credentials = source()
    expected = AwsCredentials(access_key_id="AKIDCHAIN", secret_access_key="chain", session_token="chain-token")
    assert [await credentials.load(), await credentials.load()] == [expected, expected]
    assert asked == ["chain"]


@pytest.mark.anyio
async def test_elsewhere_than_on_asyncio_the_chain_is_asked_in_a_thread_of_anyio(monkeypatch: pytest.MonkeyPatch):
    async def run_sync(function):
        asked.append("thread")
        return function()

    asked = chain(monkeypatch, FOUND)
    monkeypatch.setattr("sniffio.current_async_library", lambda: "trio")
    monkeypatch.setattr("anyio.to_thread.run_sync", run_sync)
    assert (await source().load()).access_key_id == "AKIDCHAIN"
    assert asked == ["thread", "chain", "thread"]


@pytest.mark.anyio
async def test_when_the_chain_finds_nothing_the_ways_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    chain(monkeypatch, None)
    with pytest.raises(AISDKError, match=r"3\. Use a credentialProvider function") as caught:
        await source().load()
    assert str(caught.value).endswith(
        "Original error: AWS access key ID setting is missing. Pass it using the 'accessKeyId' parameter "
        "or the AWS_ACCESS_KEY_ID environment variable."
    )


@pytest.mark.anyio
async def test_one_key_alone_is_not_enough() -> None:
    with pytest.raises(AISDKError, match="requires both AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"):
        await source(access_key_id="A").load()


@pytest.mark.anyio
async def test_keys_must_be_text() -> None:
    with pytest.raises(LoadSettingError, match="AWS access key ID setting must be a string"):
        await source(access_key_id=7, secret_access_key="S").load()


@pytest.mark.anyio
async def test_the_chain_needs_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "botocore.session", None)
    with pytest.raises(ImportError, match=r"pip install 'ai-sdk-python\[bedrock\]'"):
        await source().load()
