"""What every model kind of the specification shares: file data, headers, metadata, options, warnings.

Ports: @ai-sdk/provider/src/shared/v4/shared-v4-audio-format.ts, @ai-sdk/provider/src/shared/v4/shared-v4-file-data.ts
Ports: @ai-sdk/provider/src/shared/v4/shared-v4-headers.ts, @ai-sdk/provider/src/shared/v4/shared-v4-warning.ts
Ports: @ai-sdk/provider/src/shared/v4/shared-v4-provider-metadata.ts
Ports: @ai-sdk/provider/src/shared/v4/shared-v4-provider-options.ts
Ports: @ai-sdk/provider/src/shared/v4/shared-v4-provider-reference.ts
"""

from contextlib import suppress
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from ai_sdk.provider.json_value import JSONObject
from ai_sdk.provider.spec import Discriminator, Spec

__all__ = [
    "RequestMetadata",
    "SharedV4AudioFormat",
    "SharedV4FileData",
    "SharedV4FileDataData",
    "SharedV4FileDataReference",
    "SharedV4FileDataText",
    "SharedV4FileDataUrl",
    "SharedV4Headers",
    "SharedV4ProviderMetadata",
    "SharedV4ProviderOptions",
    "SharedV4ProviderReference",
    "SharedV4Warning",
    "SharedV4WarningCompatibility",
    "SharedV4WarningDeprecated",
    "SharedV4WarningOther",
    "SharedV4WarningUnsupported",
]

SharedV4Headers = dict[str, str]
"""HTTP headers, names in lower case when they come from a response."""

SharedV4ProviderOptions = dict[str, JSONObject]
"""Options for one provider each, by provider name. Keys inside are camelCase as in TypeScript or snake_case."""

SharedV4ProviderMetadata = dict[str, JSONObject]
"""What a provider returned beyond the specification, by provider name."""

SharedV4ProviderReference = dict[str, str]
"""The id under which a provider knows an uploaded file, by provider name."""


@dataclass(slots=True, kw_only=True)
class SharedV4AudioFormat(Spec):
    """An audio encoding, such as `audio/pcm`, and its sample rate in hertz."""

    type: str
    rate: int | None = None


@dataclass(slots=True, kw_only=True)
class SharedV4FileDataData(Spec):
    """The bytes of a file, or their base64 text."""

    type: Literal["data"] = "data"
    data: bytes | str


@dataclass(slots=True, kw_only=True)
class SharedV4FileDataUrl(Spec):
    """A file that lies at a URL, which is kept as JavaScript's `URL` writes it: `https://a.dev/a b` has `%20`."""

    type: Literal["url"] = "url"
    url: str = field(metadata={"url": True})
    original_url: str | None = None

    def __post_init__(self) -> None:
        from pydantic_core import Url

        with suppress(ValueError):  # what is no URL stays as it is, for whoever fetches it to refuse
            self.url = str(Url(self.url))


@dataclass(slots=True, kw_only=True)
class SharedV4FileDataReference(Spec):
    """A file that was uploaded to a provider before."""

    type: Literal["reference"] = "reference"
    reference: SharedV4ProviderReference


@dataclass(slots=True, kw_only=True)
class SharedV4FileDataText(Spec):
    """The text of a text file."""

    type: Literal["text"] = "text"
    text: str


SharedV4FileData = Annotated[
    SharedV4FileDataData | SharedV4FileDataUrl | SharedV4FileDataReference | SharedV4FileDataText,
    Discriminator("type"),
]
SharedV4InlineFileData = Annotated[SharedV4FileDataData | SharedV4FileDataUrl, Discriminator("type")]


@dataclass(slots=True, kw_only=True)
class SharedV4WarningUnsupported(Spec):
    """A feature that the model does not have and that was left out of the request."""

    type: Literal["unsupported"] = "unsupported"
    feature: str
    details: str | None = None


@dataclass(slots=True, kw_only=True)
class SharedV4WarningCompatibility(Spec):
    """A feature that works in a compatibility mode, perhaps with worse results."""

    type: Literal["compatibility"] = "compatibility"
    feature: str
    details: str | None = None


@dataclass(slots=True, kw_only=True)
class SharedV4WarningDeprecated(Spec):
    """A setting that will go away."""

    type: Literal["deprecated"] = "deprecated"
    setting: str
    message: str


@dataclass(slots=True, kw_only=True)
class SharedV4WarningOther(Spec):
    """Anything else the caller should know."""

    type: Literal["other"] = "other"
    message: str


SharedV4Warning = Annotated[
    SharedV4WarningUnsupported | SharedV4WarningCompatibility | SharedV4WarningDeprecated | SharedV4WarningOther,
    Discriminator("type"),
]


@dataclass(slots=True, kw_only=True)
class RequestMetadata(Spec):
    """The request that was sent; `body` is the wire body as plain data or text."""

    body: Any = None
