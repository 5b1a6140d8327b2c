"""A place where tools run commands and keep files; the library only hands it to tools.

Ports: @ai-sdk/provider-utils/src/types/sandbox.ts
"""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider.spec import Spec

__all__ = ["SandboxProcess", "SandboxResult", "SandboxSession"]


@dataclass(slots=True, kw_only=True)
class SandboxResult(Spec):
    """How a command ended."""

    exit_code: int
    stdout: str = ""
    stderr: str = ""


class SandboxProcess(Protocol):
    """A command that runs."""

    @property
    def pid(self) -> int | None:
        """The id of the process, where there is one."""

    @property
    def stdout(self) -> AsyncIterator[bytes]:
        """What it writes to standard output."""

    @property
    def stderr(self) -> AsyncIterator[bytes]:
        """What it writes to standard error."""

    async def wait(self) -> int:
        """Return the exit code when the process has ended; raises the reason of an abort."""

    async def kill(self) -> None:
        """End the process; ending it twice changes nothing."""


class SandboxSession(Protocol):
    """Runs commands, reads and writes files. Paths that are not absolute mean what the sandbox says."""

    @property
    def description(self) -> str:
        """What an agent should know of the sandbox, such as its root directory; may be added to instructions."""

    async def read_file(self, path: str, *, abort_signal: AbortSignal | None = None) -> AsyncIterator[bytes] | None:
        """Return the bytes of a file as a stream, or `None` when there is no such file."""

    async def read_binary_file(self, path: str, *, abort_signal: AbortSignal | None = None) -> bytes | None:
        """Return the bytes of a file, or `None` when there is no such file."""

    async def read_text_file(
        self,
        path: str,
        *,
        encoding: str = "utf-8",
        start_line: int = 1,
        end_line: int | None = None,
        abort_signal: AbortSignal | None = None,
    ) -> str | None:
        """Return lines of a text file, or `None` when there is no such file. Lines count from 1, the last included."""

    async def write_file(
        self, path: str, content: AsyncIterator[bytes], *, abort_signal: AbortSignal | None = None
    ) -> None:
        """Write a file from a stream and create its directories; an earlier file is replaced."""

    async def write_binary_file(self, path: str, content: bytes, *, abort_signal: AbortSignal | None = None) -> None:
        """Write a file from bytes."""

    async def write_text_file(
        self, path: str, content: str, *, encoding: str = "utf-8", abort_signal: AbortSignal | None = None
    ) -> None:
        """Write a file from text."""

    async def spawn(
        self,
        command: str,
        *,
        working_directory: str | None = None,
        env: Mapping[str, str] | None = None,
        abort_signal: AbortSignal | None = None,
    ) -> SandboxProcess:
        """Start a command and return while it runs; an abort ends it."""

    async def run(
        self,
        command: str,
        *,
        working_directory: str | None = None,
        env: Mapping[str, str] | None = None,
        abort_signal: AbortSignal | None = None,
    ) -> SandboxResult:
        """Run a command to its end; an abort ends it before."""
