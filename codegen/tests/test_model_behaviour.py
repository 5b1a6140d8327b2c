"""What the generated shapes accept, refuse and give back: the meaning of JSON in zod, not in Python."""

import json
from typing import Any

import pytest
from ai_sdk_generated._values import NULL, NullType
from hypothesis import given, strategies as st
from pydantic import TypeAdapter, ValidationError

from codegen.tests.golden_modules import load_case

TAGS = st.text(max_size=12)
OTHER_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


def parse(case: str, name: str, document: object) -> Any:
    return TypeAdapter(getattr(load_case(case), name)).validate_json(json.dumps(document))


def accepts(case: str, name: str, document: object) -> bool:
    try:
        parse(case, name, document)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize(
    ("document", "accepted"),
    [
        ({}, True),
        ({"optional": "x", "nullish": "x", "anything": None, "defaulted": False}, True),
        ({"optional": None}, False),
        ({"nullish": None}, True),
        ({"never": None}, False),
        ({"never": 1}, False),
        ({"defaulted": None}, False),
        ({"nullableDefault": None}, True),
        ({"defaultedList": [1]}, False),
        ({"requiredNullable": 1}, False),
        ({"requiredNull": 0}, False),
    ],
)
def test_absent_and_null_are_different_things(document: dict[str, Any], *, accepted: bool) -> None:
    complete = {"required": "x", "requiredNullable": None, "requiredAnything": None, "requiredNull": None, **document}

    assert accepts("absence", "AcmeAbsence", complete) is accepted


@pytest.mark.parametrize("key", ["required", "requiredNullable", "requiredAnything", "requiredNull"])
def test_a_required_key_must_be_there_even_when_it_may_be_null(key: str) -> None:
    complete = {"required": "x", "requiredNullable": None, "requiredAnything": None, "requiredNull": None}
    del complete[key]

    assert not accepts("absence", "AcmeAbsence", complete)


def test_defaults_and_caught_values_are_what_zod_returns() -> None:
    complete = {"required": "x", "requiredNullable": None, "requiredAnything": None, "requiredNull": None}

    model = parse("absence", "AcmeAbsence", {**complete, "caught": 1, "caughtFlag": "no", "caughtList": 0})

    assert (model.defaulted, model.defaulted_list, model.nullable_default) == (True, [], "x")
    assert (model.caught, model.caught_flag, model.caught_list) == (None, None, None)


@pytest.mark.parametrize(
    ("document", "accepted"),
    [
        ({"number": 1}, True),
        ({"number": 1.5}, True),
        ({"number": "1"}, False),
        ({"number": True}, False),
        ({"integer": 2.0}, True),
        ({"integer": 2.5}, False),
        ({"integer": True}, False),
        ({"bounded": 0}, False),
        ({"bounded": 0.5}, True),
        ({"port": 65536}, False),
        ({"short": "Long"}, False),
        ({"shortOrNull": None}, True),
        ({"tags": []}, False),
        ({"tags": ["123456789"]}, False),
        ({"level": None}, True),
        ({"level": "middle"}, False),
        ({"pair": ["a", 1]}, True),
        ({"pair": ["a", 1, 2]}, False),
        ({"scalarUnion": ["a"]}, True),
        ({"byLevel": {"low": 1}}, True),
        ({"byLevel": {"middle": 1}}, False),
        ({"bothLevels": {"low": 1}}, False),
        ({"bothLevels": {"low": 1, "high": 2}}, True),
        ({"bias": {"50256": -100}}, True),
        ({"bias": {"word": -100}}, False),
        ({"url": "https://example.com/x"}, True),
        ({"url": "/x"}, False),
        ({"url": "https://"}, False),
    ],
)
def test_scalars_are_never_coerced(document: dict[str, Any], *, accepted: bool) -> None:
    assert accepts("scalars", "AcmeScalars", {"number": 1, **document}) is accepted


@pytest.mark.parametrize("text", ["1", "1.0", "1.5", "-0.0", "1e3"])
def test_numbers_stay_as_sent_and_integers_become_integers(text: str) -> None:
    model = load_case("scalars").AcmeScalars.model_validate_json(f'{{"number": {text}, "integer": 3.0}}')

    assert repr(model.number) == repr(json.loads(text))
    assert repr(model.integer) == "3"


