"""Response metadata from the fields that most providers share.

Ports: @ai-sdk/provider-utils/src/create-language-model-response-metadata.ts
"""

from ai_sdk.provider.language_model import LanguageModelV4ResponseMetadata, LanguageModelV4ResponseMetadataPart
from ai_sdk.provider_utils.timestamp import date_from_seconds

__all__ = ["create_language_model_response_metadata", "create_response_metadata_part"]


def create_language_model_response_metadata(
    *,
    id: str | None = None,  # noqa: A002 - the wire's name
    model: str | None = None,
    created: float | None = None,
) -> LanguageModelV4ResponseMetadata:
    """Return the metadata of a response; `created` is in seconds since 1970.

    >>> create_language_model_response_metadata(id="r1", model="m").model_id
    'm'
    """
    return LanguageModelV4ResponseMetadata(id=id, model_id=model, timestamp=date_from_seconds(created))


def create_response_metadata_part(
    *,
    id: str | None = None,  # noqa: A002 - the wire's name
    model: str | None = None,
    created: float | None = None,
) -> LanguageModelV4ResponseMetadataPart:
    """Return the same as a part of a stream.

    >>> create_response_metadata_part(id="r1", model="m").type
    'response-metadata'
    """
    return LanguageModelV4ResponseMetadataPart(id=id, model_id=model, timestamp=date_from_seconds(created))
