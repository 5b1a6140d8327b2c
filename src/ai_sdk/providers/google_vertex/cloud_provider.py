"""What the four providers on Vertex AI share: project, location and access tokens."""

from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from ai_sdk.provider_utils.generate_id import IdGenerator, generate_id
from ai_sdk.provider_utils.headers import Headers
from ai_sdk.provider_utils.provider import Provider
from ai_sdk.provider_utils.resolve import Resolvable
from ai_sdk.provider_utils.settings import load_optional_setting, load_setting
from ai_sdk.provider_utils.transport import HttpClient
from ai_sdk.provider_utils.websocket import WebSocketConnector

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ai_sdk.providers.google_vertex.auth import AuthTokenSource, GenerateAuthToken, GoogleAuthOptions

__all__ = ["GoogleCloudProvider", "GoogleCloudSettings"]

_PROJECT, _LOCATION = "GOOGLE_VERTEX_PROJECT", "GOOGLE_VERTEX_LOCATION"


class GoogleCloudSettings(TypedDict, total=False):
    """The settings of each of the four.

    - `project`: falls back to `GOOGLE_VERTEX_PROJECT`
    - `location`: falls back to `GOOGLE_VERTEX_LOCATION`
    - `google_auth_options`: `GoogleAuthOptions`, or a mapping of its fields; without them Google's library looks for
      application default credentials
    - `generate_auth_token`: a function, plain or async, that gives the access token instead
    - `base_url`: where requests go instead of the location's own host
    - `headers`: sent with each request; a function, plain or async, is asked each time
    - `http_client`: an `httpx.AsyncClient`, or anything with its interface; it does not carry requests for tokens
    - `websocket`: opens the connections of streaming transcription in place of the `websockets` library
    - `generate_id`: makes the ids that the API leaves out
    """

    project: str | None
    location: str | None
    google_auth_options: "GoogleAuthOptions | Mapping[str, Any] | None"
    generate_auth_token: "GenerateAuthToken | None"
    base_url: str | None
    headers: Resolvable[Headers | None]
    http_client: HttpClient | None
    websocket: WebSocketConnector | None
    generate_id: IdGenerator


class GoogleCloudProvider(Provider):
    """A provider that sends an access token of Google Cloud with each request."""

    def __init__(self, **settings: Unpack[GoogleCloudSettings]) -> None:
        super().__init__(
            base_url=settings.get("base_url"),
            headers=settings.get("headers"),
            http_client=settings.get("http_client"),
            websocket=settings.get("websocket"),
            generate_id=settings.get("generate_id", generate_id),
        )
        self._given_project = settings.get("project")
        self._given_location = settings.get("location")
        self._google_auth_options = settings.get("google_auth_options")
        self._generate_auth_token = settings.get("generate_auth_token")
        self._tokens: AuthTokenSource | None = None

    @property
    def project(self) -> str:
        """The project: the argument, else `GOOGLE_VERTEX_PROJECT`; raises `LoadSettingError` when there is none."""
        return load_setting(
            setting_value=self._given_project,
            setting_name="project",
            environment_variable_name=_PROJECT,
            description="Google Vertex project",
        )

    @property
    def location(self) -> str:
        """The location: the argument, else `GOOGLE_VERTEX_LOCATION`; raises `LoadSettingError` when there is none."""
        return load_setting(
            setting_value=self._given_location,
            setting_name="location",
            environment_variable_name=_LOCATION,
            description="Google Vertex location",
        )

    def _optional_project(self) -> str | None:
        return load_optional_setting(setting_value=self._given_project, environment_variable_name=_PROJECT)

    def _optional_location(self) -> str | None:
        return load_optional_setting(setting_value=self._given_location, environment_variable_name=_LOCATION)

    async def authorization(self) -> str:
        """Return the header's value; raises `GoogleVertexError` without credentials, `ImportError` without the extra.

        The extra is `vertex`; it is needed for credentials, not for a function that gives tokens.
        """
        if self._tokens is None:
            from ai_sdk.provider.codec import load
            from ai_sdk.providers.google_vertex.auth import AuthTokenSource, GoogleAuthOptions

            given = self._google_auth_options
            options = given if isinstance(given, GoogleAuthOptions) else load(GoogleAuthOptions, dict(given or {}))
            self._tokens = AuthTokenSource(options, self._generate_auth_token)
        return await self._tokens.authorization()

    async def auth_headers(self) -> dict[str, str | None]:
        """Return the header that carries the access token."""
        return {"Authorization": await self.authorization()}
