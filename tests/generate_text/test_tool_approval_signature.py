"""A signature belongs to one request, one call and one input, in TypeScript's format."""

from typing import Any

import pytest
from hypothesis import assume, given, strategies as st
from pydantic import BaseModel

from ai_sdk.generate_text.tool_approval_signature import (
    maybe_sign_approval,
    sign_tool_approval,
    verify_tool_approval_signature,
)

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)
FIELDS = ("secret", "approval_id", "tool_call_id", "tool_name", "input")
SIGNED = st.tuples(TEXT.filter(bool), TEXT, TEXT, TEXT, JSON).map(lambda values: dict(zip(FIELDS, values, strict=True)))


@pytest.mark.parametrize(
    ("values", "signature"),
    [
        (("s", "a", "c", "t", {"b": 1, "a": [1.5, None, "ü\n"]}), "jSieDSf7tuYcqLbqlerMKizdFJ9_D8CaUgAKp8gYxYk"),
        (("é", "a\nb", "c", 't"', {}), "bDKSvj-WIOsMeu_URjDQiBcGqQohfgt6hs2EQtggJWc"),
        (("s", "a", "c", "t", 1e21), "uZQvacqKjamMKXGgO5zcyHtQYUP6p-0aDSmHo2re19I"),
    ],
)
def test_signatures_are_those_that_javascript_computes(values: tuple[Any, ...], signature: str) -> None:
    signed = dict(zip(FIELDS, values, strict=True))
    assert sign_tool_approval(**signed) == signature
    assert verify_tool_approval_signature(**signed, signature=signature)


@given(SIGNED)
def test_a_signature_verifies(signed: dict[str, Any]) -> None:
    assert verify_tool_approval_signature(**signed, signature=sign_tool_approval(**signed))


@given(SIGNED, SIGNED, st.sampled_from(FIELDS))
def test_a_change_of_any_field_is_noticed(signed: dict[str, Any], other: dict[str, Any], field: str) -> None:
    changed = signed | {field: other[field]}
    assume(repr(changed[field]) != repr(signed[field]))
    assume({**signed, "input": 0} != {**changed, "input": 0} or signed["input"] != changed["input"])
    assert not verify_tool_approval_signature(**changed, signature=sign_tool_approval(**signed))


@given(SIGNED, st.text(max_size=60))
def test_no_other_text_is_a_signature(signed: dict[str, Any], text: str) -> None:
    signature = sign_tool_approval(**signed)
    assume(text.rstrip("=") != signature)
    assert not verify_tool_approval_signature(**signed, signature=text)


LEGACY = "vE-gfUQ0OyRe1N0kmLUQy_NOqzU72DA1ajcN43IBZzM"


def test_the_earlier_format_is_accepted_when_it_is_not_ambiguous() -> None:
    signed = dict(zip(FIELDS, ("s", "a", "c", "t", {"b": 1, "a": [1.5, None, "ü\n"]}), strict=True))
    assert verify_tool_approval_signature(**signed, signature=LEGACY)
    ambiguous = dict(zip(FIELDS, ("é", "a\nb", "c", 't"', {}), strict=True))
    assert not verify_tool_approval_signature(**ambiguous, signature="mlvdrMoxZFU_BQB82EXiYucOCL4tp6K-UV1vv_jJ9kU")


def test_a_model_is_signed_as_the_json_that_messages_hold() -> None:
    class Place(BaseModel):
        city: str

    signed = dict(zip(FIELDS, (b"s", "a", "c", "t", Place(city="Oslo")), strict=True))
    signature = maybe_sign_approval(**signed)
    assert signature is not None
    assert verify_tool_approval_signature(**signed | {"input": {"city": "Oslo"}}, signature=signature)


def test_without_a_secret_nothing_is_signed() -> None:
    assert maybe_sign_approval(secret=None, approval_id="a", tool_call_id="c", tool_name="t", input={}) is None
