"""What a case may not do: read the developer's environment, reach the network, sleep in real time, run forever."""

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from types import FrameType
from typing import Any, SupportsIndex

from conformance.clock import HangError

REAL_SECONDS = 20.0
_MOMENT = 0.001
_KEPT = ("PATH", "HOME", "TMPDIR", "TEMP", "TMP", "TZ", "LANG", "SYSTEMROOT")
_KEPT_PREFIXES = ("LC_", "PYTHON", "COVERAGE", "COV_")
# Credentials are also kept in files and in the metadata of the machine.
_SEALED = {
    "AWS_CONFIG_FILE": os.devnull,
    "AWS_EC2_METADATA_DISABLED": "true",
    "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
}
_NETWORK_EVENTS = frozenset(
    {
        "socket.connect",
        "socket.getaddrinfo",
        "socket.gethostbyname",
        "socket.gethostbyaddr",
        "socket.getnameinfo",
        "socket.sendto",
        "socket.sendmsg",
        "subprocess.Popen",
        "os.system",
    }
)


class EscapeError(OSError):
    """The case tried to leave the process."""


_escapes: list[str] | None = None


def _audit(event: str, arguments: tuple[Any, ...]) -> None:
    if _escapes is not None and event in _NETWORK_EVENTS:
        _escapes.append(f"{event} {arguments[1:] if event.startswith('socket.') else arguments[:1]}"[:200])
        raise EscapeError(f"{event} is not allowed during a case")


sys.addaudithook(_audit)


@contextmanager
def no_network(escapes: list[str]) -> Iterator[None]:
    """Refuse, and note in `escapes`, every attempt to resolve a name, to connect or to start a process."""
    global _escapes  # noqa: PLW0603 - audit hooks are per process and cannot be removed
    _escapes = escapes
    try:
        yield
    finally:
        _escapes = None


@contextmanager
def no_real_sleep(escapes: list[str]) -> Iterator[None]:
    """Turn `time.sleep` into a noted violation that returns at once."""
    real = time.sleep

    def refuse(seconds: SupportsIndex | float) -> None:
        escapes.append(f"time.sleep({seconds})")

    time.sleep = refuse
    try:
        yield
    finally:
        time.sleep = real


@contextmanager
def only_environment(variables: Mapping[str, str]) -> Iterator[None]:
    """Leave only what the interpreter needs in the environment, plus the given variables; restore it afterwards."""
    before = dict(os.environ)
    kept = {name: value for name, value in before.items() if name in _KEPT or name.startswith(_KEPT_PREFIXES)}
    _replace_environment(kept | _SEALED | dict(variables))
    try:
        yield
    finally:
        _replace_environment(before)


def _replace_environment(variables: Mapping[str, str]) -> None:
    for name in [name for name in os.environ if name not in variables]:
        del os.environ[name]
    for name, value in variables.items():
        if os.environ.get(name) != value:
            os.environ[name] = value


@contextmanager
def real_time_limit(seconds: float = REAL_SECONDS) -> Iterator[None]:
    """Raise `HangError` in the main thread after so many real seconds, and again each second if that is swallowed."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(_: int, frame: FrameType | None) -> None:
        if _is_of_coverage(frame):  # an error there would leave its lock taken for ever
            signal.setitimer(signal.ITIMER_REAL, _MOMENT, 1.0)
            return
        raise HangError(f"still running after {seconds:g} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds, 1.0)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _is_of_coverage(frame: FrameType | None) -> bool:
    """Say whether the measuring of coverage was interrupted: it, or what it had called."""
    for _ in range(3):
        if frame is not None and str(frame.f_globals.get("__name__")).partition(".")[0] == "coverage":
            return True
        frame = frame.f_back if frame is not None else None
    return False


@contextmanager
def guarded(variables: Mapping[str, str], escapes: list[str], seconds: float = REAL_SECONDS) -> Iterator[None]:
    """All four guards at once."""
    with ExitStack() as stack:
        stack.enter_context(only_environment(variables))
        stack.enter_context(no_real_sleep(escapes))
        stack.enter_context(no_network(escapes))
        stack.enter_context(real_time_limit(seconds))
        yield
