"""What a docstring says of a function and its parameters."""

import pytest
from hypothesis import given, strategies as st

from ai_sdk.provider_utils.parse_docstring import Docstring, parse_docstring


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Docstring("", {})),
        ("Look up.\n\nMore of it.", Docstring("Look up.\n\nMore of it.", {})),
        (
            "Look up.\n\n    Arguments:\n        city (str, optional): Where\n            it is\n        **rest: More",
            Docstring("Look up.", {"city": "Where it is", "rest": "More"}),
        ),
        ("Args:\n    a: One.\n\nReturns:\n    b: Not a parameter.", Docstring("", {"a": "One."})),
        (
            "Look up.\n\n:param city: Where\n    to look.\n:param int days: How many.\n:returns: text\n:raises E: no",
            Docstring("Look up.", {"city": "Where to look.", "days": "How many."}),
        ),
        ("Raises:\n    Args: it is not a section.", Docstring("", {})),
        ("See https://example.com: it says why.", Docstring("See https://example.com: it says why.", {})),
    ],
)
def test_google_and_sphinx_styles_are_read(text: str, expected: Docstring) -> None:
    assert parse_docstring(text) == expected


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    assert len(parse_docstring(text).description) <= len(text.expandtabs())
