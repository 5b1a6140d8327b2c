"""A package's names load when they are used, and no subpackage of the same name hides them."""

import subprocess
import sys

import pytest

import ai_sdk


def test_a_name_stays_itself_when_the_subpackage_of_that_name_is_imported() -> None:
    import ai_sdk.embed.embed
    from ai_sdk.embed.embed import embed

    assert ai_sdk.embed is embed
    assert ai_sdk.embed is embed


def test_a_name_that_a_package_does_not_have_is_an_error() -> None:
    with pytest.raises(AttributeError, match="module 'ai_sdk' has no attribute 'absent'"):
        _ = ai_sdk.absent


def test_importing_the_package_loads_nothing_of_it() -> None:
    program = "import ai_sdk, sys; print([name for name in sys.modules if name.startswith('ai_sdk.')])"
    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert shown.stdout == "['ai_sdk.lazy']\n"
