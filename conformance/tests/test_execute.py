"""Calls beyond a plain model method: signals, provider methods, servers that never answer."""

from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from ai_sdk.provider_utils.abort import abortable
from conformance.case import parse_case
from conformance.execute import execute
from conformance.sdk.call import SdkCall
from conformance.sdk.table import FUNCTIONS
from conformance.tests.miniature import CHAT_CASE, STREAM_CASE, MiniModel, MiniSubject, changed
from conformance.vocabulary import NotPortedError


def no_file(name: str) -> bytes:
    raise FileNotFoundError(name)


def outcome_of(case: dict[str, Any], subject: MiniSubject) -> dict[str, Any]:
    return execute(parse_case(case), subject, no_file)


class Abortable(MiniModel):
    async def do_generate(self, options: Any) -> Any:
        return await abortable(options.abort_signal, lambda: super(Abortable, self).do_generate(options))


def with_signal(signal: Any, **response: Any) -> dict[str, Any]:
    def change(case: dict[str, Any]) -> None:
        case["call"]["args"][0]["abortSignal"] = {"$abortSignal": signal}
        case["exchanges"][0]["response"].update(response)

    return changed(CHAT_CASE, change)


@pytest.mark.parametrize(
    ("case", "status", "requests"),
    [
        (with_signal("aborted"), "error", 0),
        (with_signal("pending"), "ok", 1),
        (with_signal({"afterMs": 100}), "ok", 1),
        (with_signal({"afterMs": 100}, delayMs=101), "error", 1),
        (with_signal({"afterMs": 100}, delayMs=99), "ok", 1),
        (with_signal({"afterMs": 100}, hang=True), "error", 1),
    ],
)
def test_a_signal_aborts_on_the_virtual_clock_and_is_no_sleep_of_the_client(
    case: dict[str, Any], status: str, requests: int
) -> None:
    outcome = outcome_of(case, MiniSubject(Abortable))
    assert (outcome["status"], len(outcome["requests"])) == (status, requests)
    assert outcome.get("error") == ({"$error": {"name": "AbortError", "abort": True}} if status == "error" else None)
    assert outcome.keys() & {"sleeps", "problems"} == set()


def test_a_server_that_never_answers_is_a_hang() -> None:
    outcome = outcome_of(with_signal("pending", hang=True), MiniSubject(Abortable))
    assert (outcome["status"], outcome["problems"]) == ("hang", ["nothing is in flight and no timer is set"])


class ProviderSubject(MiniSubject):
    """A provider with methods of its own."""

    def provider_module(self, package: str, entry: str | None) -> ModuleType:
        module = ModuleType("ai_sdk.providers.mini")

        async def get_credits(*, page_size: int = 0) -> dict[str, int]:
            return {"credits": page_size}

        module.create_mini = lambda **_: SimpleNamespace(get_credits=get_credits)  # type: ignore[attr-defined]
        return module


def provider_case(method: str, arguments: list[Any]) -> dict[str, Any]:
    case = {key: CHAT_CASE[key] for key in ("format", "id", "title", "tags", "provider")}
    return case | {"call": {"api": "provider", "method": method, "args": arguments}, "exchanges": []}


@pytest.mark.parametrize(("arguments", "credit"), [([], 0), ([{"pageSize": 7}], 7)])
def test_a_method_of_the_provider_takes_its_options_as_keywords(arguments: list[Any], credit: int) -> None:
    outcome = outcome_of(provider_case("getCredits", arguments), ProviderSubject())
    assert outcome == {"case": "mini/chat", "requests": [], "status": "ok", "result": {"credits": credit}}


def test_a_method_that_the_provider_lacks_is_not_ported() -> None:
    with pytest.raises(NotPortedError, match=r"SimpleNamespace\.get_models"):
        outcome_of(provider_case("getModels", []), ProviderSubject())


def test_an_accessor_that_the_provider_lacks_is_not_ported() -> None:
    case = changed(STREAM_CASE, lambda case: case["model"].update(accessor="()"))
    with pytest.raises(NotPortedError, match=r"SimpleNamespace\.__call__"):
        outcome_of(case, MiniSubject())


async def _generate(call: SdkCall) -> Any:
    call.events.append({"event": "onFinish", "args": call.call["args"]})
    return {"model": None if call.model is None else type(call.model).__name__}


@pytest.mark.parametrize(("left_out", "model"), [((), "MiniModel"), (("provider", "model"), None)])
def test_a_function_of_the_sdk_gets_the_model_and_may_record_events(
    monkeypatch: pytest.MonkeyPatch, left_out: tuple[str, ...], model: str | None
) -> None:
    monkeypatch.setitem(FUNCTIONS, "generateText", _generate)
    case = {key: value for key, value in CHAT_CASE.items() if key not in left_out}
    case |= {"exchanges": [], "call": {"api": "sdk", "function": "generateText", "args": {"prompt": "x"}}}
    outcome = outcome_of(case, MiniSubject())
    assert outcome["result"] == {"model": model}
    assert outcome["events"] == [{"event": "onFinish", "args": {"prompt": "x"}}]
