"""Runs one case against the SDK under test and returns its outcome."""

import asyncio
import random
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

import httpx

from conformance.access import access_model, lookup
from conformance.body import ReadFile
from conformance.case import Case
from conformance.clock import HangError, VirtualClock, VirtualLoop, parse_clock
from conformance.guard import REAL_SECONDS, guarded
from conformance.naming import python_name
from conformance.normalize import normalize_error, normalize_value
from conformance.replay import ReplayTransport
from conformance.sdk.call import SdkCall
from conformance.sdk.table import sdk_function
from conformance.subject import Subject, options_class
from conformance.vocabulary import NotPortedError, Surroundings, decode

_SETTLING_TURNS = 50


@dataclass(slots=True)
class _Run:
    """Everything that belongs to one execution of one case."""

    case: Case
    subject: Subject
    read_file: ReadFile
    module: ModuleType | None
    loop: VirtualLoop
    clock: VirtualClock
    transport: ReplayTransport
    events: list[dict[str, Any]] = field(default_factory=list)
    aborts: list[asyncio.Task[None]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    answer: dict[str, Any] = field(default_factory=dict)


def execute(case: Case, subject: Subject, read_file: ReadFile, seconds: float = REAL_SECONDS) -> dict[str, Any]:
    """Return the outcome of a case. Raises `NotPortedError` when what it needs does not exist yet."""
    if case.call["api"] == "sdk":
        sdk_function(case.call["function"])
    module = _module(case, subject)
    random.seed(case.id)
    with closing(VirtualLoop()) as loop:
        clock = VirtualClock(loop, parse_clock(case.clock))
        run = _Run(case, subject, read_file, module, loop, clock, ReplayTransport(case, loop, read_file))
        with guarded(case.env, run.problems, seconds):
            _drive(run)
    return _outcome(run)


def _module(case: Case, subject: Subject) -> ModuleType | None:
    if case.provider is None:
        return None
    return subject.provider_module(case.provider["package"], case.provider.get("entry"))


def _drive(run: _Run) -> None:
    hang = None
    try:
        with _contained(run):
            run.loop.run_until_complete(_call(run))
        run.problems.extend(_leaks(run))
    except HangError as error:
        hang = error
    finally:
        _clean_up(run.loop)
    if hang is not None:  # only now: cancelling what hung may have given it an answer
        run.answer = {"status": "hang"}
        run.problems.append(str(hang))


@contextmanager
def _contained(run: _Run) -> Iterator[None]:
    contain = run.subject.contain(lambda: httpx.AsyncClient(transport=run.transport))
    with run.subject.use_clock(run.clock), contain, run.loop.watching_threads():
        yield


async def _call(run: _Run) -> None:
    async with httpx.AsyncClient(transport=run.transport) as client:
        try:
            result = await _invoke(run, client)
            run.answer = {"status": "ok"} if result is None else {"status": "ok", "result": result}
        except NotPortedError:
            raise
        except (Exception, asyncio.CancelledError) as error:  # noqa: BLE001 - whatever is raised is the outcome
            run.answer = {"status": "error", "error": normalize_error(error, run.subject.foreign)}
        for task in run.aborts:
            task.cancel()
        await _settle()


async def _settle() -> None:
    """Let what is already on its way finish, without letting time pass."""
    for _ in range(_SETTLING_TURNS):
        if len(asyncio.all_tasks()) == 1:
            return
        await asyncio.sleep(0)


def _leaks(run: _Run) -> list[str]:
    tasks = [f"leak: task {task.get_coro()} is still running" for task in asyncio.all_tasks(run.loop)]
    streams = [f"leak: {run.transport.open_streams} response bodies left open"] if run.transport.open_streams else []
    return [*tasks, *streams, *(f"timer of {delay:g} s beside the clock" for delay in run.loop.foreign_timers)]


def _clean_up(loop: VirtualLoop) -> None:
    loop.forget_hang()
    try:
        tasks = asyncio.all_tasks(loop)
        for task in tasks:
            task.cancel()
        loop.run_until_complete(_gather(tasks))
        loop.run_until_complete(loop.shutdown_asyncgens())
    except HangError:
        return


async def _gather(tasks: set[asyncio.Task[Any]]) -> None:
    await asyncio.gather(*tasks, return_exceptions=True)


def _outcome(run: _Run) -> dict[str, Any]:
    transport = run.transport
    answer = dict(run.answer)
    if run.problems and answer["status"] != "hang":
        answer = {**answer, "status": "harness-error"}
    optional = {
        "events": run.events,
        "sleeps": run.clock.sleeps,
        "unusedExchanges": transport.unused_exchanges,
        "unexpectedRequests": transport.unexpected_requests,
        "problems": run.problems,
    }
    stated = {key: value for key, value in optional.items() if value}
    return {"case": run.case.id, "requests": transport.requests, **answer, **stated}


async def _invoke(run: _Run, client: httpx.AsyncClient) -> Any:
    surroundings = Surroundings(run.read_file, lambda argument: _abort_signal(run, argument))
    provider = _provider(run, client, surroundings)
    match run.case.call["api"]:
        case "provider":
            return await _call_provider(run, provider, surroundings)
        case "sdk":
            return await _call_sdk(run, provider, surroundings)
    return await _call_model(run, _model(run, provider, surroundings), surroundings)


async def _call_sdk(run: _Run, provider: Any, surroundings: Surroundings) -> Any:
    model = None if run.case.model is None or provider is None else _model(run, provider, surroundings)
    call = SdkCall(run.case.call, run.subject, surroundings, provider, model, run.loop.wait, run.events)
    return await sdk_function(run.case.method)(call)


def _provider(run: _Run, client: httpx.AsyncClient, surroundings: Surroundings) -> Any:
    declared = run.case.provider
    if declared is None:
        return None
    factory = lookup(run.module, python_name(declared["factory"], declared["package"]))
    settings = decode(declared["settings"], surroundings)
    return factory(**{python_name(name): value for name, value in settings.items()}, http_client=client)


def _model(run: _Run, provider: Any, surroundings: Surroundings) -> Any:
    assert run.case.model is not None  # noqa: S101 - the case was checked
    return access_model(provider, run.case.model["accessor"], decode(run.case.model["args"], surroundings))


async def _call_provider(run: _Run, provider: Any, surroundings: Surroundings) -> Any:
    method = lookup(provider, python_name(run.case.method))
    arguments = decode(run.case.call["args"], surroundings)
    keywords = {python_name(name): value for argument in arguments for name, value in argument.items()}
    return normalize_value(await method(**keywords), run.subject.foreign)


async def _call_model(run: _Run, model: Any, surroundings: Surroundings) -> Any:
    method = lookup(model, python_name(run.case.method))
    result = await method(_options(run, surroundings))
    if run.case.method == "doStream":
        return await _read_stream(run, result)
    return normalize_value(result, run.subject.foreign)


def _options(run: _Run, surroundings: Surroundings) -> Any:
    (value,) = decode(run.case.call["args"], surroundings)
    signal = value.pop("abortSignal", None)
    options = run.subject.load_options(options_class(run.case.surface, run.case.method), value)
    if signal is not None:
        options.abort_signal = signal
    return options


async def _read_stream(run: _Run, result: Any) -> dict[str, Any]:
    foreign = run.subject.foreign
    head = {key: value for key, value in foreign.dump(result).items() if key != "stream"}
    parts: list[Any] = []
    read = {**normalize_value(head, foreign), "stream": parts}
    try:
        async for part in result.stream:
            parts.append(normalize_value(part, foreign))  # noqa: PERF401 - what came before an error is kept
    except (Exception, asyncio.CancelledError) as error:  # noqa: BLE001 - whatever is raised is the outcome
        read["streamError"] = normalize_error(error, foreign)
    return read


def _abort_signal(run: _Run, argument: str | dict[str, float]) -> Any:
    controller = run.subject.abort_controller()
    if argument == "aborted":
        controller.abort()
    elif isinstance(argument, dict):
        run.aborts.append(run.loop.create_task(_abort_later(run, controller, argument["afterMs"] / 1000)))
    return controller.signal


async def _abort_later(run: _Run, controller: Any, seconds: float) -> None:
    await run.loop.wait(seconds)
    controller.abort()
