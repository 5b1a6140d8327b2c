"""The generated request types hold every body that the TypeScript SDK sent when our cases were recorded."""

import importlib
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

ROOT = Path(__file__).parent.parent.parent
EXPECTED = ROOT / "conformance" / "expected"
PACKAGES = ["groq", "openai", "openai-compatible"]

# How many may come back changed: the types are inferred, and a union of inferred bodies loses a key now and then.
UNCHANGED = 0.95


@cache
def endpoints(folder: str) -> list[tuple[str, str, str]]:
    """List the JSON endpoints of a package: path, module and type."""
    found = []
    for path in sorted((ROOT / "specs" / folder).glob("*/request.json")):
        for endpoint in json.loads(path.read_bytes()).get("endpoints", []):
            if endpoint.get("content") == "json" and "request" in endpoint:
                module = f"ai_sdk_generated.{folder}.{path.parent.name}.request"
                found.append((endpoint["path"], module, endpoint["request"].rpartition("/")[2]))
    return found


@cache
def adapter(module: str, name: str) -> TypeAdapter[Any]:
    return TypeAdapter(getattr(importlib.import_module(module), name))


def recorded(package: str) -> Iterator[tuple[str, TypeAdapter[Any], dict[str, Any]]]:
    """Yield each recorded JSON body with the request type of its endpoint (the streaming one for streams)."""
    for path in sorted((EXPECTED / package).glob("*.json")):
        for request in json.loads(path.read_bytes()).get("requests", []):
            content = request.get("body")
            body = content.get("json") if isinstance(content, dict) else None
            if not isinstance(body, dict):
                continue
            url = request["url"].partition("?")[0]
            fitting = [found for found in endpoints(package.replace("-", "_")) if url.endswith(found[0])]
            fitting.sort(key=lambda found: found[2].endswith("DoStream") is not bool(body.get("stream")))
            if fitting:
                yield path.name, adapter(*fitting[0][1:]), body


@pytest.mark.parametrize("package", PACKAGES)
def test_every_recorded_body_is_of_the_generated_request_type(package: str) -> None:
    unchanged = []
    for case, request_type, body in recorded(package):
        model = request_type.validate_json(json.dumps(body))
        again = request_type.dump_python(model, mode="json", by_alias=True, exclude_unset=True)
        unchanged.append((again == body, case))

    assert len(unchanged) > 100
    assert sum(same for same, _ in unchanged) / len(unchanged) >= UNCHANGED
