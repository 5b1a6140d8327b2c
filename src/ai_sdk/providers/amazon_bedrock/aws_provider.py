"""What the three Bedrock providers share: region, keys and the transport that signs.

Ports: @ai-sdk/amazon-bedrock/src/amazon-bedrock-provider.ts
"""

from typing import ClassVar, TypedDict

from ai_sdk.provider_utils.authenticating_transport import AuthenticatingTransport
from ai_sdk.provider_utils.generate_id import IdGenerator, generate_id
from ai_sdk.provider_utils.headers import Headers
from ai_sdk.provider_utils.provider import Provider
from ai_sdk.provider_utils.resolve import Resolvable, resolve
from ai_sdk.provider_utils.settings import load_optional_setting, load_setting
from ai_sdk.provider_utils.transport import HttpClient, HttpRequest, Transport
from ai_sdk.providers.amazon_bedrock.base_url import BedrockService, resolve_amazon_bedrock_base_url
from ai_sdk.providers.amazon_bedrock.credentials import CredentialProvider, CredentialSource
from ai_sdk.providers.amazon_bedrock.signing import bearer_headers, sign

__all__ = ["AmazonBedrockProviderSettings", "AwsProvider"]


class AmazonBedrockProviderSettings(TypedDict, total=False):
    """The settings of a provider on AWS; nothing is read from the environment before the first request.

    `region` falls back to `AWS_REGION`. `api_key`, else `AWS_BEARER_TOKEN_BEDROCK`, is sent as a bearer token; without
    one every request is signed (needs the extra `bedrock`) with what `credential_provider` returns, with
    `access_key_id`, `secret_access_key` and `session_token`, with those of the environment (`AWS_ACCESS_KEY_ID`, ...),
    or with what AWS's credential chain finds. `base_url` falls back to the environment's endpoints and to the region's.
    `http_client` is an `httpx.AsyncClient`, or anything with its interface.
    """

    region: str | None
    api_key: Resolvable[str | None]
    access_key_id: str | None
    secret_access_key: str | None
    session_token: str | None
    credential_provider: CredentialProvider | None
    base_url: str | None
    headers: Resolvable[Headers | None]
    http_client: HttpClient | None
    generate_id: IdGenerator


class AwsProvider(Provider):
    """A provider on AWS: a key is sent as it is, and without one every request is signed."""

    signing_name: ClassVar[str] = "bedrock"
    session_token_goes_with_keys: ClassVar[bool] = False

    def __init__(
        self,
        *,
        region: str | None = None,
        api_key: Resolvable[str | None] = None,
        access_key_id: str | None = None,
        secret_access_key: str | None = None,
        session_token: str | None = None,
        credential_provider: CredentialProvider | None = None,
        base_url: str | None = None,
        headers: Resolvable[Headers | None] = None,
        http_client: HttpClient | None = None,
        generate_id: IdGenerator = generate_id,
    ) -> None:
        super().__init__(
            api_key=api_key, base_url=base_url, headers=headers, http_client=http_client, generate_id=generate_id
        )
        self._given_region = region
        self._credentials = CredentialSource(
            access_key_id=access_key_id,
            secret_access_key=secret_access_key,
            session_token=session_token,
            credential_provider=credential_provider,
            session_token_goes_with_keys=self.session_token_goes_with_keys,
        )

    @property
    def region(self) -> str:
        """The region: the argument, else `AWS_REGION`; raises `LoadSettingError` when there is none."""
        return load_setting(
            setting_value=self._given_region,
            setting_name="region",
            environment_variable_name="AWS_REGION",
            description="AWS region",
        )

    @property
    def base_url(self) -> str:
        """Where requests for models go, without a slash at the end."""
        return self.service_url("bedrock-runtime")

    def service_url(self, service: BedrockService) -> str:
        """Return where a service lives; raises `LoadSettingError` when that takes a region and there is none."""
        return resolve_amazon_bedrock_base_url(service, base_url=self._base_url, get_region=lambda: self.region)

    def transport(self) -> Transport:
        """Return the transport for the running event loop, which authenticates each request."""
        return AuthenticatingTransport(self._clients.transport(), self._authenticate)

    async def auth_headers(self) -> dict[str, str | None]:
        """Return no headers: a signature covers the whole request, so the transport adds it."""
        return {}

    async def _authenticate(self, request: HttpRequest) -> dict[str, str]:
        given = await resolve(self._api_key)
        key = load_optional_setting(setting_value=given, environment_variable_name="AWS_BEARER_TOKEN_BEDROCK")
        if key and key.strip():
            return bearer_headers(request, key.strip())
        region = self.region
        return sign(request, await self._credentials.load(), region=region, service=self.signing_name)
