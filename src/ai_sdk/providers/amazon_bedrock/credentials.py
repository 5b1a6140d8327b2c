"""The AWS credentials of a request: given, from the environment, from a function, or from AWS's own chain.

Ports: @ai-sdk/amazon-bedrock/src/amazon-bedrock-provider.ts
"""

import asyncio
import importlib
import os
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from ai_sdk.provider import InvalidArgumentError, LoadSettingError
from ai_sdk.provider_utils.resolve import resolve
from ai_sdk.provider_utils.settings import load_optional_setting, load_setting
from ai_sdk.providers.amazon_bedrock.errors import AmazonBedrockError

__all__ = ["AwsCredentials", "CredentialProvider", "CredentialSource", "import_botocore"]

T = TypeVar("T")

_NO_KEYS = (
    "AWS SigV4 authentication requires AWS credentials. Please provide either:\n"
    "1. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY environment variables\n"
    "2. Provide accessKeyId and secretAccessKey in options\n"
    "3. Use a credentialProvider function\n"
    "4. Use API key authentication with AWS_BEARER_TOKEN_BEDROCK or apiKey option"
)
_ONE_KEY_MISSING = (
    "AWS SigV4 authentication requires both AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY. "
    "Please ensure both credentials are provided."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AwsCredentials:
    """The keys that sign a request, and the token that comes with temporary ones."""

    access_key_id: str
    secret_access_key: str = field(repr=False)
    session_token: str | None = field(default=None, repr=False)


GivenCredentials = AwsCredentials | Mapping[str, str | None]
CredentialProvider = Callable[[], GivenCredentials | Awaitable[GivenCredentials]]
"""A function, plain or async, that is asked for credentials at each request."""


def import_botocore(module: str) -> Any:
    """Import a module of botocore; raises `ImportError` that names the extra when it is missing."""
    try:
        return importlib.import_module(f"botocore.{module}")
    except ImportError as error:
        raise ImportError(
            "AWS credentials need botocore: pip install 'ai-sdk-python[bedrock]' (an API key does not)"
        ) from error


@dataclass(slots=True, kw_only=True)
class CredentialSource:
    """Where a provider's credentials come from.

    `session_token_goes_with_keys`: with both keys given, the environment's token belongs to other keys and is not read.
    """

    access_key_id: str | None
    secret_access_key: str | None
    session_token: str | None
    credential_provider: CredentialProvider | None
    session_token_goes_with_keys: bool
    _chain: Any = None

    async def load(self) -> AwsCredentials:
        """Return the credentials; raises `AmazonBedrockError` when there are none."""
        if self.credential_provider is not None:
            return await self._from_function(self.credential_provider)
        if not self._has_keys() and (found := await self._from_chain()) is not None:
            return found
        return AwsCredentials(
            access_key_id=_require(
                self.access_key_id, "accessKeyId", "AWS_ACCESS_KEY_ID", "AWS access key ID", _NO_KEYS
            ),
            secret_access_key=_require(
                self.secret_access_key,
                "secretAccessKey",
                "AWS_SECRET_ACCESS_KEY",
                "AWS secret access key",
                _ONE_KEY_MISSING,
            ),
            session_token=self._session_token(),
        )

    async def _from_function(self, function: CredentialProvider) -> AwsCredentials:
        try:
            given: GivenCredentials = await resolve(function)
        except Exception as error:
            raise AmazonBedrockError(
                f"AWS credential provider failed: {error}. Please ensure your credential provider returns valid "
                "AWS credentials with accessKeyId and secretAccessKey properties.",
                cause=error,
            ) from error
        return given if isinstance(given, AwsCredentials) else _read_credentials(given)

    def _has_keys(self) -> bool:
        given = (self.access_key_id, self.secret_access_key)
        return any(key is not None for key in given) or not os.environ.keys().isdisjoint(
            ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")
        )

    async def _from_chain(self) -> AwsCredentials | None:
        """Ask botocore: profiles, SSO, roles of containers and machines; what it finds is renewed when it expires."""
        session = import_botocore("session")
        if self._chain is None:
            self._chain = await _in_thread(session.Session().get_credentials)
        if self._chain is None:
            return None
        keys = await _in_thread(self._chain.get_frozen_credentials)
        return AwsCredentials(
            access_key_id=keys.access_key, secret_access_key=keys.secret_key, session_token=keys.token
        )

    def _session_token(self) -> str | None:
        both_given = self.access_key_id is not None and self.secret_access_key is not None
        if self.session_token_goes_with_keys and both_given:
            return self.session_token
        return load_optional_setting(setting_value=self.session_token, environment_variable_name="AWS_SESSION_TOKEN")


def _require(value: str | None, name: str, variable: str, description: str, explanation: str) -> str:
    try:
        return load_setting(
            setting_value=value, setting_name=name, environment_variable_name=variable, description=description
        )
    except LoadSettingError as error:
        if variable not in str(error):
            raise
        raise AmazonBedrockError(f"{explanation}\nOriginal error: {error}", cause=None) from error


def _read_credentials(given: Mapping[str, Any]) -> AwsCredentials:
    """Read what a function returned, with names in Python's or TypeScript's spelling."""
    keys = {}
    for name, alias in (("access_key_id", "accessKeyId"), ("secret_access_key", "secretAccessKey")):
        value = given.get(alias) if given.get(name) is None else given[name]
        if value is None:
            raise InvalidArgumentError(f"{alias} is a required option", argument=alias)
        keys[name] = value
    token = given.get("sessionToken") if given.get("session_token") is None else given["session_token"]
    return AwsCredentials(**keys, session_token=token)


async def _in_thread(function: Callable[[], T]) -> T:
    """Run what blocks; in a thread of the event loop's own where it has some, for loops that watch their threads."""
    import sniffio

    if sniffio.current_async_library() == "asyncio":
        return await asyncio.to_thread(function)
    import anyio.to_thread

    return await anyio.to_thread.run_sync(function)
