"""`python -m benchmarks`: every client against one loopback server in one run; prints costs and ratios to the floor."""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks import plan

FOLDER = Path(__file__).parent
FLOOR = "httpx"
ALONE = "httpx-alone"
"""The floor in an environment of its own: without the sniffio that this library brings, httpcore is slower."""
LABELS = {
    "httpx": "httpx + json.loads (floor)",
    "httpx-alone": "the same without sniffio",
    "sdk": "this library, default transport",
    "sdk-aiohttp": "this library, aiohttp transport",
    "typescript": "TypeScript, provider level",
    "core": "this library, generate_text / stream_text",
    "core-aiohttp": "the same, aiohttp transport",
    "typescript-core": "TypeScript, generateText / streamText",
    "openai": "openai-python",
    "pydantic-ai": "pydantic-ai, direct",
    "litellm": "litellm",
}
PEERS = {"openai": "openai", "pydantic-ai": "pydantic_ai", "litellm": "litellm"}
TABLES = {
    "one after the other": {
        "call": "µs / call, one at a time",
        "call_in_flight": f"µs / call, {plan.IN_FLIGHT} in flight",
        "chunk_short": f"µs / chunk, {plan.SHORT_STREAM:,} a stream",
        "chunk_long": f"µs / chunk, {plan.LONG_STREAM:,} a stream",
        "growth_mb": "MB grown in the long stream",
    },
    f"{plan.PACED_STREAMS} streams at once, {plan.PACED_PER_SECOND} chunks/s each; embeddings": {
        "chunk_paced": "µs / chunk",
        "chunks_per_second": f"chunks/s, of {plan.PACED_STREAMS * plan.PACED_PER_SECOND:,}",
        "lag_p99": "event loop late, p99, ms",
        "embed": f"µs / {plan.EMBEDDINGS} embeddings of {plan.DIMENSIONS:,}",
    },
}
_WITHOUT_RATIO = frozenset({"growth_mb", "chunks_per_second", "lag_p99"})


def main() -> None:
    """Measure the clients that the command line names, by default all."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("clients", nargs="*", default=list(LABELS), help=f"some of {', '.join(LABELS)}")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures too")
    options = parser.parse_args()
    with _server() as url:
        results = {name: _measure(name, url) for name in dict.fromkeys([FLOOR, *filter(_is_there, options.clients)])}
    _show(results)
    if options.json:
        options.json.write_text(json.dumps(results, indent=1))


def _is_there(name: str) -> bool:
    """Say whether a client can be measured here; a peer that is not installed is left out, and said to be."""
    there = "HTTPX_ALONE" in os.environ if name == ALONE else name not in PEERS or find_spec(PEERS[name]) is not None
    if not there:
        sys.stderr.write(f"{name} is not installed; `nox -s bench` installs what is compared\n")
    return there


@contextmanager
def _server() -> Iterator[str]:
    command = [sys.executable, "-m", "benchmarks.server"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own module
        try:
            port = process.stdout.readline().strip() if process.stdout else ""
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def _measure(name: str, url: str) -> dict[str, float]:
    command = _typescript(name, url) if name.startswith("typescript") else _python(name, url)
    printed = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout  # noqa: S603 - as above
    figures: dict[str, float] = json.loads(printed)
    return figures


def _python(name: str, url: str) -> list[str]:
    client = ["-m", "benchmarks.client", FLOOR if name == ALONE else name, url]
    return [os.environ["HTTPX_ALONE"] if name == ALONE else sys.executable, *client]


def _typescript(name: str, url: str) -> list[str]:
    from codegen.extract.install import ensure_installed
    from codegen.extract.node import node_path

    level = "core" if name.endswith("-core") else "provider"
    facts = {
        "calls": plan.CALLS,
        "inFlight": plan.IN_FLIGHT,
        "inFlightCalls": plan.IN_FLIGHT_CALLS,
        "shortStream": plan.SHORT_STREAM,
        "longStream": plan.LONG_STREAM,
        "pacedStreams": plan.PACED_STREAMS,
        "pacedWords": plan.PACED_WORDS,
        "tickMs": plan.TICK_SECONDS * 1000,
        "texts": plan.TEXTS,
        "embedCalls": plan.EMBED_CALLS,
    }
    return [str(node_path()), str(FOLDER / "client.mjs"), str(ensure_installed()), url, json.dumps(facts), level]


def _show(results: dict[str, dict[str, float]]) -> None:
    python = sys.version.split()[0]
    for title, columns in TABLES.items():
        table = Table(title=f"CPU of the client, Python {python}, {os.cpu_count()} cores (ratio to the floor): {title}")
        table.add_column("client")
        for label in columns.values():
            table.add_column(label, justify="right")
        for name, figures in results.items():
            table.add_row(LABELS[name], *(_cell(key, figures.get(key), results[FLOOR][key]) for key in columns))
        Console(width=160).print(table)


def _cell(key: str, value: float | None, floor: float) -> str:
    if value is None:
        return "·"
    return f"{value:,.1f}" if key in _WITHOUT_RATIO else f"{value:,.1f}  ({value / floor:.2f})"


if __name__ == "__main__":
    main()
