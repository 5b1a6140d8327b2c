"""`python -m conformance record`: runs the cases through the pinned npm packages in Node and keeps what they did.

An outcome is written by this command only. `--check` records again in memory and fails when a file says anything else.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from codegen.extract.install import ensure_installed
from codegen.extract.node import node_path
from conformance.suite import HOME, Suite, open_suite

RUNNER = Path(__file__).parent / "oracle" / "main.mjs"
LONGEST_LINE = 160


@dataclass(slots=True)
class Recording:
    """What a run of the oracle came to."""

    recorded: int = 0
    changed: list[str] = field(default_factory=list)
    """Ids whose outcome on disk was another one, or none."""
    stale: list[str] = field(default_factory=list)
    """Ids of outcomes that have no case any more."""
    failures: dict[str, str] = field(default_factory=dict)
    """Case id to the reason why no outcome could be recorded."""


def main(argv: Sequence[str] | None = None) -> int:
    """Record or check; return 1 when a case could not be recorded or, with `--check`, when the disk differs."""
    parser = argparse.ArgumentParser(prog="python -m conformance record", description=__doc__)
    parser.add_argument("--only", default="", help="case globs, separated by commas")
    parser.add_argument("--check", action="store_true", help="write nothing; fail on a difference with the disk")
    parser.add_argument("--suite", type=Path, default=HOME, help="the folder with cases/ and expected/")
    arguments = parser.parse_args(argv)
    globs = [glob for glob in arguments.only.split(",") if glob]
    recording = record(open_suite(arguments.suite), globs, write=not arguments.check)
    return summarize(recording, check=arguments.check)


def record(suite: Suite, globs: Sequence[str] = (), *, write: bool, packages: Path | None = None) -> Recording:
    """Run the selected cases and compare each outcome with the disk; write it there when `write` is given."""
    case_ids = suite.selected(globs)
    recording = Recording()
    for case_id, answer in zip(case_ids, run_oracle(suite, case_ids, packages or ensure_installed()), strict=True):
        failure = answer.get("failure") or _wrong_id(case_id, answer)
        if failure:
            recording.failures[case_id] = failure
            continue
        recording.recorded += 1
        if _keep(suite.root / "expected" / f"{case_id}.json", answer["outcome"], write=write):
            recording.changed.append(case_id)
    if not globs:
        recording.stale = _drop_stale(suite, set(case_ids), write=write)
    return recording


def run_oracle(suite: Suite, case_ids: Sequence[str], packages: Path) -> Iterator[dict[str, Any]]:
    """Yield the answer of the TypeScript packages to each case: `{"id", "outcome"}` or `{"id", "failure"}`."""
    cases = [f"cases/{case_id}.json" for case_id in case_ids]
    job = json.dumps({"suite": str(suite.root), "packages": str(packages), "cases": cases})
    environment = {"PATH": os.environ.get("PATH", ""), "TZ": "UTC", "LANG": "C.UTF-8"}
    if not case_ids:
        return
    with subprocess.Popen(  # noqa: S603 - fixed program, arguments of our own
        [node_path(), RUNNER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, encoding="utf-8"
    ) as node:
        if node.stdin is None or node.stdout is None:
            raise RuntimeError("the oracle has no pipes")
        # When the runner dies at once the pipe breaks; its exit code then says more than the pipe does.
        with suppress(BrokenPipeError):
            node.stdin.write(job)
            node.stdin.close()
        for line in node.stdout:
            yield json.loads(line)
    if node.returncode:
        raise RuntimeError(f"the oracle ended with {node.returncode}")


def render(value: Any, depth: int = 0) -> str:
    """Return JSON text that reads well in a review: whatever fits on one line stands on one line."""
    compact = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, dict | list) or (depth and len(compact) + depth <= LONGEST_LINE):
        return compact
    inner = " " * (depth + 1)
    if isinstance(value, dict):
        lines = [
            f"{inner}{json.dumps(key, ensure_ascii=False)}: {render(item, depth + 1)}" for key, item in value.items()
        ]
        return "{\n" + ",\n".join(lines) + f"\n{' ' * depth}}}"
    lines = [inner + render(item, depth + 1) for item in value]
    return "[\n" + ",\n".join(lines) + f"\n{' ' * depth}]"


def summarize(recording: Recording, *, check: bool) -> int:
    """Print what happened and return the exit code."""
    for case_id, reason in recording.failures.items():
        sys.stdout.write(f"FAILED {case_id}: {reason}\n")
    verb = "differs" if check else "written"
    for case_id in recording.changed:
        sys.stdout.write(f"{verb} {case_id}\n")
    for case_id in recording.stale:
        sys.stdout.write(f"{'stale' if check else 'removed'} {case_id}\n")
    differing = len(recording.changed) + len(recording.stale)
    sys.stdout.write(f"{recording.recorded} recorded, {differing} {verb}, {len(recording.failures)} failed\n")
    return 1 if recording.failures or (check and differing) else 0


def _wrong_id(case_id: str, answer: dict[str, Any]) -> str | None:
    return None if answer["id"] == case_id else f"the case calls itself {answer['id']}"


def _keep(path: Path, outcome: dict[str, Any], *, write: bool) -> bool:
    text = render(outcome) + "\n"
    if path.exists() and path.read_text("utf-8") == text:
        return False
    if write:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return True


def _drop_stale(suite: Suite, case_ids: set[str], *, write: bool) -> list[str]:
    expected = suite.root / "expected"
    found = {path.relative_to(expected).with_suffix("").as_posix(): path for path in sorted(expected.rglob("*.json"))}
    stale = [case_id for case_id in found if case_id not in case_ids]
    for case_id in stale if write else ():
        found[case_id].unlink()
    return stale
