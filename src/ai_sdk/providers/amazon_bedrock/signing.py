"""Requests to AWS as it wants them: signed with Signature Version 4, or with a bearer key.

Ports: @ai-sdk/amazon-bedrock/src/amazon-bedrock-sigv4-fetch.ts
"""

from ai_sdk.provider_utils import clock
from ai_sdk.provider_utils.transport import HttpRequest
from ai_sdk.providers.amazon_bedrock.credentials import AwsCredentials, import_botocore

__all__ = ["bearer_headers", "sign"]

# What proxies and clients may change or add on the way.
_UNSIGNED = frozenset(
    {
        "authorization",
        "connection",
        "content-length",
        "content-type",
        "expect",
        "presigned-expires",
        "range",
        "user-agent",
        "x-amzn-trace-id",
    }
)


def sign(request: HttpRequest, credentials: AwsCredentials, *, region: str, service: str) -> dict[str, str]:
    """Return the request's headers with those of the signature; a request without a body is not signed.

    Raises `ImportError` when botocore, the extra `bedrock`, is missing.
    """
    if request.method != "POST" or not isinstance(request.content, bytes) or not request.content:
        return request.headers
    keys = import_botocore("credentials").Credentials(
        credentials.access_key_id, credentials.secret_access_key, credentials.session_token
    )
    signer = import_botocore("auth").SigV4Auth(keys, service, region)
    timestamp = clock.now().strftime("%Y%m%dT%H%M%SZ")
    added = {"x-amz-date": timestamp}
    if credentials.session_token:
        added["x-amz-security-token"] = credentials.session_token
    headers = {name: value for name, value in request.headers.items() if name != "host"} | added
    signed = {name: value for name, value in headers.items() if name not in _UNSIGNED}
    subject = import_botocore("awsrequest").AWSRequest(request.method, request.url, signed, request.content)
    subject.context["timestamp"] = timestamp
    signature = signer.signature(signer.string_to_sign(subject, signer.canonical_request(subject)), subject)
    names = signer.signed_headers(signer.headers_to_sign(subject))
    authorization = f"AWS4-HMAC-SHA256 Credential={signer.scope(subject)}, SignedHeaders={names}, Signature={signature}"
    return headers | {"authorization": authorization}


def bearer_headers(request: HttpRequest, api_key: str) -> dict[str, str]:
    """Return the request's headers with the key, behind an authorization that the caller set."""
    given = request.headers.get("authorization")
    bearer = f"Bearer {api_key}"
    return request.headers | {"authorization": bearer if given is None else f"{given}, {bearer}"}
