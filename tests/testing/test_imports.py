"""Importing the package costs next to nothing."""

import subprocess
import sys

import ai_sdk.testing


def test_the_package_loads_nothing_until_a_name_is_used() -> None:
    code = (
        "import sys, ai_sdk.testing; "
        "print(sorted({'asyncio', 'httpx', 'pydantic', 'json'} & sys.modules.keys()), "
        "sorted(name for name in sys.modules if name.startswith('ai_sdk.testing.')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == "[] []\n"


def test_a_name_is_the_same_thing_every_time() -> None:
    first = {name: getattr(ai_sdk.testing, name) for name in ai_sdk.testing.__all__}
    assert {name: getattr(ai_sdk.testing, name) for name in ai_sdk.testing.__all__} == first
    assert all(callable(value) for value in first.values())
