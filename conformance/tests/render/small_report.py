"""A report with one case of each standing."""

import json
from pathlib import Path
from typing import Any

from conformance.render.summary import Report
from conformance.report import footer

HOSTILE = "</script><script>alert('x')</script><img src=x onerror=alert(1)> & \u2028"
HEADER: dict[str, Any] = {
    "kind": "header",
    "format": 1,
    "suite": "small",
    "date": "2026-01-02T03:04:05+00:00",
    "counts": {"cases": 9, "selected": 7},
    "versions": {"typescript": {"@ai-sdk/mini": "1.0.0"}, "python": {"ai-sdk-python": "0.1.0", "httpx": "0.28.1"}},
}


def line(case: str, outcome: str, **more: Any) -> dict[str, Any]:
    package, _, name = case.partition("/")
    method = "doStream" if "stream" in name else "doGenerate"
    described = {"package": package, "surface": "chat", "method": method, "tags": [], "core": outcome == "identical"}
    return {"kind": "result", "case": case, "outcome": outcome, **described, "parts": {}, "differences": [], **more}


def outcome(tokens: int, text: str = "Hi", raw: Any = None) -> dict[str, Any]:
    usage = {"outputTokens": tokens, "raw": raw}
    return {
        "status": "ok",
        "requests": [{"url": "u", "body": {"json": {"n": 1}}}],
        "result": {"text": text, "usage": usage},
    }


def differing(case: str, path: str, want: Any, got: Any, **more: Any) -> dict[str, Any]:
    difference = {"part": "outcome", "path": path, "core": more.get("core", False) is False, "want": want, "got": got}
    parts = {"requests": True, "outcome": False}
    return line(case, "differing", parts=parts, differences=[difference]) | more


TOKENS = "$.result.usage.outputTokens"
RAW = "$.result.usage.raw"
BROKEN = line("broken/case", "could_not_run", reason="InvalidCase: titel")
del BROKEN["surface"], BROKEN["method"], BROKEN["tags"]
RESULTS = [
    line("mini/chat", "identical", parts={"requests": True, "outcome": True}),
    line("mini/stream", "identical", parts={"requests": True, "outcome": True, "stream": True, "sleeps": True}),
    differing("mini/tokens", TOKENS, 3, 4, expected=outcome(3), actual=outcome(4)),
    differing("mini/raw", RAW, {}, None, core=True, expected=outcome(3, raw={}), actual=outcome(3)),
    differing("mini/gap", "$.result.text", "Hi", HOSTILE, known_gap="waits | for\nupstream", actual=outcome(3, HOSTILE))
    | {"expected": outcome(3)},
    line("none/chat", "not_ported", reason="module ai_sdk.providers.none"),
    {
        key: value
        for key, value in line("broken/case", "could_not_run", reason="InvalidCase: titel").items()
        if key != "surface"
    },
]
REPORT = Report(HEADER, RESULTS)


def write_report(path: Path, lines: list[dict[str, Any]] | None = None) -> Path:
    lines = [HEADER, *RESULTS, footer(RESULTS)] if lines is None else lines
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return path
