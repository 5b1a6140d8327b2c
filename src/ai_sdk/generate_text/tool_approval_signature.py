"""Signatures that bind an approval request to its tool call, so that a client cannot approve another one.

Ports: ai/src/generate-text/tool-approval-signature.ts
"""

import hmac
from base64 import b64decode
from binascii import Error as Base64Error
from hashlib import sha256
from typing import Any

from ai_sdk.provider.json_value import stringify
from ai_sdk.provider_utils.json_data import to_json_data
from ai_sdk.util.canonical_hash import hash_canonical, to_base64url

__all__ = ["maybe_sign_approval", "sign_tool_approval", "verify_tool_approval_signature"]

_VERSION = "ai-sdk-tool-approval-v1"


def sign_tool_approval(
    *,
    secret: str | bytes,
    approval_id: str,
    tool_call_id: str,
    tool_name: str,
    input: Any,  # noqa: A002 - it is the tool's input
) -> str:
    """Return the HMAC-SHA256 of the request and its call, as base64url."""
    payload = _payload(approval_id, tool_call_id, tool_name, hash_canonical(to_json_data(input)))
    return to_base64url(_mac(secret, payload))


def verify_tool_approval_signature(
    *,
    secret: str | bytes,
    signature: str,
    approval_id: str,
    tool_call_id: str,
    tool_name: str,
    input: Any,  # noqa: A002 - it is the tool's input
) -> bool:
    """Whether the signature is that of this request and this call.

    A signature of releases that joined the fields with line breaks is accepted when no field holds a line break:
    otherwise one text could stand for two different calls.
    """
    try:
        given = b64decode(signature.translate(_BASE64URL) + "=" * (-len(signature) % 4), validate=True)
    except (Base64Error, ValueError):
        return False
    fields = (approval_id, tool_call_id, tool_name)
    digest = hash_canonical(to_json_data(input))
    if hmac.compare_digest(given, _mac(secret, _payload(*fields, digest))):
        return True
    if any("\n" in field for field in fields):
        return False
    return hmac.compare_digest(given, _mac(secret, "\n".join((*fields, digest))))


def maybe_sign_approval(
    *,
    secret: str | bytes | None,
    approval_id: str,
    tool_call_id: str,
    tool_name: str,
    input: Any,  # noqa: A002 - it is the tool's input
) -> str | None:
    """Return the signature, or `None` when there is no secret to sign with."""
    if secret is None:
        return None
    return sign_tool_approval(
        secret=secret, approval_id=approval_id, tool_call_id=tool_call_id, tool_name=tool_name, input=input
    )


_BASE64URL = str.maketrans("-_", "+/")


def _payload(*fields: str) -> str:
    return stringify([_VERSION, *fields])


def _mac(secret: str | bytes, payload: str) -> bytes:
    key = secret.encode() if isinstance(secret, str) else secret
    return hmac.new(key, payload.encode(errors="surrogatepass"), sha256).digest()