@pytest.mark.parametrize("text", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_in_json_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        load_case("scalars").AcmeScalars.model_validate_json(f'{{"number": {text}}}')


def test_a_tuple_may_be_a_list_in_python() -> None:
    model = load_case("scalars").AcmeScalars.model_validate({"number": 1, "pair": ["a", 1]})

    assert model.pair == ("a", 1)


@pytest.mark.parametrize(
    ("name", "kept"),
    [("AcmeStrip", {"id": "x"}), ("AcmeLoose", {"id": "x", "more": [1]}), ("AcmeCatchall", None), ("AcmeStrict", None)],
)
def test_unknown_keys_are_dropped_kept_or_refused(name: str, kept: dict[str, Any] | None) -> None:
    document = {"id": "x", "more": [1]}

    if kept is None:
        assert not accepts("objects", name, document)
    else:
        assert parse("objects", name, document).model_dump(by_alias=True, exclude_unset=True) == kept


def test_a_catchall_checks_the_unknown_keys() -> None:
    model = parse("objects", "AcmeCatchall", {"id": "x", "more": 1})

    assert model.model_dump(by_alias=True, exclude_unset=True) == {"id": "x", "more": 1}


@given(
    st.dictionaries(st.text(max_size=8).filter(lambda key: key != "id"), OTHER_JSON, max_size=4), st.text(max_size=5)
)
def test_a_body_read_by_a_loose_model_comes_back_unchanged(extra: dict[str, Any], text: str) -> None:
    document = {"id": text, **extra}

    model = parse("objects", "AcmeLoose", document)

    assert json.loads(model.model_dump_json(by_alias=True, exclude_unset=True)) == document


def test_dumping_everything_warns_of_nothing() -> None:
    model = load_case("absence").AcmeAbsence(
        required="x", required_nullable=None, required_anything=1, required_null=None
    )

    assert model.model_dump(by_alias=True, exclude_unset=True) == {
        "required": "x",
        "requiredNullable": None,
        "requiredAnything": 1,
        "requiredNull": None,
    }
    assert model.model_dump()["optional"] is None


@given(TAGS.filter(lambda tag: tag not in {"a", "b", "c", "error"}), OTHER_JSON)
@pytest.mark.parametrize("case", ["union_refined_fallback", "union_plain_fallback", "union_shared_tags"])
def test_an_unknown_tag_falls_to_the_fallback_and_loses_nothing(case: str, tag: str, value: object) -> None:
    document = {"type": tag, "text": value}

    event = parse(case, "AcmeChunk", document)

    assert type(event).__name__ == "AcmeChunkOther"
    assert event.model_dump(by_alias=True, exclude_unset=True) == document


@given(OTHER_JSON.filter(lambda value: not isinstance(value, str)))
@pytest.mark.parametrize("case", ["union_refined_fallback", "union_shared_tags"])
def test_a_malformed_known_event_is_refused_where_the_fallback_is_refined(case: str, value: object) -> None:
    assert not accepts(case, "AcmeChunk", {"type": "a", "text": value})


@given(OTHER_JSON.filter(lambda value: not isinstance(value, str)))
def test_a_malformed_known_event_falls_through_where_the_fallback_is_not_refined(value: object) -> None:
    event = parse("union_plain_fallback", "AcmeChunk", {"type": "a", "text": value})

    assert type(event).__name__ == "AcmeChunkOther"


@given(OTHER_JSON.filter(lambda value: not isinstance(value, str)))
@pytest.mark.parametrize("case", ["union_refined_fallback", "union_plain_fallback", "union_shared_tags"])
def test_a_tag_that_is_no_string_is_refused(case: str, value: object) -> None:
    assert not accepts(case, "AcmeChunk", {"type": value})


@pytest.mark.parametrize("case", ["union_refined_fallback", "union_plain_fallback", "union_shared_tags"])
@pytest.mark.parametrize(
    ("document", "name"),
    [({"type": "a", "text": "x"}, "AcmeChunkA"), ({"type": "c", "value": 1}, "AcmeChunkB"), ({"type": "z"}, "Other")],
)
def test_a_tag_picks_its_class(case: str, document: dict[str, Any], name: str) -> None:
    assert type(parse(case, "AcmeChunk", document)).__name__.endswith(name)


def test_branches_with_one_tag_are_tried_in_order() -> None:
    nested = parse("union_shared_tags", "AcmeChunk", {"type": "error", "error": {"message": "m"}, "message": "n"})
    flat = parse("union_shared_tags", "AcmeChunk", {"type": "error", "message": "n"})

    assert (type(nested).__name__, type(flat).__name__) == ("AcmeChunkError", "AcmeChunkErrorVariant2")
    assert not accepts("union_shared_tags", "AcmeChunk", {"type": "error"})


def test_an_untagged_union_takes_the_first_branch_that_fits() -> None:
    both = parse("union_untagged", "AcmeChunk", {"error": {"message": "m"}, "choices": [{"index": 0}]})

    assert both.model_dump() == {"choices": [{"index": 0}]}


def test_a_validated_event_passes_through_the_union_again() -> None:
    module = load_case("union_shared_tags")
    adapter = TypeAdapter(module.AcmeChunk)
    events = [module.AcmeChunkA(type="a", text="x"), module.AcmeChunkOther(type="z")]

    assert [adapter.validate_python(event) for event in events] == events


@pytest.mark.parametrize("key", ["reasoningEffort", "reasoning_effort"])
def test_options_answer_to_both_spellings(key: str) -> None:
    options = load_case("options").AcmeChatOptions.model_validate({key: "low", "unknown": 1})

    assert options.reasoning_effort == "low"
    assert options.model_dump(by_alias=True, exclude_unset=True) == {"reasoningEffort": "low"}


def test_options_tell_given_null_and_nothing_apart() -> None:
    options = load_case("options").AcmeChatOptions.model_validate({"parallelToolCalls": None, "image_url": "u"})

    assert options.given("parallel_tool_calls") is NULL
    assert options.given("image_url") == "u"
    assert options.given("reasoning_effort") is None


@pytest.mark.parametrize(
    "document",
    [
        {"reasoningEffort": "medium"},
        {"reasoningEffort": None},
        {"webSearch": {"maxResults": 0}},
        {"webSearch": {"x": 1}},
    ],
)
def test_options_of_a_wrong_type_are_refused(document: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        load_case("options").AcmeChatOptions.model_validate(document)


def test_option_keys_that_are_numbers_become_strings() -> None:
    options = load_case("options").AcmeChatOptions.model_validate({"logitBias": {50256: -100, "1": 2}})

    assert options.logit_bias == {"50256": -100, "1": 2}


def test_null_is_one_falsy_constant() -> None:
    assert (repr(NULL), bool(NULL), NullType() is NULL) == ("NULL", False, True)
