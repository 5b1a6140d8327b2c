"""Keys, settings, options, headers, ids, clocks: what a call reads before it goes out."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from ai_sdk_generated._base import OptionsModel
from ai_sdk_generated._values import NULL

from ai_sdk.provider.errors import InvalidArgumentError, LoadAPIKeyError, LoadSettingError
from ai_sdk.provider_utils import clock
from ai_sdk.provider_utils.generate_id import create_id_generator, generate_id
from ai_sdk.provider_utils.headers import combine_headers, normalize_headers, with_user_agent_suffix
from ai_sdk.provider_utils.provider_options import parse_provider_options, resolve_provider_options
from ai_sdk.provider_utils.resolve import resolve
from ai_sdk.provider_utils.settings import (
    load_api_key,
    load_optional_setting,
    load_setting,
    validate_base_url,
    without_trailing_slash,
)


class ToyOptions(OptionsModel):
    user: str | None = None
    effort: int | float | None = None


def key(value: object) -> str:
    return load_api_key(api_key=value, environment_variable_name="TOY_KEY", description="Toy")


def test_a_key_comes_from_the_argument_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOY_KEY", "from-environment")
    assert (key("given"), key(None)) == ("given", "from-environment")


def test_a_missing_key_names_the_parameter_and_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TOY_KEY", raising=False)
    with pytest.raises(LoadAPIKeyError) as caught:
        key(None)
    expected = "Toy API key is missing. Pass it using the 'apiKey' parameter or the TOY_KEY environment variable."
    assert caught.value.message == expected


def test_a_key_that_is_no_string_is_refused_without_showing_it() -> None:
    with pytest.raises(LoadAPIKeyError) as caught:
        key(12345)
    assert caught.value.message == "Toy API key must be a string."


def test_settings_come_from_the_argument_or_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    def setting(value: object) -> str:
        return load_setting(
            setting_value=value, environment_variable_name="TOY_REGION", setting_name="region", description="Toy region"
        )

    monkeypatch.delenv("TOY_REGION", raising=False)
    with pytest.raises(LoadSettingError, match=r"Toy region setting is missing\. Pass it using the 'region' parameter"):
        setting(None)
    with pytest.raises(LoadSettingError, match="must be a string"):
        setting(1)
    monkeypatch.setenv("TOY_REGION", "here")
    assert (setting(None), setting("there")) == ("here", "there")
    optional = [load_optional_setting(setting_value=v, environment_variable_name="TOY_REGION") for v in (None, "x", 1)]
    assert optional == ["here", "x", None]


def test_base_urls_lose_one_slash_and_must_not_be_blank() -> None:
    assert without_trailing_slash("https://a.example/v1//") == "https://a.example/v1/"
    assert validate_base_url(None) is None
    assert validate_base_url("https://a.example") == "https://a.example"
    with pytest.raises(InvalidArgumentError, match="baseURL must be a non-empty string"):
        validate_base_url("  ")


def test_options_are_read_for_one_provider_only() -> None:
    assert parse_provider_options("toy", None, ToyOptions) is None
    assert parse_provider_options("toy", {"other": {"user": "u"}}, ToyOptions) is None
    options = parse_provider_options("toy", {"toy": {"user": None, "unknown": 1}}, ToyOptions)
    assert options is not None
    assert (options.given("user"), options.given("effort")) == (NULL, None)


def test_options_that_do_not_fit_are_an_invalid_argument() -> None:
    with pytest.raises(InvalidArgumentError) as caught:
        parse_provider_options("toy", {"toy": {"user": 1}}, ToyOptions)
    assert (caught.value.message, caught.value.argument) == ("invalid toy provider options", "providerOptions")
    assert "user" in str(caught.value.cause)


@pytest.mark.parametrize(
    ("resolution", "expected"),
    [("first", ({"user": "a"}, ["one"])), ("merge", ({"user": "b", "effort": 1}, ["one", "two"]))],
)
def test_options_of_several_names_are_taken_from_the_first_or_merged(resolution: str, expected: object) -> None:
    given = {"one": {"user": "a"}, "two": {"user": "b", "effort": 1}}
    options, matched = resolve_provider_options(given, ["none", "one", "one", "two"], ToyOptions, resolution=resolution)  # type: ignore[arg-type]
    assert options is not None
    assert (options.model_dump(exclude_unset=True), matched) == expected


def test_no_options_at_all_match_nothing() -> None:
    assert resolve_provider_options({}, ["a"], ToyOptions, resolution="merge") == (None, [])


def test_headers_merge_by_spelling_and_are_sent_in_lower_case() -> None:
    merged = combine_headers({"A": "1", "b": "2"}, None, {"a": "3", "b": None})
    assert merged == {"A": "1", "b": None, "a": "3"}
    assert normalize_headers(merged) == {"a": "3"}
    assert normalize_headers({"X-Team": " harbour\t"}) == {"x-team": "harbour"}
    assert with_user_agent_suffix({"User-Agent": "mine"}, "toy/1") == {"user-agent": "mine toy/1"}


def test_ids_have_their_size_alphabet_and_prefix() -> None:
    assert len(generate_id()) == 16
    assert generate_id() != generate_id()
    assert create_id_generator(prefix="m", separator="_", size=3, alphabet="x")() == "m_xxx"
    with pytest.raises(InvalidArgumentError, match='separator "x" must not be part'):
        create_id_generator(prefix="m", separator="x", alphabet="xyz")


@pytest.mark.anyio
@pytest.mark.parametrize("make", [lambda: "k", lambda: lambda: "k", lambda: async_value])
async def test_a_setting_may_be_a_value_a_function_or_an_async_function(make: Callable[[], object]) -> None:
    assert await resolve(make()) == "k"


async def async_value() -> str:
    return "k"


class StoppedClock:
    def __init__(self) -> None:
        self.slept: list[float] = []

    def now(self) -> datetime:
        return datetime(2030, 1, 1, tzinfo=UTC)

    def monotonic(self) -> float:
        return 7.0

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)


@pytest.mark.anyio
async def test_another_clock_is_used_within_its_block_only() -> None:
    stopped = StoppedClock()
    with clock.use_clock(stopped):
        await clock.sleep(3600)
        assert (clock.now().year, clock.monotonic(), clock.get_clock()) == (2030, 7.0, stopped)
    assert stopped.slept == [3600]
    assert clock.now().tzinfo is UTC
    before = clock.monotonic()
    await clock.sleep(0)
    assert clock.monotonic() >= before
